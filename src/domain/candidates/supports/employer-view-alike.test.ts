import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { supportCalculation } from '../calculations/support.ts'
import { type Absence, absenceKinds } from './facts.ts'
import { supportCase } from './test-case.ts'

const asEmployer = (one: ReturnType<typeof supportCase>, view = 'employer'): string => {
  const result = supportCalculation.calculate({ on: '2026-02-22', view, ...one })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return JSON.stringify(result)
}

const answer = fc.constantFrom('yes', 'no', 'unknown' as const)
const absence: fc.Arbitrary<Absence> = fc.record({
  kind: fc.constantFrom(...absenceKinds),
  from: fc.constantFrom('2021-05-01', '2024-01-15', '2025-03-02', '2025-10-01'),
})
const aPerson = fc.record({
  birth: fc.constantFrom('1970-01-01', '1990-06-15', '2003-09-09', '2007-01-01'),
  registered: answer,
  absences: fc.option(fc.array(absence, { maxLength: 2 }), { nil: undefined }),
  inEstablishmentProgramme: answer,
  inJobGuarantee: answer,
})

describe('GEN-1: the employer’s view never reveals disability', () => {
  it('is the same, letter by letter, whatever is known of work ability', () => {
    fc.assert(
      fc.property(aPerson, answer, answer, answer, (person, one, other, publicEmployer) => {
        const seen = (reducedWorkAbility: 'yes' | 'no' | 'unknown') =>
          asEmployer(supportCase({ person: { ...person, reducedWorkAbility }, employer: { publicEmployer } }))
        expect(seen(one)).toBe(seen(other))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('is the same whether the time without work was unemployment or sickness', () => {
    fc.assert(
      fc.property(aPerson, fc.constantFrom('unemployed', 'programme', 'social_assistance' as const), (person, kind) => {
        const seen = (other: Absence['kind']) =>
          asEmployer(
            supportCase({ person: { ...person, absences: person.absences?.map(one => ({ ...one, kind: other })) } }),
          )
        expect(seen('sickness')).toBe(seen(kind))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  const canary =
    /lönebidrag|skyddat|SIUS|stödperson|sheltered|support person|work ability|arbetsförmåga|funktionsned|disab|sick|sjuk|hälsa|health/i

  it('names no support that rests on health, and no ground of the person’s', () => {
    fc.assert(
      fc.property(aPerson, answer, (person, reducedWorkAbility) => {
        const seen = asEmployer(supportCase({ person: { ...person, reducedWorkAbility } }))
        expect(seen).not.toMatch(canary)
        expect(seen).not.toMatch(
          /absence|newly_arrived|job_guarantee|etableringsjobb\.person|introduktionsjobb\.programme|condition\.registered|inEstablishment|birth/,
        )
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
