import { describe, expect, it } from 'vitest'
import { supportCalculation } from '../calculations/support.ts'
import type { Absence } from './facts.ts'
import { supportCase } from './test-case.ts'

const asEmployer = (one: ReturnType<typeof supportCase>, view = 'employer'): string => {
  const result = supportCalculation.calculate({ on: '2026-02-22', view, ...one })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return JSON.stringify(result)
}

const canary = /lönebidrag|skyddat|SIUS|sheltered|support person|condition\.registered|job_guarantee|absence/i

describe('GEN-1: the employer’s view never reveals disability', () => {
  it('has the supports that rest on the job alone, with nothing about the person', () => {
    const one = supportCase({
      person: { reducedWorkAbility: 'yes', registered: 'no' },
      employer: { publicEmployer: 'yes' },
    })
    expect(asEmployer(one)).not.toMatch(canary)
    expect(asEmployer(one)).toBe(asEmployer({ ...one, person: { ...one.person, reducedWorkAbility: 'no' } }))
  })

  it('the canary is seen where it should be: the adviser’s view differs and names them', () => {
    const seen = (reducedWorkAbility: 'yes' | 'no') =>
      asEmployer(supportCase({ person: { reducedWorkAbility } }), 'adviser')
    expect(seen('yes')).not.toBe(seen('no'))
    expect(seen('yes')).toMatch(canary)
  })

  it('still tells the employer what it must do, and what the support brings', () => {
    const one = supportCase({ employer: { electronicPay: 'no' }, job: { appliedOn: undefined, decisionOn: undefined } })
    const result = supportCalculation.calculate({ on: '2026-02-01', view: 'employer', ...one })
    expect(result).toMatchObject({
      ok: true,
      value: [
        { support: 'nystartsjobb', outlook: 'probably_not', monthlyKronor: 6284, longestMonths: 14 },
        {},
        { support: 'etableringsjobb' },
      ],
    })
    const says = result.ok ? result.lines.map(line => line.says.en) : []
    expect(says).toContain('Nystartsjobb: Not yet. There is no application yet. Apply by 2026-02-09.')
    expect(says).toContain('All: Not yet. Electronic pay. Needed by 2026-03-02: Electronic pay.')
  })
})

describe('calc support', () => {
  it('says of each support what may come of it, with the amount where law gives one', () => {
    const result = supportCalculation.calculate({
      on: '2026-02-22',
      view: 'adviser',
      ...supportCase({ person: { inJobGuarantee: 'yes' } }),
    })
    expect(result.ok && result.summary.en).toBe(
      'Nystartsjobb may be relevant (SEK 6,284 a month); Introduktionsjobb may be relevant (SEK 21,027 a month); Etableringsjobb is probably not relevant; Lönebidrag is probably not relevant; Sheltered work is probably not relevant; Special support person is probably not relevant.',
    )
    const off = result.ok ? (result.notCounted ?? []).map(({ en }) => en) : []
    expect(off).toHaveLength(2)
  })

  it('points at an absence that ends before it begins', () => {
    const absences: Absence[] = [{ kind: 'unemployed', from: '2025-02-01', lastDay: '2025-01-31' }]
    const result = supportCalculation.calculate({
      on: '2026-02-22',
      view: 'adviser',
      ...supportCase({ person: { absences } }),
    })
    expect(result).toMatchObject({ ok: false, faults: [{ pointer: '/person/absences/0/lastDay' }] })
  })
})
