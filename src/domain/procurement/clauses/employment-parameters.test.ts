import { describe, expect, it } from 'vitest'
import { clauseDefaults, clauseDefaultsOn, type EmploymentClause, validateClause } from './employment-parameters.ts'

const valid: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 1200,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned'],
  targetGroups: [{ id: 'young', wording: { sv: 'unga', en: 'young people' } }],
  formDefinition: { sv: 'anställning', en: 'employment' },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}

describe('PRC-6: dated defaults of the employment clause', () => {
  it('are those of the source, and say where they come from', () => {
    expect(clauseDefaultsOn('2026-03-01')).toEqual({
      firstStartWithinMonths: 6,
      earlyEndThreshold: { numerator: 3, denominator: 4 },
      allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
      countsExistingStaff: false,
      linkedToContractWork: true,
      reportingIntervalMonths: 3,
    })
    for (const { source } of clauseDefaults) expect(source).not.toBe('')
  })

  it('a default that is replaced ends the day its successor begins', () => {
    const dated = (value: number, validFrom: string, validTo?: string) =>
      ({ parameter: 'firstStartWithinMonths', value, validFrom, validTo, source: 's', confidence: 'source' }) as const
    const defaults = [dated(6, '2026-01-01', '2027-01-01'), dated(4, '2027-01-01')]
    expect(clauseDefaultsOn('2026-12-31', defaults)).toEqual({ firstStartWithinMonths: 6 })
    expect(clauseDefaultsOn('2027-01-01', defaults)).toEqual({ firstStartWithinMonths: 4 })
    expect(clauseDefaultsOn('2027-01-01', [dated(6, '2026-01-01', '2027-01-01')])).toEqual({})
    expect(clauseDefaultsOn('2027-01-01', [dated(4, '2027-01-01'), dated(6, '2026-01-01')])).toEqual({
      firstStartWithinMonths: 4,
    })
  })

  it('do not apply before their day, and number and groups are always the case’s own', () => {
    expect(clauseDefaultsOn('2025-12-31')).toEqual({})
    expect(Object.keys(clauseDefaultsOn('2030-01-01'))).not.toContain('fullTimeMonths')
    expect(Object.keys(clauseDefaultsOn('2030-01-01'))).not.toContain('targetGroups')
  })
})

describe('PRC-6: a clause from outside is refused with every fault at once', () => {
  it('accepts a whole clause', () => {
    expect(validateClause(valid)).toEqual([])
    expect(validateClause({ ...valid, ...clauseDefaultsOn('2026-06-01') })).toEqual([])
  })

  it('accepts each limit itself', () => {
    for (const over of [
      { fullTimeMonths: 1, firstStartWithinMonths: 1, reportingIntervalMonths: 1 },
      { fullTimeMonths: 1_000_000, firstStartWithinMonths: 60, reportingIntervalMonths: 24 },
      { earlyEndThreshold: { numerator: 1, denominator: 1 }, allowedEarlyEndReasons: [] },
    ]) {
      expect(validateClause({ ...valid, ...over })).toEqual([])
    }
  })

  it('names every missing parameter', () => {
    const faults = validateClause({})
    expect(faults.map(({ pointer }) => pointer)).toEqual(Object.keys(valid).map(name => `/${name}`))
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['missing']))
  })

  it.each([
    [{ variant: 'bonus' }, '/variant', 'unknown_value'],
    [{ fullTimeMonths: 0 }, '/fullTimeMonths', 'out_of_range'],
    [{ fullTimeMonths: 12.5 }, '/fullTimeMonths', 'wrong_type'],
    [{ fullTimeMonths: '1200' }, '/fullTimeMonths', 'wrong_type'],
    [{ firstStartWithinMonths: 61 }, '/firstStartWithinMonths', 'out_of_range'],
    [{ earlyEndThreshold: 0.75 }, '/earlyEndThreshold', 'wrong_type'],
    [{ earlyEndThreshold: { numerator: 3 } }, '/earlyEndThreshold/denominator', 'missing'],
    [{ earlyEndThreshold: { numerator: 5, denominator: 4 } }, '/earlyEndThreshold', 'out_of_range'],
    [{ allowedEarlyEndReasons: ['as_planned'] }, '/allowedEarlyEndReasons/0', 'unknown_value'],
    [{ allowedEarlyEndReasons: ['other', 'other'] }, '/allowedEarlyEndReasons/1', 'twice'],
    [{ allowedEarlyEndReasons: 'other' }, '/allowedEarlyEndReasons', 'wrong_type'],
    [{ targetGroups: [] }, '/targetGroups', 'empty'],
    [{ targetGroups: ['young'] }, '/targetGroups/0', 'wrong_type'],
    [{ targetGroups: [{ id: 'young', wording: { sv: 'unga' } }] }, '/targetGroups/0/wording/en', 'missing'],
    [{ targetGroups: [...valid.targetGroups, ...structuredClone(valid.targetGroups)] }, '/targetGroups/1', 'twice'],
    [{ formDefinition: { sv: '  ', en: 'x' } }, '/formDefinition/sv', 'empty'],
    [{ formDefinition: 'anställning' }, '/formDefinition', 'wrong_type'],
    [{ countsExistingStaff: 'no' }, '/countsExistingStaff', 'wrong_type'],
    [{ linkedToContractWork: 1 }, '/linkedToContractWork', 'wrong_type'],
    [{ reportingIntervalMonths: 25 }, '/reportingIntervalMonths', 'out_of_range'],
    [{ 'fine/percent': 1 }, '/fine~1percent', 'unknown_field'],
  ])('%j is pointed at', (over, pointer, code) => {
    expect(validateClause({ ...valid, ...over })).toMatchObject([{ pointer, code }])
  })

  it('a supervised placement must say what supervision means, and no other form may', () => {
    const placement = { ...valid, variant: 'supervised_placement' }
    expect(validateClause(placement)).toMatchObject([{ pointer: '/supervisionDefinition', code: 'missing' }])
    const supervisionDefinition = { sv: 'en handledare varje dag', en: 'a supervisor every day' }
    expect(validateClause({ ...placement, supervisionDefinition })).toEqual([])
    expect(validateClause({ ...placement, supervisionDefinition: { sv: 'x', en: '' } })).toMatchObject([
      { pointer: '/supervisionDefinition/en', code: 'empty' },
    ])
    expect(validateClause({ ...valid, variant: 'apprenticeship' })).toEqual([])
    expect(validateClause({ ...valid, supervisionDefinition })).toMatchObject([
      { pointer: '/supervisionDefinition', code: 'unknown_field' },
    ])
  })

  it('reports all faults together, and limits where a sentence needs them', () => {
    const faults = validateClause({ ...valid, fullTimeMonths: -1, countsExistingStaff: null, extra: 1 })
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/fullTimeMonths', '/countsExistingStaff', '/extra'])
    expect(faults[0]!.facts).toEqual({ least: 1, most: 1_000_000 })
    expect(validateClause('clause')).toMatchObject([{ pointer: '', code: 'wrong_type' }])
  })

  it('a first start that falls after the contract has ended is a fault; on its last day it is not', () => {
    const until = (to: string) => validateClause(valid, { from: '2026-01-15', to })
    expect(until('2026-07-15')).toMatchObject([
      { pointer: '/firstStartWithinMonths', code: 'after_contract_end', facts: { deadline: '2026-07-15' } },
    ])
    expect(until('2026-07-16')).toEqual([])
    const term = { from: '2026-01-15', to: '2026-07-15' }
    expect(validateClause({ ...valid, firstStartWithinMonths: 99 }, term)).toMatchObject([{ code: 'out_of_range' }])
    expect(validateClause({ ...valid, fullTimeMonths: 0 }, term)).toMatchObject([
      { code: 'out_of_range' },
      { code: 'after_contract_end' },
    ])
  })
})
