import type { Calendar } from './calendar.ts'
import type { Dice } from './dice.ts'
import type { Competence, Person } from './person.ts'
import { skills } from './reference.ts'
import { tradeOf } from './trades.ts'

type Subject = Pick<Person, 'trade' | 'bornAbroad' | 'disability'>

const languageNames: Readonly<Record<string, string>> = {
  sv: 'Svenska',
  ar: 'Arabiska',
  so: 'Somaliska',
  ti: 'Tigrinska',
  'fa-AF': 'Dari',
  fa: 'Persiska',
  uk: 'Ukrainska',
  bs: 'Bosniska',
  pl: 'Polska',
  fi: 'Finska',
  tr: 'Turkiska',
  en: 'Engelska',
}

let bySsyk: Map<string, { id: string; label: string }[]> | undefined

function skillsOf(ssyk: string): readonly { id: string; label: string }[] {
  if (!bySsyk) {
    bySsyk = new Map()
    for (const skill of skills())
      for (const group of skill.ssyk) {
        const list = bySsyk.get(group) ?? []
        if (list.length === 0) bySsyk.set(group, list)
        list.push(skill)
      }
  }
  return bySsyk.get(ssyk) ?? []
}

/** What a person can: some of it known, some known to be lacking, the rest simply not noted, which is not a "no". */
export function competencesOf(
  calendar: Calendar,
  throws: Dice,
  subject: Subject,
  swedish: number,
  mother?: string,
): Map<string, Competence> {
  const held = new Map<string, Competence>()
  const add = (one: Omit<Competence, 'notedOn' | 'source'>, source: Competence['source'] = 'officer'): void => {
    held.set(one.concept, { ...one, source, notedOn: calendar.day(-throws.between(5, 300)) })
  }
  add({ concept: 'language:sv', type: 'language', label: 'Svenska', level: swedish, state: 'held' })
  if (subject.bornAbroad && mother && mother !== 'sv') {
    const label = languageNames[mother] ?? mother
    add({ concept: `language:${mother}`, type: 'language', label, level: 5, state: 'held' }, 'self')
  }
  known(throws, 0.9, 0.5, state => add({ concept: 'licence:B', type: 'licence', label: 'Körkort B', state }))
  for (const [concept, label, share] of [
    ['hours:early', 'Kan börja kl. 06', 0.8],
    ['hours:evening', 'Kan arbeta kvällar', 0.6],
    ['hours:weekend', 'Kan arbeta helger', 0.6],
  ] as const) {
    known(throws, 0.6, share, state => add({ concept, type: 'hours', label, state }, 'self'))
  }
  const trade = tradeOf(subject.trade)
  if (throws.chance(0.6)) {
    const level = throws.between(1, 5)
    add(
      {
        concept: `experience:${trade.ssyk}`,
        type: 'experience',
        label: `${trade.title}, erfarenhet`,
        level,
        state: 'held',
      },
      'self',
    )
  }
  for (const wanted of trade.wanted) {
    if (wanted.type !== 'skill') continue
    const share = wanted.kind === 'teachable' ? 0.3 : 0.75
    known(throws, wanted.kind === 'must' ? 0.85 : 0.6, share, state =>
      add(
        { concept: wanted.concept, type: 'skill', label: wanted.sv, state },
        throws.pick(['officer', 'certificate', 'self'] as const),
      ),
    )
  }
  const more = skillsOf(trade.ssyk)
  for (let extra = throws.between(0, 2); extra > 0 && more.length > 0; extra--) {
    const { id, label } = throws.pick(more)
    if (!held.has(id)) add({ concept: id, type: 'skill', label, state: 'held' }, 'self')
  }
  return held
}

function known(throws: Dice, noted: number, share: number, then: (state: Competence['state']) => void): void {
  if (throws.chance(noted)) then(throws.chance(share) ? 'held' : 'lacking')
}
