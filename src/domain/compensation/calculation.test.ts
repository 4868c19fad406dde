import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { compensationCalculation, compensationOf } from './index.ts'

const example = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/calc/compensation-${name}.json`, import.meta.url), 'utf8'))
const calculated = (input: unknown) => told(compensationCalculation, input)
const faults = (input: unknown) => faultsIn(compensationCalculation, input).map(({ pointer }) => pointer)
const plain = (text: string): string => text.replace(/\s/g, ' ')
const model = { validFrom: '2026-01-01', source: 'Avtal', tiers: [{ tier: 'A', price: 40_000 }], plannedDays: 120 }
const withModel = (changed: object) => faults({ models: [{ ...model, ...changed }] })
const started = { id: '1', recorded: '2026-01-12', kind: 'started', participant: 'P', tier: 'A', on: '2026-01-12' }
const withEvents = (...events: object[]) =>
  faults({ models: [model], ledger: { asOf: '2026-12-31', events: [started, ...events] } })
const event = (kind: string, on: string, changed: object = {}) => ({
  id: kind,
  recorded: on,
  kind,
  participant: 'P',
  on,
  ...changed,
})

describe('the answer (UPH-5)', { timeout: 60_000 }, () => {
  it('is told whole for every example, in both languages', () => {
    expectExamples(compensationCalculation)
  })

  it('sums the example’s ledger by hand', () => {
    // P1, B: 12 January–6 April, 61 weekdays × 160 = 9 760, and 22 400 twice.
    // P2, A: 19 January–3 May, 75 weekdays × 100 = 7 500, 14 000, and half of it back.
    // P3, B: 2 February–19 March, 34 weekdays × 160 = 5 440. P4, A from 1 July: 10 August–30 November, 81 × 103 = 8 343.
    const done = compensationOf(example('ledger'))
    if (!done.ok) throw new Error(JSON.stringify(done.faults))
    expect(done.result.ledger?.balance).toEqual({
      base: (9_760 + 7_500 + 5_440 + 8_343) * 100,
      result: (22_400 * 2 + 14_000) * 100,
      clawback: -700_000,
      total: 8_284_300,
    })
    expect(done.result.ledger?.statements.map(({ month }) => month)).toHaveLength(11)
  })

  it('takes back of what was paid at the hire only, once the employment has ended too soon', () => {
    const terms = {
      ...model,
      results: [
        { afterMonths: 0, share: 35 },
        { afterMonths: 3, share: 35 },
      ],
      clawback: { withinMonths: 6, share: 50 },
    }
    const events = [started, event('hired', '2026-02-02'), event('still_employed', '2026-05-04')]
    const balance = (asOf: string, ...more: object[]) => {
      const done = compensationOf({ models: [terms], ledger: { asOf, events: [...events, ...more] } })
      if (!done.ok) throw new Error(JSON.stringify(done.faults))
      return done.result.ledger?.balance
    }
    // 40 000 in all: 12 000 base over 120 weekdays from 12 January, 14 000 at the hire and 14 000 after three months.
    const ended = event('employment_ended', '2026-06-15')
    expect(balance('2026-12-31', ended)).toMatchObject({ base: 1_200_000, result: 2_800_000, clawback: -700_000 })
    expect(balance('2026-12-31', event('employment_ended', '2026-08-01'))).toMatchObject({ clawback: 0 })
    expect(balance('2026-06-14', { ...ended, recorded: '2026-06-01' })).toMatchObject({ clawback: 0 })
  })

  it('tells it in a sentence, in both languages', () => {
    expect(plain(calculated(example('ledger')).summary.sv)).toBe(
      'Till och med 2026-11-30 är ersättningen 82 843 kr i 11 avräkningar: grund 31 043 kr, resultat 58 800 kr, återbetalning −7 000 kr.',
    )
    expect(plain(calculated(example('ledger')).summary.en)).toContain(
      'the compensation is SEK 82,843 in 11 statements: base SEK 31,043',
    )
    expect(plain(calculated(example('rehearsal')).summary.sv)).toMatch(
      /^Provräkning, resultat per år\. 40 deltagare: −259 975 kr \(−480 800 kr till −35 399 kr\);.*Går runt vid 67 deltagare\.$/,
    )
    expect(plain(calculated(example('three-months')).summary.en)).toBe(
      'Tier A: day rate SEK 120. It is SEK 10 above the cost: profit without results.',
    )
    const one = { models: [model], ledger: { asOf: '2026-01-31', events: [started] } }
    expect(plain(calculated(one).summary.en)).toContain('in 1 statement:')
    const never = example('rehearsal') as { rehearsal: { costs: object } }
    const costly = { ...never, rehearsal: { ...never.rehearsal, costs: { fixed: 0, perParticipant: 90_000 } } }
    expect(calculated(costly).summary.en).toMatch(/No number of participants is enough to break even\.$/)
  })

  it('explains each line by its rule, late ones by their month', () => {
    const { lines, notCounted } = calculated(example('ledger'))
    const says = lines.map(({ rule, says }) => `${rule} ${plain(says.en)}`)
    expect(says).toContain(
      'compensation.tiers Tier A from 2026-01-01: SEK 40,000 in all, of which base SEK 12,000 and results SEK 14,000 and SEK 14,000.',
    )
    expect(says).toContain('compensation.cost_cover Tier B: day rate SEK 160. It covers the cost and no more.')
    expect(says).toContain('compensation.base 2026-03. Participant P2: base part for 2026-01, −SEK 500.')
    expect(says).toContain('compensation.base 2026-03. Participant P2: base part, SEK 2,200.')
    expect(says).toContain('compensation.results 2026-04. Participant P1: hire, SEK 22,400.')
    expect(says).toContain('compensation.results 2026-10. Participant P1: employment for 6 months, SEK 22,400.')
    expect(says).toContain('compensation.clawback 2026-06. Participant P2: clawback, −SEK 7,000.')
    expect(says).toContain('compensation.corrections Statement 2026-07: SEK 0 on 0 lines.')
    expect(lines.map(line => plain(line.says.sv))).toContain(
      '2026-10. Deltagare P1: anställning i 6 månader, 22 400 kr.',
    )
    expect(lines[0]).toMatchObject({
      source: 'Avtal 2026-014, bilaga 3',
      inputs: { tier: 'A', validFrom: '2026-01-01', lastDay: '2026-06-30' },
    })
    expect(lines.filter(({ source, says: { sv, en } }) => [source, sv, en].includes(''))).toEqual([])
    expect(notCounted?.map(({ en }) => en.split(/[ .:]/)[0])).toEqual(['Value', 'The', 'Penalties'])
  })

  it('explains the rehearsal, and warns of a model that rewards easy cases', () => {
    const says = calculated(example('rehearsal')).lines.map(line => plain(line.says.en))
    expect(says).toContain(
      'Tier A, one participant on average: base SEK 9,499, results SEK 10,621, cost SEK 11,496, left SEK 8,623.',
    )
    expect(says).toContain('Tier B: day rate SEK 175.39. It is SEK 5.39 above the cost: profit without results.')
    expect(says).toContain('No tier rewards easy cases more than hard ones.')
    expect(says.at(-1)).toMatch(
      /^160 participants: the base part pays 69% of the cost\. Eight years of ten chance puts the result between SEK 640,505 and SEK 1,179,695\.$/,
    )
    const hard = JSON.parse(JSON.stringify(example('rehearsal')).replace('"dailyCost":165', '"dailyCost":900'))
    expect(calculated(hard).lines.map(line => line.says.en)).toContain(
      'A tier further from the labour market earns less than one nearer: choosing easy cases pays.',
    )
  })

  it('judges the base part in words whatever the verdict', () => {
    const cover = (low: number, high: number) =>
      plain(
        calculated({ models: [{ ...model, tiers: [{ tier: 'A', price: 40_000, dailyCost: { low, high } }] }] }).summary
          .en,
      )
    expect(cover(150, 200)).toBe(
      'Tier A: day rate SEK 100. It is SEK 50 below the cost: the service only pays with results.',
    )
    expect(plain(calculated({ models: [model] }).summary.en)).toBe(
      'Tier A: day rate SEK 100. The cost a day is not given.',
    )
  })

  it('is stored whole: input and result are plain JSON', () => {
    for (const name of ['ledger', 'rehearsal', 'three-months']) {
      const { value } = calculated(example(name))
      expect(calculated(JSON.parse(JSON.stringify(example(name)))).value).toEqual(value)
      expect(JSON.parse(JSON.stringify(value))).toEqual(value)
    }
  })
})

describe('a bad file is refused with every fault at once (UPH-5)', { timeout: 60_000 }, () => {
  it.each<[string, object, string[]]>([
    ['a sum that is not 100', { baseShare: 31 }, ['/models/0/results']],
    [
      'a sum of 100 in hundredths',
      {
        baseShare: 33.34,
        results: [
          { afterMonths: 0, share: 33.33 },
          { afterMonths: 3, share: 33.33 },
        ],
      },
      [],
    ],
    [
      'months that do not grow',
      {
        results: [
          { afterMonths: 3, share: 35 },
          { afterMonths: 3, share: 35 },
        ],
      },
      ['/models/0/results/1/afterMonths'],
    ],
    ['no result', { results: [], baseShare: 100 }, ['/models/0/results']],
    [
      'a tier twice',
      {
        tiers: [
          { tier: 'A', price: 1 },
          { tier: 'A', price: 2 },
        ],
      },
      ['/models/0/tiers/1/tier'],
    ],
    ['no tier', { tiers: [] }, ['/models/0/tiers']],
    ['an end before its beginning', { validTo: '2026-01-01' }, ['/models/0/validTo']],
    ['one day', { validTo: '2026-01-02' }, []],
    ['no days', { plannedDays: 0 }, ['/models/0/plannedDays']],
    ['too many days', { plannedDays: 1001 }, ['/models/0/plannedDays']],
    ['a clawback of no months', { clawback: { withinMonths: 0, share: 50 } }, ['/models/0/clawback/withinMonths']],
    ['a clawback of more than all', { clawback: { withinMonths: 1, share: 101 } }, ['/models/0/clawback/share']],
    [
      'a cost upside down',
      { tiers: [{ tier: 'A', price: 1, dailyCost: { low: 2, high: 1 } }] },
      ['/models/0/tiers/0/dailyCost'],
    ],
    ['three decimals', { tiers: [{ tier: 'A', price: 1.001 }] }, ['/models/0/tiers/0/price']],
    ['three decimals of a share', { baseShare: 30.001 }, ['/models/0/baseShare', '/models/0/results']],
    ['another kind of days', { days: 'nights' }, ['/models/0/days']],
    ['what is not here', { bonus: 1 }, ['/models/0/bonus']],
  ])('price model: %s', (_, changed, where) => {
    expect(withModel(changed)).toEqual(where)
  })

  it.each<[string, object[], string[]]>([
    [
      'nothing wrong',
      [
        event('hired', '2026-03-01'),
        event('still_employed', '2026-04-01'),
        event('still_employed', '2026-05-01', { id: 'x' }),
        event('employment_ended', '2026-06-01'),
      ],
      [],
    ],
    ['an id twice', [event('ended', '2026-03-01', { id: '1' })], ['/ledger/events/1/id']],
    ['back in time', [event('ended', '2026-01-13', { recorded: '2026-01-11' })], ['/ledger/events/1/recorded']],
    ['the same day', [event('ended', '2026-01-12', { recorded: '2026-01-12' })], []],
    [
      'seen before it is',
      [event('hired', '2026-03-01'), event('still_employed', '2026-04-02', { recorded: '2026-04-01' })],
      ['/ledger/events/2/on'],
    ],
    [
      'nothing to correct',
      [{ id: 'c', recorded: '2026-02-01', kind: 'corrected', corrects: '9', reason: 'r' }],
      ['/ledger/events/1/corrects'],
    ],
    [
      'a correction of a correction',
      [
        {
          id: 'c',
          recorded: '2026-02-01',
          kind: 'corrected',
          corrects: '1',
          reason: 'r',
          instead: { on: '2026-01-13' },
        },
        { id: 'd', recorded: '2026-02-01', kind: 'corrected', corrects: 'c', reason: 'r' },
      ],
      ['/ledger/events/2/corrects'],
    ],
    [
      'a correction of itself',
      [{ id: 'c', recorded: '2026-02-01', kind: 'corrected', corrects: 'c', reason: 'r' }],
      ['/ledger/events/1/corrects'],
    ],
    [
      'a tier of what has none',
      [
        event('ended', '2026-02-01'),
        { id: 'c', recorded: '2026-02-01', kind: 'corrected', corrects: 'ended', reason: 'r', instead: { tier: 'A' } },
      ],
      ['/ledger/events/2/instead/tier'],
    ],
    ['started twice', [{ ...started, id: '2' }], ['/ledger/events/1/kind']],
    [
      'hired twice',
      [event('hired', '2026-03-01'), event('hired', '2026-04-01', { id: 'x' })],
      ['/ledger/events/2/kind'],
    ],
    ['an unknown participant', [event('hired', '2026-03-01', { participant: 'Q' })], ['/ledger/events/1/participant']],
    ['before the first day', [event('hired', '2026-01-11', { recorded: '2026-01-12' })], ['/ledger/events/1/on']],
    ['on the first day', [event('hired', '2026-01-12')], []],
    ['seen without a hire', [event('still_employed', '2026-03-01')], ['/ledger/events/1/kind']],
    ['ended without a hire', [event('employment_ended', '2026-03-01')], ['/ledger/events/1/kind']],
    [
      'ended before the hire',
      [event('hired', '2026-03-01'), event('employment_ended', '2026-02-28', { recorded: '2026-03-01' })],
      ['/ledger/events/2/on'],
    ],
    ['ended on the day of the hire', [event('hired', '2026-03-01'), event('employment_ended', '2026-03-01')], []],
    ['a tier that has no price', [{ ...started, id: '2', participant: 'Q', tier: 'B' }], ['/ledger/events/1/tier']],
    ['a day without a model', [{ ...started, id: '2', participant: 'Q', on: '2025-12-31' }], ['/ledger/events/1/on']],
    [
      'a start corrected past the hire',
      [
        event('hired', '2026-03-01'),
        {
          id: 'c',
          recorded: '2026-03-02',
          kind: 'corrected',
          corrects: '1',
          reason: 'r',
          instead: { on: '2026-03-02' },
        },
      ],
      ['/ledger/events/1/on'],
    ],
    [
      'an end corrected to before the start',
      [
        event('ended', '2026-02-01'),
        {
          id: 'c',
          recorded: '2026-03-02',
          kind: 'corrected',
          corrects: 'ended',
          reason: 'r',
          instead: { on: '2026-01-11' },
        },
      ],
      ['/ledger/events/1/on'],
    ],
    [
      'a start taken back under a hire',
      [
        event('hired', '2026-03-01'),
        { id: 'c', recorded: '2026-03-02', kind: 'corrected', corrects: '1', reason: 'r' },
      ],
      ['/ledger/events/1/participant'],
    ],
    [
      'two at once',
      [event('hired', '2026-03-01', { participant: 'Q', id: '1' })],
      ['/ledger/events/1/id', '/ledger/events/1/participant'],
    ],
  ])('ledger: %s', (_, events, where) => {
    expect([...new Set(withEvents(...events))]).toEqual(where)
  })

  const rehearsal = {
    on: '2026-01-01',
    volumes: [10],
    tiers: [{ tier: 'A', mix: 100, dailyCost: 90, dropOut: 20, reached: [50, { low: 50, likely: 60, high: 70 }] }],
    days: { stayed: 100, droppedOut: 30 },
    costs: { fixed: 100 },
  }
  const tier = rehearsal.tiers[0]!
  it.each<[string, object, string[]]>([
    ['nothing wrong', {}, []],
    ['a day without a model', { on: '2025-12-31' }, ['/rehearsal/on']],
    ['an unknown tier', { tiers: [{ ...tier, tier: 'B' }] }, ['/rehearsal/tiers/0/tier']],
    ['too few results', { tiers: [{ ...tier, reached: [50] }] }, ['/rehearsal/tiers/0/reached']],
    ['a mix that is not all', { tiers: [{ ...tier, mix: 99 }] }, ['/rehearsal/tiers']],
    [
      'a range upside down',
      { tiers: [{ ...tier, dropOut: { low: 3, likely: 2, high: 5 } }] },
      ['/rehearsal/tiers/0/dropOut'],
    ],
    [
      'a range whose middle is too high',
      { tiers: [{ ...tier, dropOut: { low: 3, likely: 6, high: 5 } }] },
      ['/rehearsal/tiers/0/dropOut'],
    ],
    ['no volume', { volumes: [] }, ['/rehearsal/volumes']],
    ['a volume of none', { volumes: [0] }, ['/rehearsal/volumes/0']],
    [
      'all at once',
      { tiers: [{ ...tier, tier: 'B', mix: 99, reached: [50] }] },
      ['/rehearsal/tiers/0/tier', '/rehearsal/tiers/0/reached', '/rehearsal/tiers'],
    ],
  ])('rehearsal: %s', (_, changed, where) => {
    expect(faults({ models: [model], rehearsal: { ...rehearsal, ...changed } })).toEqual(where)
  })

  it('tells the faults of ledger and rehearsal together, in both languages', () => {
    const done = compensationOf({
      models: [model],
      ledger: { asOf: '2026-12-31', events: [{ ...started, tier: 'B' }] },
      rehearsal: { ...rehearsal, on: '2025-12-31' },
    })
    expect(done.ok ? [] : done.faults).toEqual([
      {
        pointer: '/ledger/events/0/tier',
        says: { sv: 'Prismodellen har ingen sådan nivå.', en: 'The price model has no such tier.' },
      },
      {
        pointer: '/rehearsal/on',
        says: { sv: 'Ingen prismodell gäller den dagen.', en: 'No price model is in force on that day.' },
      },
    ])
  })
})
