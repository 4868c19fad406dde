import { describe, expect, it } from 'vitest'
import { type EarlyEndReason, type EmploymentClause, endReasons, occupationForms } from './employment-parameters.ts'
import { type ClauseLanguage, clauseText } from './employment-text.ts'

const clause: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 1200,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
  targetGroups: [
    {
      id: 'young',
      wording: { sv: 'unga som har varit utan arbete länge', en: 'young people who have long been without work' },
    },
    { id: 'foreign_born', wording: { sv: 'utrikes födda utan arbete', en: 'people born abroad without work' } },
  ],
  formDefinition: {
    sv: 'tillsvidare eller tidsbegränsat enligt lagen om anställningsskydd',
    en: 'open-ended or fixed-term under the Employment Protection Act',
  },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}

const read = (over: Partial<EmploymentClause> = {}, language: ClauseLanguage = 'sv'): string =>
  clauseText({ ...clause, ...over }, language)
    .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
    .join('\n')

/** For each parameter another value, and the words that must appear for it in each language. The Record keeps the list complete. */
const changes: {
  readonly [Name in Exclude<keyof EmploymentClause, 'variant'>]-?: {
    value: EmploymentClause[Name]
    sv: string
    en: string
  }
} = {
  fullTimeMonths: { value: 1750, sv: 'minst 17,5 månader på heltid', en: 'at least 17.5 full-time months' },
  firstStartWithinMonths: { value: 9, sv: 'senast 9 månader', en: 'no later than 9 months' },
  earlyEndThreshold: { value: { numerator: 4, denominator: 5 }, sv: 'minst 80 %', en: 'at least 80%' },
  allowedEarlyEndReasons: { value: ['other'], sv: 'annat skäl som vi har', en: 'another reason that we have' },
  targetGroups: {
    value: [{ id: 'x', wording: { sv: 'föräldralediga', en: 'parents on leave' } }],
    sv: 'Målgruppen är föräldralediga.',
    en: 'The target group is parents on leave.',
  },
  formDefinition: {
    value: { sv: 'med lön enligt avtal', en: 'with pay by agreement' },
    sv: ': med lön enligt avtal.',
    en: ': with pay by agreement.',
  },
  countsExistingStaff: { value: true, sv: 'Även den som redan arbetar hos er', en: 'count too' },
  linkedToContractWork: { value: false, sv: 'behöver inte höra till', en: 'does not have to be part' },
  reportingIntervalMonths: { value: 4, sv: 'var 4:e månad', en: 'every 4 months' },
  supervisionDefinition: {
    value: { sv: 'en namngiven person finns på plats', en: 'a named person is present' },
    sv: 'Så menar vi med handledd: en namngiven person finns på plats.',
    en: 'what we mean by supervised: a named person is present.',
  },
}

describe('PRC-6: the clause text follows the parameters', () => {
  for (const variant of occupationForms)
    for (const [name, change] of Object.entries(changes)) {
      it.each(['sv', 'en'] as const)(`${variant}: a changed ${name} is found in the text (%s)`, language => {
        const [before, after] = [read({ variant }, language), read({ variant, [name]: change.value }, language)]
        expect(before).not.toContain(change[language])
        expect(after).toContain(change[language])
      })
    }

  it.each([
    ['employment', 'Ni anställer personer', 'Om en anställning slutar', 'You employ people', 'If an employment ends'],
    [
      'apprenticeship',
      'Ni anställer lärlingar',
      'Om en lärlingsanställning slutar',
      'You employ apprentices',
      'If an apprenticeship ends',
    ],
    [
      'supervised_placement',
      'på handledd praktik',
      'Om en praktik slutar',
      'on supervised placements',
      'If a placement ends',
    ],
  ] as const)('a changed variant is found in the text: %s', (variant, ...words) => {
    const formDefinition = { sv: 'egna ord', en: 'own words' }
    const [sv, en] = [read({ variant, formDefinition }), read({ variant, formDefinition }, 'en')]
    for (const word of words) expect(`${sv} ${en}`).toContain(word)
    if (variant === 'supervised_placement') expect(`${sv} ${en}`).not.toMatch(/anställ|employment/)
  })

  it('both languages have the same sections and as many paragraphs, whatever the parameters', () => {
    const shape = (over: Partial<EmploymentClause>, language: ClauseLanguage) =>
      clauseText({ ...clause, ...over }, language).map(({ paragraphs }) => paragraphs.length)
    for (const over of [
      {},
      { allowedEarlyEndReasons: [] },
      ...Object.entries(changes).map(([name, { value }]) => ({ [name]: value })),
    ]) {
      expect(shape(over, 'sv')).toEqual(shape(over, 'en'))
    }
  })

  it('every reason for an early end has words of its own in both languages', () => {
    const reasons = endReasons.filter((reason): reason is EarlyEndReason => reason !== 'as_planned')
    for (const language of ['sv', 'en'] as const) {
      expect(new Set(reasons.map(reason => read({ allowedEarlyEndReasons: [reason] }, language))).size).toBe(
        reasons.length,
      )
    }
  })

  it('without allowed reasons there is no threshold to speak of', () => {
    expect(read({ allowedEarlyEndReasons: [] })).not.toContain('75 %')
    expect(read({ allowedEarlyEndReasons: [] })).toContain('gäller fullt ut även om')
  })

  it('a limit that is not a whole per cent is written as it is, never rounded', () => {
    expect(read({ earlyEndThreshold: { numerator: 2, denominator: 3 } })).toContain('minst 2/3')
  })

  it('counts in the singular and says every other month as people do', () => {
    expect(read({ fullTimeMonths: 100, firstStartWithinMonths: 1, reportingIntervalMonths: 1 })).toMatch(
      /minst 1 månad på heltid[\s\S]*senast 1 månad efter[\s\S]*varje månad/,
    )
    for (const [interval, words] of [
      [2, 'varannan månad'],
      [12, 'var 12:e månad'],
      [22, 'var 22:a månad'],
    ] as const) {
      expect(read({ reportingIntervalMonths: interval })).toContain(words)
    }
    expect(read({ fullTimeMonths: 100, reportingIntervalMonths: 1 }, 'en')).toMatch(
      /1 full-time month\.[\s\S]*every month/,
    )
  })
})

describe('PRC-6: plain language', () => {
  it.each(['sv', 'en'] as const)(
    'no sentence is longer than 30 words with three reasons and two groups (%s)',
    language => {
      for (const sentence of read({}, language).split(/(?<=[.!?])\s+|\n/))
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(30)
    },
  )

  it('has none of the words that nobody says', () => {
    expect(read()).not.toMatch(/härmed|erfordras|avseende|tillhandahålla|undertecknad|skall\b/i)
  })
})
