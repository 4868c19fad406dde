import type { District } from '../areas.ts'
import type { Dice } from '../dice.ts'
import type { Person } from '../person.ts'
import type { Answer } from './permissions.ts'
import type { Stage } from './stage.ts'
import type { Part, Told } from './story.ts'

/** How far somebody gets in a case; the days decide how much of it has happened. */
export type Course = {
  readonly person: Person
  readonly district: District
  readonly place: number
  readonly attends: boolean
  readonly shortlisted: boolean
  /** The question whether the employer may see the person has been put. */
  readonly asked: boolean
  readonly answer: Answer
  readonly wanted: boolean
  readonly interviewed: boolean
  readonly hired: boolean
  readonly learns?: string
}

/** Who takes part in a case: those with a part of their own, and for each place some of its district's people. */
export function castCase(stage: Stage, story: Told, given: readonly (District | undefined)[], throws: Dice): Course[] {
  const filled = story.filled ?? story.places - Math.floor(story.places / 4)
  const courses: Course[] = (story.parts ?? []).map(({ number, part, learns }, index) => ({
    ...namedCourse(stage.pool.named(number), part, index, given),
    learns,
  }))
  let hired = courses.filter(course => course.hired).length
  given.forEach((district, index) => {
    if (!district || (story.silent ?? []).includes(district)) return
    const slots = story.perPlace ?? (throws.chance(0.4) ? 4 : 3)
    for (let slot = 0; slot < slots; slot++) {
      const person = stage.pool.take(district, story.trade, story.on.proposed)
      if (!person) continue
      const isHired = slot === 0 && hired < filled
      if (isHired) hired += 1
      courses.push(
        isHired || story.keen
          ? certain(person, district, index + 1, isHired)
          : thrown(person, district, index + 1, throws),
      )
    }
  })
  return courses
}

function certain(person: Person, district: District, place: number, hired: boolean): Course {
  const all = { attends: true, shortlisted: true, asked: true, wanted: true, interviewed: true } as const
  return { person, district, place, answer: 'yes', ...all, hired }
}

/** Those who are not hired drop off along the way, about as the funnel of the sketches does. */
function thrown(person: Person, district: District, place: number, throws: Dice): Course {
  const attends = throws.chance(0.72)
  const shortlisted = attends && throws.chance(0.38)
  const answer = throws.weighted<Answer>([
    ['yes', 84],
    ['no', 6],
    ['withdrawn', 4],
    ['asked', 3],
    ['none', 3],
  ])
  const wanted = shortlisted && answer === 'yes' && throws.chance(0.85)
  const interviewed = wanted && throws.chance(0.85)
  return {
    person,
    district,
    place,
    attends,
    shortlisted,
    asked: shortlisted,
    answer,
    wanted,
    interviewed,
    hired: false,
  }
}

function namedCourse(person: Person, part: Part, index: number, given: readonly (District | undefined)[]): Course {
  const own = given.flatMap((district, place) => (district === person.district ? [place + 1] : []))
  const place = own[index % Math.max(1, own.length)] ?? 1
  const far = part === 'hired' || part === 'presented'
  const answer: Answer = far ? 'yes' : part === 'proposed' ? 'none' : part
  return {
    person,
    district: person.district,
    place,
    attends: true,
    shortlisted: far || part === 'yes' || part === 'ending' || part === 'expired',
    asked: answer !== 'none',
    answer,
    wanted: far,
    interviewed: far,
    hired: part === 'hired',
  }
}
