import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectExamples, told } from '#test/calculation'
import { effectsCalculation, effectsOf } from './index.ts'

/** An example of docs, with fewer draws: what is claimed here does not rest on how many they are. */
const example = (name: string): Record<string, unknown> => ({
  ...JSON.parse(readFileSync(new URL(`../../../docs/examples/calc/${name}.json`, import.meta.url), 'utf8')),
  simulation: { seed: 2026, draws: 100 },
})
const golden = example('effects-golden')
const both = example('effects-before-and-after')
const calculated = (input: unknown) => told(effectsCalculation, input)
const resultOf = (input: unknown) => {
  const done = effectsOf(input)
  if (!done.ok) throw new Error(JSON.stringify(done.faults))
  return done.result
}
const plain = (text: string): string => text.replace(/\s/g, ' ')

describe('the answer (STR-10)', { timeout: 60_000 }, () => {
  it('is told whole for every example, in both languages', () => {
    expectExamples(effectsCalculation)
  })

  it('tells who gains and who pays in a sentence', () => {
    expect(plain(calculated(golden).summary.sv)).toBe(
      'Prognos: samhället vinner 394 260 kr på 1 person. Betalar: stat 62 807 kr.',
    )
    expect(plain(calculated(golden).summary.en)).toBe(
      'Forecast: society gains SEK 394,260 on 1 person. Paying: state SEK 62,807.',
    )
    const loss = { ...golden, assumptions: { productivity: 0, employerCosts: 100 } }
    expect(plain(calculated(loss).summary.sv)).toMatch(
      /^Prognos: samhället förlorar 1 200 kr på 1 person\. Betalar: stat .* kr, arbetsgivare .* kr\.$/,
    )
    expect(plain(calculated(example('effects-internship')).summary.en)).toMatch(
      /gains SEK 15,000 \(from SEK [\d,]+ to SEK [\d,]+\) on 5 people\. No party pays\.$/,
    )
  })

  it('says what is not counted, always, and what its switches leave out', () => {
    const left = (input: unknown): string[] =>
      (calculated(input).notCounted ?? []).map(({ en }) => en.split(/[:, ]/)[0]!)
    expect(left(golden)).toEqual(['Deadweight', 'Displacement', 'Income', 'What', 'The', 'Health', 'Value', 'Changed'])
    expect(left(both)).toEqual(['What', 'The', 'Health', 'Value', 'Changed'])
    expect(left({ ...golden, assumptions: { programmeSaved: 3_000 } })).not.toContain('What')
    expect(left({ ...golden, turnOn: ['effects.income_equalisation'] })).not.toContain('Income')
  })

  it('names each rule with its source and its inputs, in both languages', () => {
    const { lines } = calculated(both)
    expect(lines.filter(({ source, says }) => source === '' || says.sv === '' || says.en === '')).toEqual([])
    expect([...new Set(lines.map(({ rule }) => rule))]).toEqual([
      'effects.income_tax',
      'candidates.support.employer_fees',
      'candidates.support.youth_fees',
      'effects.benefits',
      'candidates.support.intro_terms',
      'candidates.support.pay_cap',
      'effects.counterfactual',
      'effects.double_entry',
      'effects.span',
    ])
    const says = lines.map(line => plain(line.says.en))
    expect(says).toContain(
      'Forecast. Unga med försörjningsstöd, 2026: one person has SEK 204,230 after tax with the requirement and SEK 117,600 without.',
    )
    expect(
      says.filter(text =>
        /^Forecast\. Social assistance: SEK [\d,]+ less from municipality to individual\.$/.test(text),
      ),
    ).toHaveLength(1)
    expect(
      says.filter(text => /^Outcome\. Work done: SEK [\d,]+ more from the work to employer\.$/.test(text)),
    ).toHaveLength(1)
    expect(
      says.filter(text =>
        /^Outcome\. Costs of working: SEK [\d,]+ more from individual to what is used up\.$/.test(text),
      ),
    ).toHaveLength(1)
    expect(says.filter(text => /^Outcome\. Society: SEK [\d,]+ \(from SEK/.test(text))).toHaveLength(1)
    expect(lines.find(({ rule }) => rule === 'effects.counterfactual')?.inputs).toEqual({
      municipalTax: 0.209,
      regionTax: 0.115,
      equalisationMunicipality: 0.95,
      equalisationRegion: 0.9,
    })
    expect(lines.find(({ rule }) => rule === 'candidates.support.youth_fees')?.inputs).toEqual({
      validFrom: '2026-04-01',
    })
    expect(calculated({ ...golden, rulesOf: '2026-02-01' }).lines.map(({ rule }) => rule)).not.toContain(
      'effects.new_start_job',
    )
  })

  it('is stored whole: input and result are plain JSON, and the same input gives the same result', () => {
    const result = resultOf(both)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    expect(resultOf(JSON.parse(JSON.stringify(both)))).toEqual(result)
    expect(calculated(both).value).toEqual(result)
  })

  it('reckons the outcome on the pay and the time that were, whatever the forecast assumed', () => {
    const { forecast, outcome } = resultOf(both)
    expect(forecast?.tornado.map(({ assumption }) => assumption)).toContain('staying')
    expect(outcome?.tornado.map(({ assumption }) => assumption)).not.toEqual(expect.arrayContaining(['staying']))
    expect(outcome?.tornado.map(({ assumption }) => assumption)).not.toEqual(expect.arrayContaining(['pay']))
    // 4 × 354 days from 12 January, 154 days, 3 × 260 days from 16 March.
    expect(outcome).toMatchObject({ people: 8, personDays: 4 * 354 + 154 + 3 * 260 })
  })

  it('gives the gain for each person-year, and what one has to live on', () => {
    const { forecast } = resultOf(golden)
    expect(forecast).toMatchObject({
      people: 1,
      personDays: 365,
      perPersonYear: 39_426_000,
      incomes: [{ group: 'Nyanländ, ensamstående', year: 2026, with: 24_594_700, without: 12_811_200 }],
      years: [{ year: 2026, gains: { society: 39_426_000 } }],
      tornado: [],
    })
    expect(forecast?.flows.find(({ flow }) => flow === 'support')).toEqual({
      flow: 'support',
      from: 'state',
      to: 'employer',
      amount: 25_232_640,
    })
    expect(forecast?.flows.map(({ flow }) => flow)).not.toContain('work_costs')
    expect(forecast?.gains.state).toEqual({ likely: -6_280_740, low: -6_280_740, high: -6_280_740 })
    expect(forecast?.scenarios.low).toEqual(forecast?.scenarios.high)
    expect(resultOf({ ...golden, assumptions: { staying: 0 } }).forecast).toMatchObject({
      personDays: 0,
      perPersonYear: 0,
    })
  })

  it('takes nothing unverified unless told to', () => {
    const { localTax: _, ...without } = golden
    const refused = effectsOf(without)
    expect(refused.ok ? [] : refused.faults.map(({ pointer }) => pointer)).toEqual(['/localTax'])
    expect(resultOf({ ...without, turnOn: ['effects.average_local_tax'] })).toMatchObject({
      localTax: { municipality: 0.2068, region: 0.117 },
      equalisation: null,
    })
    expect(resultOf({ ...golden, turnOn: ['effects.income_equalisation'] }).equalisation).toEqual({
      municipality: 0.95,
      region: 0.9,
    })
  })

  it('refuses a time without rules, where it stands, and says the way out', () => {
    const late = {
      ...golden,
      forecast: { groups: [{ ...(golden.forecast as { groups: object[] }).groups[0], from: '2026-09-01' }] },
    }
    const refused = effectsOf(late)
    if (refused.ok) throw new Error('was reckoned')
    expect(refused.faults).toEqual([
      {
        pointer: '/forecast/groups/0/from',
        says: {
          sv: 'Det finns inga regler för 2027-01-01 (effects.income_tax). Välj en annan tid, eller räkna allt med en dags regler: "rulesOf": "2026-07-01".',
          en: 'There are no rules for 2027-01-01 (effects.income_tax). Choose another time, or reckon all by the rules of one day: "rulesOf": "2026-07-01".',
        },
      },
    ])
    expect(resultOf({ ...late, rulesOf: '2026-07-01' }).forecast?.years).toHaveLength(2)
    const wrong = effectsOf({ ...late, rulesOf: '2020-01-01' })
    expect(wrong.ok ? [] : wrong.faults.map(({ pointer }) => pointer)).toEqual(['/rulesOf'])
  })

  it('is near what the agency has published: over 200 000 for a newly arrived person with support in twelve months', () => {
    const { forecast } = resultOf({ ...golden, assumptions: undefined })
    expect(forecast?.gains.society.likely).toBe(21_684_300)
    expect(forecast?.gains.society.low).toBeGreaterThan(15_000_000)
  })
})
