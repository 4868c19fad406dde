import { describe, expect, test } from 'vitest'
import { mentionsOf } from './employment-words.ts'
import { exampleBytes, exampleNames } from './examples.ts'
import type { LotEntry, Signal } from './notice.ts'
import { readNotice } from './read.ts'
import { signalsOf } from './signals.ts'

function signalsIn(name: string): Record<string, string[]> {
  const answer = readNotice(exampleBytes(name))
  if (!answer.ok) throw new Error(answer.code)
  const told = ({ field, value, strength }: Signal): string =>
    `${field} ${value.length > 12 ? 'text' : value} ${strength}`
  return Object.fromEntries(answer.value.lots.map(lot => [lot.id, lot.signals.map(told)]))
}

const plain: LotEntry = {
  id: 'LOT-0001',
  kind: 'Lot',
  title: null,
  nature: null,
  cpv: [],
  places: [],
  period: null,
  quantity: null,
  note: null,
  strategic: ['none'],
  strategicDescription: [],
  social: [],
  environmental: [],
  innovative: [],
  accessibility: [],
  reservedParticipation: ['none'],
  reservedExecution: 'no',
  performanceTerms: null,
}

describe('PRC-12: the signs of employment in the twelve notices', () => {
  test.each([
    [
      'synthetic_sv_cn16_employment_two_lots.xml',
      {
        'LOT-0001': [
          'BT-06 soc-obj possible',
          'BT-775 opp clear',
          'BT-70 text clear',
          'BT-777 text clear',
          'BT-300 text possible',
        ],
        'LOT-0002': [],
      },
    ],
    [
      'synthetic_sv_cn20_dialogue_reserved.xml',
      {
        'LOT-0000': [
          'BT-06 soc-obj possible',
          'BT-775 opp clear',
          'BT-775 gen-eq possible',
          'BT-71 res-ws clear',
          'BT-736 yes clear',
          'BT-70 text clear',
        ],
      },
    ],
    [
      'synthetic_sv_can29_employment.xml',
      { 'LOT-0001': ['BT-06 soc-obj possible', 'BT-775 opp clear', 'BT-777 text clear'], 'LOT-0002': [] },
    ],
    ['pin-rtl_24.xml', { 'LOT-0001': ['BT-775 et-eq possible', 'BT-775 opp clear', 'BT-736 not-known possible'] }],
    ['veat_81.xml', { 'LOT-0001': [], 'LOT-0002': ['BT-775 opp clear'] }],
    ['subco_81.xml', { 'LOT-0001': ['BT-736 yes clear'] }],
    ['cn_25.xml', { 'LOT-0000': ['BT-736 yes clear'] }],
  ])('%s', (name, expected) => {
    expect(signalsIn(name)).toEqual(expected)
  })

  test('the other five have none', () => {
    const silent = exampleNames.filter(name => Object.values(signalsIn(name)).every(signals => signals.length === 0))
    expect(silent).toEqual([
      'can-modif_24_duration.xml',
      'can-social_24.xml',
      'can_24_minimal.xml',
      'cn-social_24.xml',
      'cn_24_minimal.xml',
    ])
  })
})

describe('what is a sign, and of what', () => {
  test('opp is clear without BT-06 beside it', () => {
    expect(signalsOf({ ...plain, strategic: [], social: ['opp'] }, 'SWE')).toMatchObject([
      { field: 'BT-775', about: 'employment', strength: 'clear', why: ['employment_objective'] },
    ])
  })

  test('a reserved contract is told apart from an employment requirement', () => {
    const signals = signalsOf({ ...plain, reservedParticipation: ['res-ws'], reservedExecution: 'yes' }, 'SWE')
    expect(signals.map(signal => signal.about)).toEqual(['reservation', 'reservation'])
    expect(signals[0]?.label?.sv).toMatch(/^Deltagande förbehålls skyddade verkstäder/)
  })

  test('none, no, accessibility for users and due diligence in supply chains are no signs', () => {
    expect(signalsOf({ ...plain, social: ['acc-all', 'hum-right'] }, 'SWE')).toEqual([])
    expect(signalsOf({ ...plain, social: ['constructor'], reservedExecution: 'constructor' }, 'SWE')).toEqual([])
  })

  test('filled terms of performance that say nothing of employment are no sign', () => {
    expect(
      signalsOf({ ...plain, performanceTerms: { SWE: 'Leverantören ska fakturera elektroniskt.' } }, 'SWE'),
    ).toEqual([])
  })

  test('target groups and numbers of places count only beside something that speaks of employment', () => {
    const note = { SWE: 'Målgrupp: äldre. Antal platser: 40.' }
    expect(signalsOf({ ...plain, note }, 'SWE')).toEqual([])
    expect(signalsOf({ ...plain, note, reservedParticipation: ['res-ws'] }, 'SWE').map(one => one.field)).toEqual([
      'BT-71',
    ])
    expect(signalsOf({ ...plain, note, social: ['opp'] }, 'SWE').map(one => one.field)).toEqual(['BT-775', 'BT-300'])
    const performanceTerms = { SWE: 'Leverantören ska anställa.' }
    expect(signalsOf({ ...plain, note, performanceTerms }, 'SWE').map(one => one.field)).toEqual(['BT-70', 'BT-300'])
  })

  test('the Swedish text is judged when there are several', () => {
    const performanceTerms = { ENG: 'None', SWE: 'Minst två lärlingar.' }
    expect(signalsOf({ ...plain, performanceTerms }, 'ENG')).toMatchObject([
      {
        field: 'BT-70',
        value: 'Minst två lärlingar.',
        why: ['says_apprentice'],
        words: ['lärlingar'],
        strength: 'possible',
      },
    ])
  })
})

describe('words in free texts', () => {
  test.each([
    ['Sysselsättningskrav enligt alternativ b.', 'clear', 'says_employment_requirement'],
    ['Särskilt kontraktsvillkor om sysselsättningsfrämjande åtgärder', 'clear', 'says_employment_requirement'],
    ['två långtidsarbetslösa ska erbjudas arbete', 'clear', 'says_unemployed'],
    ['personer långt från arbetsmarknaden', 'clear', 'says_unemployed'],
    ['motsvarande 24 heltidsmånader', 'clear', 'says_full_time_months'],
    ['minst 12 månader på heltid', 'clear', 'says_full_time_months'],
    ['Leverantören ska anställa en person', 'possible', 'says_employment'],
    ['ordna sysselsättning', 'possible', 'says_employment'],
    ['ta emot en praktikant per år', 'possible', 'says_internship'],
    ['Arbetspraktik erbjuds', 'possible', 'says_internship'],
    ['LÄRLINGSPLATSER: 3', 'possible', 'says_apprentice'],
    ['unga och utrikes födda', 'supporting', 'says_target_group'],
    ['antal platser: 4', 'supporting', 'says_places'],
    ['Målgrupp: arbetslösa', 'clear', 'says_target_group'],
    ['The contractor shall recruit long-term unemployed people', 'clear', 'says_unemployed'],
    ['two apprentices', 'possible', 'says_apprentice'],
  ])('%s: %s, %s', (text, strength, why) => {
    const mentions = mentionsOf(text)
    expect(mentions?.strength).toBe(strength)
    expect(mentions?.why).toContain(why)
  })

  test.each([
    'I praktiken innebär detta daglig städning.',
    'Praktiker inom vården bjuds in.',
    'Arbetsrättsliga villkor: lön, semester och arbetstid enligt anställningsvillkor i kollektivavtal.',
    'Lagen om anställningsskydd gäller.',
    'Bidders must comply with modern slavery act and operate an ethical supply chain.',
    'Employers liability insurance is required.',
    '',
  ])('says nothing of employment: %s', text => {
    expect(mentionsOf(text)).toBeUndefined()
  })

  test('each word is told once, as it is written', () => {
    expect(mentionsOf('Lärling, lärling och LÄRLINGAR')?.words.map(word => word.toLowerCase())).toEqual([
      'lärling',
      'lärlingar',
    ])
  })
})
