import { describe, expect, it } from 'vitest'
import { heard } from '#test/calculation'
import { readQuestion } from './input.ts'

const job = '/forecast/groups/0/work'
const work = { kind: 'employment', monthlyPay: 25_000 }
const one = { name: 'A', people: 2, from: '2026-02-01', months: 3, work, without: [] }
const input = (changed: object = {}) => ({
  localTax: { municipality: 20.68, region: 11.7 },
  forecast: { groups: [one] },
  ...changed,
})
const pointers = (given: unknown) => {
  const read = readQuestion(given)
  return read.ok ? [] : heard(read.faults).map(({ pointer }) => pointer)
}
const group = (changed: object) => input({ forecast: { groups: [{ ...one, ...changed }] } })
const placement = { name: 'B', from: '2026-02-01', last: '2026-04-30', work, without: [] }

describe('the question, as it comes in (STR-10)', { timeout: 60_000 }, () => {
  it('is settled: shares, periods with an end, ranges for all, what is left out filled in', () => {
    const read = readQuestion(
      input({
        assumptions: { deadweight: 10, workCosts: { low: 1, likely: 2, high: 3 } },
        outcome: { placements: [placement] },
      }),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { value } = read
    expect(value).toMatchObject({
      localTax: { municipality: 0.2068, region: 0.117 },
      equalisation: undefined,
      rulesOf: undefined,
      simulation: { seed: 1, draws: 1_000 },
      ranges: {
        deadweight: { low: 10, likely: 10, high: 10 },
        workCosts: { low: 1, likely: 2, high: 3 },
        productivity: { low: 35, likely: 55, high: 75 },
      },
      forecast: [
        {
          people: 2,
          period: { from: '2026-02-01', to: '2026-05-01' },
          work: { fullTime: 100, youth: false, support: { kind: 'none' } },
        },
      ],
      outcome: [{ people: 1, period: { from: '2026-02-01', to: '2026-05-01' } }],
    })
    expect([...value.turnedOn]).toEqual([])
  })

  it('keeps forecast and outcome apart, and turns on what it is told to', () => {
    const read = readQuestion({
      outcome: { placements: [placement] },
      turnOn: ['effects.average_local_tax'],
      incomeEqualisation: { municipality: 95, region: 90 },
    })
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(read.value).toMatchObject({
      forecast: undefined,
      localTax: undefined,
      equalisation: { municipality: 0.95, region: 0.9 },
    })
    expect([...read.value.turnedOn]).toEqual(['effects.average_local_tax'])
  })

  it('tells every fault at once, each where it is', () => {
    expect(
      pointers({
        localTax: { municipality: 101, region: -1 },
        rulesOf: '2026-02-30',
        turnOn: ['effects.income_tax'],
        simulation: { seed: -1, draws: 99 },
        forecast: { groups: [{ ...one, people: 0, months: 61, name: ' ', x: 1 }] },
        outcome: { placements: [] },
        y: 2,
      }),
    ).toEqual([
      '/localTax/municipality',
      '/localTax/region',
      '/rulesOf',
      '/turnOn/0',
      '/simulation/seed',
      '/simulation/draws',
      '/forecast/groups/0/name',
      '/forecast/groups/0/people',
      '/forecast/groups/0/months',
      '/forecast/groups/0/x',
      '/outcome/placements',
      '/y',
    ])
  })

  it.each<[string, unknown, string[]]>([
    ['neither forecast nor outcome', { localTax: { municipality: 20, region: 11 } }, ['']],
    ['taxes that are nothing', input({ localTax: { municipality: 0, region: 0 } }), ['/localTax']],
    ['taxes above all there is', input({ localTax: { municipality: 60, region: 40.01 } }), ['/localTax']],
    ['taxes that are all there is', input({ localTax: { municipality: 60, region: 40 } }), []],
    ['three decimals', input({ localTax: { municipality: 20.685, region: 11 } }), ['/localTax/municipality']],
    ['pay with three decimals', group({ work: { kind: 'employment', monthlyPay: 1.001 } }), [`${job}/monthlyPay`]],
    ['pay of a billion', group({ work: { kind: 'employment', monthlyPay: 1e9 } }), []],
    ['pay beyond it', group({ work: { kind: 'employment', monthlyPay: 1e9 + 1 } }), [`${job}/monthlyPay`]],
    ['more than full time', group({ work: { ...work, fullTime: 101 } }), [`${job}/fullTime`]],
    [
      'three layers',
      group({ work: { ...work, support: { kind: 'new_start_job', layers: 3 } } }),
      [`${job}/support/layers`],
    ],
    ['ten thousand people', group({ people: 10_000 }), []],
    ['one more', group({ people: 10_001 }), ['/forecast/groups/0/people']],
    ['five years', group({ months: 60 }), []],
    ['a hundred draws', input({ simulation: { seed: 2 ** 31, draws: 100 } }), []],
    ['ten thousand draws', input({ simulation: { seed: 0, draws: 10_000 } }), []],
    ['a draw more', input({ simulation: { seed: 0, draws: 10_001 } }), ['/simulation/draws']],
    ['no group', input({ forecast: { groups: [] } }), ['/forecast/groups']],
    [
      'a last day before the first',
      { ...input(), outcome: { placements: [{ ...placement, last: '2026-01-31' }] } },
      ['/outcome/placements/0/last'],
    ],
    ['one day', { ...input(), outcome: { placements: [{ ...placement, last: '2026-02-01' }] } }, []],
    ['a day short of five years', { ...input(), outcome: { placements: [{ ...placement, last: '2031-01-31' }] } }, []],
    [
      'five years and a day',
      { ...input(), outcome: { placements: [{ ...placement, last: '2031-02-01' }] } },
      ['/outcome/placements/0/last'],
    ],
  ])('%s', (_, given, where) => {
    expect(pointers(given)).toEqual(where)
  })

  it.each<[object, string[]]>([
    [{ deadweight: 100.5 }, ['/assumptions/deadweight']],
    [
      { deadweight: { low: -1, likely: 5, high: 101 } },
      ['/assumptions/deadweight/low', '/assumptions/deadweight/high'],
    ],
    [{ deadweight: { low: 6, likely: 5, high: 9 } }, ['/assumptions/deadweight']],
    [{ deadweight: { low: 1, likely: 10, high: 9 } }, ['/assumptions/deadweight']],
    [{ deadweight: { low: 5, likely: 5, high: 5 } }, []],
    [{ pay: 0.5 }, ['/assumptions/pay']],
    [{ pay: 1 }, []],
    [{ pay: 500.01 }, ['/assumptions/pay']],
    [{ productivity: 500 }, []],
    [{ productivity: 501 }, ['/assumptions/productivity']],
    [{ productivity: 33.333 }, ['/assumptions/productivity']],
    [{ productivity: -1 }, ['/assumptions/productivity']],
    [{ staying: 100.01, displacement: 101 }, ['/assumptions/staying', '/assumptions/displacement']],
    [
      { employerCosts: -1, municipalCosts: -1, programmeSaved: -1, workCosts: -1 },
      [
        '/assumptions/employerCosts',
        '/assumptions/municipalCosts',
        '/assumptions/programmeSaved',
        '/assumptions/workCosts',
      ],
    ],
    [{ luck: 1 }, ['/assumptions/luck']],
  ])('assumptions %j', (assumptions, where) => {
    expect(pointers(input({ assumptions }))).toEqual(where)
  })

  it('says in both languages what is wrong', () => {
    const read = readQuestion(input({ assumptions: { deadweight: { low: 6, likely: 5, high: 9 } } }))
    if (read.ok) throw new Error('was read')
    expect(read.faults[0]?.says).toEqual({
      sv: 'Hade fått arbete ändå: det låga får inte vara högre än det troliga, och det troliga inte högre än det höga.',
      en: 'Would have found work anyway: low may not be above likely, nor likely above high.',
    })
    const tax = readQuestion(input({ localTax: { municipality: 0, region: 0 } }))
    if (tax.ok) throw new Error('was read')
    expect(tax.faults[0]?.says.sv).toBe('Ska tillsammans vara mer än 0 och högst 100 procent.')
  })
})
