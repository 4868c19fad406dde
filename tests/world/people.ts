import type { Day } from '#kernel'
import { type District, districtCodes } from './areas.ts'
import type { Calendar } from './calendar.ts'
import { competencesOf } from './competences.ts'
import { type Dice, dice } from './dice.ts'
import { type KnownPerson, knownPeople } from './known-people.ts'
import { type MatchPermission, type Person, personId, type Standing } from './person.ts'
import { identityNumbers, margin, type NameList, names } from './reference.ts'
import { type TradeKey, tradeKeys } from './trades.ts'

/** The number of the first person; the numbers of the sketches (4471 and others) lie within the first two thousand. */
export const firstNumber = 2601

/** Every so many people one has protected personal data; 4418 is among them. */
const protectedEvery = 250
const protectedRest = 4418 % protectedEvery

/**
 * Job seekers one after another, thrown after the margins in `data/marginals.csv`. The same calendar, seed and position give
 * the same person, whether two thousand or two hundred thousand are asked for. Official test identity numbers are dealt out
 * by age, each once; when they are used up, people have none.
 */
export function* people(calendar: Calendar, seed: number, count: number): Generator<Person> {
  const margins = readMargins()
  const numbers = dealNumbers(calendar, seed)
  const known = new Map(knownPeople.map(one => [one.number, one]))
  for (let number = firstNumber; number < firstNumber + count; number++) {
    const throws = dice(seed, 'person', number)
    const person = onePerson({ calendar, margins, numbers, throws, number })
    const fixed = known.get(number)
    yield fixed ? become(calendar, seed, person, fixed) : person
  }
}

/** Somebody with a part of their own, in the place of whoever was thrown. */
function become(calendar: Calendar, seed: number, thrown: Person, { number, swedish, is }: KnownPerson): Person {
  const standing = {
    since: calendar.day(-210),
    testedOn: calendar.day(-48),
    instrument: 'DOA',
    atLeastHalf: 'yes',
    documented: true,
    programme: 'JOB',
  } as const
  const person = { ...thrown, standing, waitingSince: calendar.day(-230), readyOn: calendar.day(-14), ...is }
  const throws = dice(seed, 'known', number)
  return { ...person, competences: competencesOf(calendar, throws, person, swedish, person.language) }
}

type Margins = ReturnType<typeof readMargins>

function readMargins() {
  const byCode = new Map(Object.entries(districtCodes).map(([key, code]) => [code as string, key as District]))
  return {
    age: margin('GBG.age'),
    district: margin('GBG.district_before_2021').map(
      ([name, share]) => [byCode.get(name.slice(0, 3)) as District, share] as const,
    ),
    months: margin('VG.months_without_work'),
    disability: margin('SE.disability_with_reduced_work_capacity'),
    capacity: margin('GBG.work_capacity.with_disability'),
    programme: margin('GBG.programme'),
    swedish: margin('GBG.swedish_level.born_abroad'),
    bornAbroad: Number(margin('GBG.born_abroad').find(([answer]) => answer === 'yes')?.[1]),
    names: names(),
  }
}

/** Three districts have more born abroad; the others so many that the city's margin holds. */
const bornAbroadShare: Partial<Record<District, number>> = { angered: 0.8, ostra: 0.75, vastraHisingen: 0.68 }

type Numbers = Readonly<Record<string, { number: string; born: number }[]>>

function dealNumbers(calendar: Calendar, seed: number): Numbers {
  const year = Number(calendar.today.slice(0, 4))
  const pools: Record<string, { number: string; born: number }[]> = { '18-24': [], '25-54': [], '55-65': [] }
  for (const one of dice(seed, 'identity numbers').shuffle(identityNumbers())) {
    // A year's margin at the lower end, so that nobody is under eighteen before the birthday.
    const age = year - one.born
    if (age >= 19 && age <= 65) pools[age < 25 ? '18-24' : age < 55 ? '25-54' : '55-65']?.push(one)
  }
  return pools
}

type Throw = { calendar: Calendar; margins: Margins; numbers: Numbers; throws: Dice; number: number }

function onePerson({ calendar, margins, numbers, throws, number }: Throw): Person {
  const district = throws.weighted(margins.district)
  const bornAbroad = throws.chance(bornAbroadShare[district] ?? 0.472)
  const age = throws.weighted(margins.age)
  const identity = throws.chance(0.96) ? numbers[age]?.pop()?.number : undefined
  const young = age === '18-24'
  const disability = throws.weighted(margins.disability) === 'yes'
  const origin = originOf(throws, margins.names, bornAbroad)
  const swedish = bornAbroad ? swedishLevel(throws, throws.weighted(margins.swedish)) : 5
  const waiting = waitingDays(throws, throws.weighted(margins.months))
  const status = throws.weighted([
    ['registered', 40],
    ['preparing', 19],
    ['ready', 29],
    ['paused', 8],
    ['left', 4],
  ] as const)
  const base = {
    number,
    id: personId(number),
    given: throws.pick(origin.given),
    family: throws.pick(origin.family),
    language: swedish >= 4 ? 'sv' : origin.language,
    district,
    identity,
    young,
    bornAbroad,
    disability,
    targetGroups: [...(young || bornAbroad ? ['youth_foreign_born'] : []), ...(disability ? ['disability'] : [])],
    protected: number % protectedEvery === protectedRest,
    waitingSince: calendar.day(-waiting),
    trade: throws.pick<TradeKey>(tradeKeys),
    standing: standingOf(calendar, throws, margins, { disability, young, waiting }),
    match: throws.weighted<MatchPermission>([
      ['yes', 81],
      ['none', 6],
      ['asked', 4],
      ['no', 4],
      ['withdrawn', 2],
      ['expired', 3],
    ]),
    status,
    readyOn: readyDay(calendar, throws, status),
  }
  return { ...base, competences: competencesOf(calendar, throws, base, swedish, origin.language) }
}

function originOf(throws: Dice, lists: readonly NameList[], bornAbroad: boolean): NameList {
  const choice = bornAbroad
    ? lists.filter(({ origin }) => origin !== 'sweden').map(one => [one, one.share] as const)
    : lists.map(one => [one, one.origin === 'sweden' ? 2.2 : one.share] as const)
  return throws.weighted(choice)
}

/** Sfi courses as levels 1 to 5: A and B a little, C simple, D at work, after D good or fluent. */
function swedishLevel(throws: Dice, course: string): number {
  const levels: Record<string, number> = { sfi_A_B: 1, sfi_C: 2, sfi_D: 3 }
  return levels[course] ?? (throws.chance(0.7) ? 4 : 5)
}

function waitingDays(throws: Dice, months: string): number {
  if (months === '0-11') return throws.between(1, 360)
  return months === '12-23' ? throws.between(365, 725) : throws.between(730, 2200)
}

function readyDay(calendar: Calendar, throws: Dice, status: Person['status']): Day | undefined {
  if (status === 'ready') return calendar.day(-throws.between(1, 120))
  return status === 'preparing' ? calendar.day(throws.between(7, 150)) : undefined
}

const programmes: Readonly<Record<string, string | undefined>> = {
  job_and_development_guarantee_JOB: 'JOB',
  youth_job_guarantee_UGA: 'UGA',
  introduction_programme_ETP: 'ETP',
  other_programme: 'other',
}

type Grounds = { disability: boolean; young: boolean; waiting: number }

/** All the variants that eligibility asks about (TGT-6): registered yesterday or not at all, tested or not, exactly half, below. */
function standingOf(
  calendar: Calendar,
  throws: Dice,
  margins: Margins,
  { disability, young, waiting }: Grounds,
): Standing {
  const registered = throws.chance(0.93)
  const days = throws.chance(0.03) ? 1 : Math.min(waiting, throws.between(20, 2000))
  const thrown = programmes[throws.weighted(margins.programme)]
  const programme = thrown === 'UGA' && !young ? 'JOB' : thrown
  const tested = throws.chance(disability ? 0.72 : 0.12)
  const capacity = disability ? throws.weighted(margins.capacity) : '100_percent'
  return {
    since: registered ? calendar.day(-days) : undefined,
    testedOn: tested ? calendar.day(-throws.between(10, 600)) : undefined,
    instrument: tested ? throws.pick(['DOA', 'Arbetsprövning', 'BIP']) : undefined,
    atLeastHalf: tested ? (capacity === '25_percent' ? 'no' : 'yes') : 'unknown',
    documented: tested && throws.chance(0.85),
    programme: registered ? programme : undefined,
  }
}
