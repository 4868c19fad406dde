import { describe, expect, it } from 'vitest'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { eligibilityCalculation } from './eligibility.ts'

const calculate = (input: object) => told(eligibilityCalculation, input)
const facts = {
  registration: { state: 'registered', since: '2025-12-01' },
  workAbility: { tested: 'yes', testedOn: '2026-01-12', instrument: 'common', documented: 'yes', atLeastHalf: 'yes' },
  programmes: 'unknown',
}
const targetGroup = { kind: 'target_group', on: '2026-02-01', job: { starts: '2026-03-16' }, facts }

describe('calc eligibility', () => {
  it('tells every example whole, in both languages', () => {
    expectExamples(eligibilityCalculation)
  })

  it('TGT-6: says rule by rule what holds, why, and what would change it by when', () => {
    const good = calculate(targetGroup)
    expect(good.summary.en).toBe('May be proposed.')
    expect(good.lines[0]).toMatchObject({
      rule: 'candidates.eligibility.registered_in_time',
      source: 'Målgruppsprocessen, avsnitt b',
      says: {
        en: 'Registered in time: yes. Registered with Arbetsförmedlingen on 2025-12-01. By 2026-02-23 is enough.',
      },
    })
    const late = calculate({
      ...targetGroup,
      facts: { ...facts, registration: { state: 'registered', since: '2026-03-01' } },
    })
    expect(late.summary.en).toBe('May not be proposed yet.')
    expect(late.lines[0]?.says.en).toBe(
      'Registered in time: not yet. Registered on 2026-03-01, but needed to be by 2026-02-23, 21 days before the start. Move the start to 2026-03-22 or later.',
    )
    expect(late.value).toMatchObject({
      mayBeProposed: 'not_yet',
      rules: [{ wouldChange: { code: 'move_start', to: '2026-03-22' } }, {}, {}, {}, {}],
    })
    const unsure = calculate({ ...targetGroup, facts: { ...facts, workAbility: {} } })
    expect(unsure.summary.sv).toBe('Vi vet inte än om personen kan föreslås.')
    expect(unsure.lines[1]?.says.sv).toBe(
      'Arbetsförmågan är prövad: vet inte. Vi vet inte om personen är prövad. Fråga om prövningen senast 2026-03-16.',
    )
  })

  it('TGT-6: whatever is known, each rule says its state, why and what would change it', () => {
    const registrations = [
      { state: 'unknown' },
      { state: 'not_registered' },
      { state: 'registered', since: '2025-12-01' },
      { state: 'registered', since: '2026-03-10' },
    ]
    const abilities = [
      {},
      { tested: 'yes', documented: 'no', atLeastHalf: 'no' },
      { tested: 'yes', testedOn: '2026-01-12', instrument: 'x', documented: 'yes', atLeastHalf: 'yes' },
      { tested: 'no', bookedFor: '2026-03-01' },
      { tested: 'no', bookedFor: '2026-04-01' },
      { tested: 'no' },
    ]
    const held = [{ code: 'JOB', period: { firstDay: '2026-01-01' } }]
    const job = { starts: '2026-03-16', programmes: ['JOB', 'UGA'] }
    const marks = { met: /: yes\. \S/, not_met: /: not yet\. \S/, unknown: /: unknown\. \S/ }
    const said: string[] = []
    for (const registration of registrations)
      for (const workAbility of abilities)
        for (const programmes of ['unknown', [], held]) {
          const { value, lines } = calculate({ ...targetGroup, job, facts: { registration, workAbility, programmes } })
          const { rules } = value as { rules: { state: keyof typeof marks }[] }
          lines.forEach(({ says }, index) => {
            expect(says.en).toMatch(marks[rules[index]?.state ?? 'met'])
          })
          said.push(...lines.map(({ says }) => says.en))
        }
    expect(new Set(said)).toContain('In a programme when the job starts: yes. Yes: JOB.')
    expect(new Set(said)).toContain(
      'In a programme when the job starts: not yet. In none of JOB, UGA. Join a programme by 2026-03-16.',
    )
    expect(new Set(said)).toContain(
      'Work ability is tested: not yet. The test is booked for 2026-04-01, after the start. Move the start to 2026-04-01 or later.',
    )
    expect(new Set(said)).toContain('Work ability is tested: yes. Tested.')
    expect(new Set(said)).toContain(
      'Registered in time: not yet. Not registered with Arbetsförmedlingen. It is needed 21 days before the start. Register the person by 2026-02-23.',
    )
  })

  it('a programme’s first and last day both count', () => {
    const member = (lastDay: string) =>
      calculate({
        ...targetGroup,
        job: { starts: '2026-03-16', programmes: ['JOB'] },
        facts: { ...facts, programmes: [{ code: 'JOB', period: { firstDay: '2026-01-01', lastDay } }] },
      }).value
    expect(member('2026-03-16')).toMatchObject({ mayBeProposed: 'yes' })
    expect(member('2026-03-15')).toMatchObject({ mayBeProposed: 'not_yet' })
  })

  it('refuses a day before the rules, and a period that ends before it begins', () => {
    expect(faultsIn(eligibilityCalculation, { ...targetGroup, job: { starts: '2025-12-31' } })).toMatchObject([
      { pointer: '/job/starts' },
    ])
    const period = { firstDay: '2026-02-01', lastDay: '2026-01-31' }
    const programme = { kind: 'programme', starts: '2026-03-02', decisions: [{ programme: 'JOB', period }] }
    expect(faultsIn(eligibilityCalculation, programme)).toMatchObject([
      { pointer: '/decisions/0/period/lastDay', says: { en: 'Must not be before the first day.' } },
    ])
    const sameDay = { ...programme, decisions: [{ programme: 'JOB', period: { ...period, lastDay: '2026-02-01' } }] }
    expect(faultsIn(eligibilityCalculation, sameDay)).toEqual([])
  })

  it('TGT-13 and JSP-9: the lane and the gate answer in one sentence', () => {
    const lane = (over: object) =>
      calculate({
        kind: 'apprentice',
        on: '2026-02-01',
        job: { starts: '2026-06-15' },
        facts: { birth: '2004-05-20', unemployed: 'yes', needsComplement: 'no', ...over },
      })
    expect(lane({}).summary.en).toBe('May enter the apprentice lane.')
    expect(lane({}).value).toEqual({ mayEnter: 'met', priority: 'unknown' })
    expect(lane({ unemployed: 'no' }).summary.en).toBe('May not enter the apprentice lane yet.')
    expect(lane({ unemployed: 'unknown' }).summary.sv).toBe('Vi vet inte än om personen kan gå lärlingsspåret.')
    const gate = (decisions: unknown) => calculate({ kind: 'programme', starts: '2026-03-02', decisions }).summary.en
    expect(calculate({ kind: 'programme', starts: '2026-03-02', decisions: [] }).value).toEqual({ mayStart: 'not_met' })
    expect(gate('unknown')).toMatch(/^The track may not begin until we know/)
    expect(gate([])).toMatch(/^The track may not begin yet/)
    expect(
      gate([{ programme: 'JOB', period: { firstDay: '2026-01-01' }, compensation: 'yes', insurance: 'yes' }]),
    ).toBe('The track may begin.')
  })
})
