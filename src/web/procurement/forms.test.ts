import { describe, expect, it } from 'vitest'
import { suggestClause, validateClause } from '#domain/procurement'
import { planSchema } from './case-form.ts'
import { clauseSchema, decideSchema, toClause } from './clause-form.ts'
import { openSchema, toCase } from './need-form.ts'

const filled = {
  title: ' Golventreprenad, Lundby ',
  contractStart: '2026-05-04',
  contractEnd: '2028-05-03',
  cpv: '45432100-1',
  value: '4 500 000 kr',
  places: '6',
  form: 'fixed_term',
  months: '6',
  service: 'Golv',
  education: 'ingen särskild',
  priorKnowledge: '',
  skills: '',
  area: '',
  comments: '',
}

const faultsOf = (result: { success: boolean; error?: { issues: readonly { message: string }[] } }): string[] =>
  result.error?.issues.map(issue => issue.message) ?? []

describe('TGT-1: the six inputs as people type them', () => {
  it('become a case with its value in öre and its need', () => {
    expect(toCase(openSchema.parse(filled))).toEqual({
      title: 'Golventreprenad, Lundby',
      contractStart: '2026-05-04',
      contractEnd: '2028-05-03',
      cpv: '45432100',
      valueOre: 450_000_000,
      need: {
        places: 6,
        form: 'fixed_term',
        months: 6,
        service: 'Golv',
        education: 'ingen särskild',
        priorKnowledge: '',
        skills: '',
        area: undefined,
        comments: '',
      },
    })
    expect(toCase(openSchema.parse({ ...filled, cpv: '', value: '' }))).toMatchObject({
      cpv: undefined,
      valueOre: undefined,
    })
  })

  it('tell everything that is wrong at once', () => {
    const wrong = {
      ...filled,
      title: ' ',
      contractStart: '2026-02-30',
      places: '0',
      form: '',
      months: '6,5',
      service: '',
      cpv: '454',
      value: 'mycket',
    }
    expect(faultsOf(openSchema.safeParse(wrong)).toSorted()).toEqual(
      [
        'fault_title',
        'bad_day',
        'fault_places',
        'fault_form',
        'fault_months',
        'fault_service',
        'fault_cpv',
        'fault_value',
      ].toSorted(),
    )
  })

  it('refuse a field that the form does not have', () => {
    expect(openSchema.safeParse({ ...filled, authority_id: 'x' }).success).toBe(false)
    expect(planSchema.safeParse({ version: '1', manage: '2028-01-01' }).success).toBe(false)
  })
})

describe('PRC-6: the clause form', () => {
  const form = {
    version: '0',
    months: '36',
    within: '6',
    part: '75',
    reasons: ['employee_resigned', 'summarily_dismissed'],
    groups: 'youth_foreign_born',
    ownGroupSv: '',
    ownGroupEn: '',
    formSv: 'Anställning',
    formEn: 'Employment',
    linked: 'on',
    interval: '3',
  }

  it('becomes parameters that the clause’s own rules take', () => {
    const clause = toClause(clauseSchema.parse(form))
    expect(validateClause(clause)).toEqual([])
    expect(clause).toMatchObject({
      fullTimeMonths: 3600,
      earlyEndThreshold: { numerator: 3, denominator: 4 },
      allowedEarlyEndReasons: ['employee_resigned', 'summarily_dismissed'],
      targetGroups: [{ id: 'youth_foreign_born' }],
      countsExistingStaff: false,
      linkedToContractWork: true,
    })
  })

  it('takes months with a comma, and a group of one’s own in both languages', () => {
    const own = { ...form, months: '12,5', groups: '', ownGroupSv: 'nyanlända', ownGroupEn: 'newly arrived people' }
    expect(toClause(clauseSchema.parse(own))).toMatchObject({
      fullTimeMonths: 1250,
      targetGroups: [{ id: 'own', wording: { sv: 'nyanlända', en: 'newly arrived people' } }],
    })
    expect(faultsOf(clauseSchema.safeParse({ ...own, ownGroupEn: '' }))).toContain('fault_groups')
    expect(faultsOf(clauseSchema.safeParse({ ...form, groups: '' }))).toEqual(['fault_groups'])
  })

  it('no reason that counts is an answer too', () => {
    const { reasons: _, ...none } = form
    expect(toClause(clauseSchema.parse(none)).allowedEarlyEndReasons).toEqual([])
  })

  it('refuses what cannot be counted', () => {
    const wrong = { ...form, months: '0', within: '61', part: '101', interval: '0', formEn: ' ' }
    expect(faultsOf(clauseSchema.safeParse(wrong)).toSorted()).toEqual([
      'fault_form',
      'fault_interval',
      'fault_months',
      'fault_part',
      'fault_within',
    ])
  })

  it('the suggestion fills a form that is read back as itself', () => {
    const suggested = suggestClause({ places: 6, form: 'fixed_term', months: 6 }, '2026-03-02')
    expect(suggested.fullTimeMonths).toBe(clauseSchema.parse(form).months)
    expect(suggested.earlyEndThreshold).toEqual(toClause(clauseSchema.parse(form)).earlyEndThreshold)
  })

  it('a decision needs an answer and a reason', () => {
    expect(faultsOf(decideSchema.safeParse({ version: '1', requirement: '', reason: '' }))).toEqual([
      'fault_requirement',
      'fault_reason',
    ])
    expect(decideSchema.safeParse({ version: '1', requirement: 'undecided', reason: 'other' }).success).toBe(false)
  })
})
