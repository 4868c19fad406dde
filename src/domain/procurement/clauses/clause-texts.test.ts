import { describe, expect, it } from 'vitest'
import type { BonusClause } from './bonus.ts'
import { bonusText } from './bonus-text.ts'
import type { ClauseLanguage, ClauseSection } from './clause-words.ts'
import type { DialogueClause } from './dialogue.ts'
import { dialogueText } from './dialogue-text.ts'
import { type ReportingTerms, reportingText } from './reporting.ts'
import type { SanctionLadder } from './sanctions.ts'
import { sanctionText } from './sanctions-text.ts'
import { type VolumeRule, volumeText } from './volume.ts'

type Change = readonly [path: string, value: unknown, sv: string, en: string]
type Kind = {
  readonly terms: object
  readonly text: (terms: never, language: ClauseLanguage) => ClauseSection[]
  readonly changes: readonly Change[]
}

const dialogue: DialogueClause = {
  firstWithinMonths: 2,
  intervalMonths: 6,
  participants: [{ id: 'matching', wording: { sv: 'den matchningsansvariga', en: 'the matching officer' } }],
  agenda: [{ id: 'needs', wording: { sv: 'vilka ni behöver anställa', en: 'whom you need to hire' } }],
  minutesWithinDays: 14,
  offersBecomeBinding: false,
}
const bonus: BonusClause = {
  rows: [{ form: 'employment', placeMonths: 1200, kronorPerPlace: 40_000, mostPlaces: 3 }],
  mostKronor: 100_000,
}
const ladder: SanctionLadder = {
  correctWithinDays: 10,
  remedyWithinDays: 30,
  penalty: { unit: 'missing_month', kronorPerUnit: 25_000, mostKronor: 300_000 },
  callOffExclusionMonths: 6,
  termination: true,
}
const reporting: ReportingTerms = { intervalMonths: 3, dueWithinDays: 15, meetingEveryMonths: 12, closingMeeting: true }
const volume: VolumeRule = {
  kronorPerPlace: { works: 50_000_000, services: 25_000_000 },
  employmentMonths: 12,
  placementMonths: 6,
}

/** Each kind of clause, and for every parameter another value and the words that must appear for it (PRC-6). */
const kinds: Readonly<Record<string, Kind>> = {
  volume: {
    terms: volume,
    text: volumeText,
    changes: [
      ['kronorPerPlace.works', 60_000_000, '60 000 000 kr', 'SEK 60,000,000'],
      ['kronorPerPlace.services', 30_000_000, '30 000 000 kr', 'SEK 30,000,000'],
      ['employmentMonths', 9, 'En plats är 9 månader anställning', 'A place is 9 months of full-time employment'],
      ['placementMonths', 1, 'eller 1 månad handledd praktik', 'or 1 month of supervised placement'],
    ],
  },
  dialogue: {
    terms: dialogue,
    text: dialogueText,
    changes: [
      ['firstWithinMonths', 3, 'senast 3 månader efter', 'no later than 3 months after'],
      ['intervalMonths', 4, 'en dialog var 4:e månad', 'a dialogue every 4 months'],
      ['participants', [], 'Hur dialogen går till', 'How the dialogue is held'],
      ['participants.0.wording', { sv: 'facket', en: 'the union' }, 'deltar facket.', 'take part are the union.'],
      ['agenda.0.wording', { sv: 'praktik', en: 'placements' }, 'Vi talar om praktik.', 'We talk about placements.'],
      ['minutesWithinDays', 7, 'inom 7 dagar', 'within 7 days'],
      ['offersBecomeBinding', true, 'blir bindande', 'becomes binding'],
    ],
  },
  bonus: {
    terms: bonus,
    text: bonusText,
    changes: [
      ['rows.0.form', 'supervised_placement', 'En plats med handledd praktik', 'A place of supervised placement'],
      ['rows.0.form', 'apprenticeship', 'En plats med lärlingsanställning', 'A place of apprenticeship'],
      ['rows.0.placeMonths', 650, 'är 6,5 månader på heltid', 'is 6.5 full-time months'],
      ['rows.0.placeMonths', 100, 'är 1 månad på heltid', 'is 1 full-time month '],
      ['rows.0.kronorPerPlace', 55_000, 'ger 55 000 kr', 'gives SEK 55,000'],
      ['rows.0.mostPlaces', 1, 'Högst 1 plats räknas', 'At most 1 place count'],
      ['mostKronor', 120_000, 'högst 120 000 kr', 'at most SEK 120,000'],
    ],
  },
  sanctions: {
    terms: ladder,
    text: sanctionText,
    changes: [
      ['correctWithinDays', 1, 'först 1 dag på er', 'first get 1 day to'],
      ['remedyWithinDays', 45, 'får ni 45 dagar på er', 'you get 45 days to'],
      ['penalty', undefined, 'Vi tar inte ut vite.', 'We charge no penalty.'],
      ['penalty.unit', 'missed_report', 'för varje rapport', 'for each report'],
      ['penalty.unit', 'missed_dialogue', 'för varje dialog', 'for each dialogue'],
      ['penalty.kronorPerUnit', 12_000, 'vite: 12 000 kr', 'penalty: SEK 12,000'],
      ['penalty.mostKronor', 90_000, 'högst 90 000 kr', 'at most SEK 90,000'],
      ['callOffExclusionMonths', 9, 'avrop i 9 månader', 'call-offs for 9 months'],
      ['termination', false, 'säger inte upp kontraktet', 'do not terminate'],
    ],
  },
  reporting: {
    terms: reporting,
    text: reportingText,
    changes: [
      ['intervalMonths', 1, 'Ni rapporterar varje månad', 'You report every month'],
      ['dueWithinDays', 20, 'Ni har 20 dagar på er', 'You have 20 days'],
      ['meetingEveryMonths', 2, 'Vi träffas varannan månad', 'We meet every 2 months'],
      ['closingMeeting', false, 'inget avslutande möte', 'no closing meeting'],
    ],
  },
}

/** Paths to every value that a parameter holds; a text in both languages is one value. Ids are names, not parameters. */
function leaves(value: unknown, path = ''): string[] {
  const record = typeof value === 'object' && value !== null
  if (!record || 'sv' in value) return [path]
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .flatMap(([name, part]) => leaves(part, path === '' ? name : `${path}.${name}`))
}

function changed(value: unknown, [name, ...rest]: string[], to: unknown): unknown {
  if (name === undefined) return to
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) }
  copy[name] = changed(copy[name], rest, to)
  return copy
}

const read = ({ text }: Kind, terms: unknown, language: ClauseLanguage): string =>
  text(terms as never, language)
    .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
    .join('\n')
    .replaceAll('\u00a0', ' ')

describe.each(Object.entries(kinds))('PRC-6: the text of the %s clause follows its parameters', (_, kind) => {
  it('no parameter is left out of this test', () => {
    expect([...new Set(kind.changes.map(([path]) => path))]).toEqual(expect.arrayContaining(leaves(kind.terms)))
  })

  it.each(kind.changes)('a changed %s to %j is found in both languages', (path, value, ...words) => {
    const after = changed(kind.terms, path.split('.'), value)
    for (const [index, language] of (['sv', 'en'] as const).entries()) {
      expect(read(kind, after, language)).toContain(words[index])
      expect(read(kind, after, language)).not.toBe(read(kind, kind.terms, language))
    }
  })

  it.each([['as it is', undefined] as const, ...kind.changes.map(one => [one[0], one] as const)])(
    'every heading and paragraph is a whole one in both languages (%s)',
    (_, change) => {
      const terms = change === undefined ? kind.terms : changed(kind.terms, change[0].split('.'), change[1])
      for (const language of ['sv', 'en'] as const)
        for (const { heading, paragraphs } of kind.text(terms as never, language)) {
          expect(heading).toMatch(/^\p{Lu}\S+/u)
          for (const paragraph of paragraphs) expect(paragraph).toMatch(/^\p{Lu}.*\.$/u)
        }
    },
  )

  it('both languages have the same sections, in short sentences', () => {
    const shape = (language: ClauseLanguage) =>
      kind.text(kind.terms as never, language).map(({ paragraphs }) => paragraphs.length)
    expect(shape('sv')).toEqual(shape('en'))
    for (const language of ['sv', 'en'] as const)
      for (const sentence of read(kind, kind.terms, language).split(/(?<=[.!?])\s+|\n/))
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(30)
    expect(read(kind, kind.terms, 'sv')).not.toMatch(/härmed|erfordras|avseende|tillhandahålla|undertecknad|skall\b/i)
  })
})
