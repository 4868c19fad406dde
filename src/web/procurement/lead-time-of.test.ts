import { describe, expect, it } from 'vitest'
import type { CasePage } from '#domain/procurement'
import { laneSummary } from './case-lanes.tsx'
import { type CaseLeadTime, leadTimeOf as planned } from './lead-time-of.ts'

/** The case of ux.md §8.2: contract in nine weeks, training from nothing takes twenty. */
const floors: CasePage = {
  id: '0198a000-0000-7000-8000-000000000001',
  number: '2026-041',
  title: 'Golventreprenad, Lundby',
  authority: { id: 'a', name: 'Lokalförvaltningen' },
  procurer: 'Karin Berg',
  step: 'analyse',
  state: 'open',
  requirement: 'undecided',
  cpv: '45432100',
  openedOn: '2026-01-05',
  contractStart: '2026-05-04',
  contractEnd: '2028-05-03',
  version: 1,
  clause: 'none',
  steps: [
    { step: 'plan', plannedOn: '2026-01-12', doneOn: '2026-01-12' },
    { step: 'map', plannedOn: '2026-01-30', doneOn: '2026-01-30' },
    { step: 'analyse', plannedOn: '2026-03-06' },
    { step: 'procure', plannedOn: '2026-04-20' },
    { step: 'implement', plannedOn: '2026-11-04' },
    { step: 'manage', plannedOn: '2028-05-03' },
  ],
  progress: {
    profileAdopted: true,
    profiledOn: '2026-02-24',
    places: 0,
    apportioned: 0,
    filled: 0,
    started: 0,
    employerToAnswer: false,
    selfCheckAnswers: 0,
  },
  preparation: [{ concept: 'floors', sv: 'Golvläggning', en: 'Floor laying', weeks: 20 }],
  turn: { side: 'procurer', code: 'decide_requirement', due: '2026-03-06', late: false },
  contacts: [],
  history: [],
  allowed: [],
}
const today = '2026-03-02'

function leadTimeOf(page: CasePage, on: string): CaseLeadTime | undefined {
  const outcome = planned(page, on)
  return outcome.ok ? outcome.value : undefined
}

describe('TGT-14, PRC-2: do the three processes meet?', () => {
  it('nine weeks and twenty: within the first-start window, with four ways out', () => {
    const lead = leadTimeOf(floors, today)
    expect(lead?.plan).toMatchObject({ weeksToContractStart: 9, gapWeeks: 11, meets: 'within_first_start_window' })
    expect(lead?.plan.waysOut.map(way => way.code)).toEqual([
      'choose_nearly_ready',
      'start_within_first_start_window',
      'move_start',
      'construction_apprentices',
    ])
    expect(lead && laneSummary({ page: floors, lead, today, language: 'sv' })).toBe(
      'Den som börjar från grunden är klar 20 juli, 11 veckor efter kontraktsstart men före 4 november, då den första senast ska börja. Arbetsgivarens dagar är förslag.',
    )
  })

  it('apprentices are a way for construction work only, and a start that is awarded is not moved', () => {
    const cleaning = { ...floors, cpv: '90910000', supplier: { id: 's', name: 'Städ AB' } }
    expect(leadTimeOf(cleaning, today)?.plan.waysOut.map(way => way.code)).toEqual([
      'choose_nearly_ready',
      'start_within_first_start_window',
    ])
  })

  it('a profile that nothing has to be learnt for, and no profile, are told apart', () => {
    const none = { ...floors, preparation: [] }
    const say = (page: CasePage): string => {
      const lead = leadTimeOf(page, today)
      return lead ? laneSummary({ page, lead, today, language: 'sv' }) : ''
    }
    expect(say(none)).toContain('kräver ingen utbildning')
    expect(say({ ...none, progress: { ...none.progress, profileAdopted: false } })).toContain('inte skriven än')
    expect(say({ ...floors, progress: { ...floors.progress, places: 6, filled: 6 } })).toContain(
      'Alla platser har en person',
    )
  })

  it('when somebody has begun, nothing is late by preparation', () => {
    const begun = { ...floors, progress: { ...floors.progress, places: 6, filled: 5, started: 5 } }
    const lead = leadTimeOf(begun, '2026-12-24')
    expect(lead?.preparing).toBe(false)
    expect(lead?.plan.lanes.flatMap(lane => lane.bars).filter(bar => bar.kind === 'preparation_too_late')).toEqual([])
    expect(lead && laneSummary({ page: begun, lead, today: '2026-12-24', language: 'sv' })).toContain('5 av 6 platser')
  })

  it('draws the preparation backwards from contract start and keeps the whole picture within its axis', () => {
    const lead = leadTimeOf(floors, today)
    const target = lead?.plan.lanes.find(lane => lane.lane === 'target_group')
    expect(target?.bars.find(bar => bar.kind === 'preparation_needed')).toMatchObject({
      from: '2025-12-15',
      lastDay: '2026-05-03',
    })
    expect(lead && lead.from <= today && lead.to >= '2026-11-04').toBe(true)
  })

  it('weeks that cannot be are told and not drawn', () => {
    const endless = { ...floors, preparation: [{ concept: 'x', sv: 'x', en: 'x', weeks: 600 }] }
    expect(planned(endless, today)).toMatchObject({ ok: false, code: 'lead_time.bad_weeks' })
  })

  it('a contract of one month, and one that has begun, still have a picture', () => {
    const short = { ...floors, contractEnd: '2026-06-03', steps: floors.steps.slice(0, 5) }
    expect(leadTimeOf(short, today)?.plan.meets).toBe('no')
    expect(leadTimeOf(floors, '2026-12-24')?.plan.meets).toBe('no')
  })
})
