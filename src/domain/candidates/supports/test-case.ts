import type { SupportCase, SupportEmployer, SupportJob, SupportPerson } from './facts.ts'

/** A case in which nothing stands in the way but what a test changes: without work since 1 January 2025, start 2 March 2026. */
export function supportCase(
  over: { person?: Partial<SupportPerson>; employer?: Partial<SupportEmployer>; job?: Partial<SupportJob> } = {},
): SupportCase {
  return {
    person: {
      birth: '1990-06-15',
      registered: 'yes',
      absences: [{ kind: 'unemployed', from: '2025-01-01' }],
      inEstablishmentProgramme: 'no',
      inJobGuarantee: 'no',
      reducedWorkAbility: 'no',
      ...over.person,
    },
    employer: {
      publicEmployer: 'no',
      registeredWithTaxAgency: 'yes',
      tradingBan: 'no',
      insolvent: 'no',
      taxDebtKronor: 0,
      lastRedundancyOn: 'never',
      payByAgreement: 'yes',
      electronicPay: 'yes',
      establishmentAgreement: 'yes',
      ...over.employer,
    },
    job: {
      starts: '2026-03-02',
      appliedOn: '2026-02-01',
      decisionOn: '2026-02-20',
      workingTime: 10_000,
      monthlyPayKronor: 25_000,
      ownership: 'none',
      otherSupportForSameCost: 'no',
      ...over.job,
    },
  }
}
