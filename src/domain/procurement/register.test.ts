import { describe, expect, it } from 'vitest'
import { expectRegister } from '#test/wording'
import { procurementRegister } from './register.ts'

describe('the register of the procurement', () => {
  it('names every rule and parameter, in both languages, with its source', () => {
    expectRegister(procurementRegister)
  })

  it('has the rules of the clauses, their defaults, and the questions of the triage', () => {
    const ids = (prefix: string) => procurementRegister.filter(({ id }) => id.startsWith(prefix)).length
    expect(ids('procurement.clause.default.')).toBe(6)
    expect(ids('procurement.change.')).toBe(3)
    expect(ids('procurement.triage.G')).toBe(4)
    expect(ids('procurement.triage.S')).toBe(8)
    expect(ids('procurement.clause.')).toBe(18)
  })

  it('shows the defaults as the clause uses them', () => {
    const shown = Object.fromEntries(
      procurementRegister.map(row => [row.id.replace('procurement.clause.default.', ''), row.shown]),
    )
    expect(shown).toMatchObject({
      firstStartWithinMonths: { sv: '6 månader', en: '6 months' },
      earlyEndThreshold: { sv: '75 %', en: '75%' },
      allowedEarlyEndReasons: {
        sv: 'egen uppsägning, uppsägning av personliga skäl och avsked',
        en: 'resignation, dismissal for personal reasons, and summary dismissal',
      },
      countsExistingStaff: { sv: 'nej', en: 'no' },
      linkedToContractWork: { sv: 'ja', en: 'yes' },
      'procurement.lead_time.apprentice_complement': { sv: '5 månader', en: '5 months' },
      reportingIntervalMonths: { sv: 'var 3:e månad', en: 'every 3 months' },
      'procurement.change.small_value': {
        en: "below the threshold and below 10% of the contract's value (15% for works)",
      },
    })
  })
})
