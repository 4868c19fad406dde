import { addMonths } from '#kernel'
import { districtAreaId } from '../areas.ts'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import { appointmentId, type Staff, staffAt, staffOf } from '../staff.ts'
import { tradeOf } from '../trades.ts'
import { clauseParameters } from './clause.ts'
import { noticeOf } from './notices.ts'
import type { Stage } from './stage.ts'
import { type Moment, type StepKey, steps, type Told } from './story.ts'

const doneAt: Readonly<Record<Exclude<StepKey, 'manage'>, Moment>> = {
  plan: 'planned',
  map: 'mapped',
  analyse: 'analysed',
  procure: 'awarded',
  implement: 'implemented',
}

/** The matching officer who handles the case. */
export function officerOf(story: Told): Staff {
  return staffAt(story.matching) ?? staffOf('matching_officer')
}

/** A procurement's own side: the case, its steps, the need, the clause and the commitment (PRC-1, PRC-6, TGT-1). */
export function tellCase(stage: Stage, story: Told): void {
  const { sheet, journal } = stage
  const procurer = staffOf(story.procurer)
  const number = `${story.on.created.slice(0, 4)}-${story.number}`
  const contract = { stream: 'procurement', streamId: story.id, plane: 'contract' } as const
  const created = journal.write(story.on.created, procurer, {
    ...contract,
    kind: 'procurement.opened',
    subject: story.id,
    facts: { number },
  })
  const notice = noticeOf(story)
  if (notice)
    journal.write(story.on.created, procurer, {
      ...contract,
      kind: 'procurement.notice_accepted',
      subject: notice.id,
      facts: { lot: notice.lot },
    })
  const awarded = story.has('awarded') && story.supplier !== undefined
  sheet.add('procurement.procurement', {
    id: story.id,
    number,
    title: story.title,
    authority_id: organisationId(procurer.organisation),
    procurer_id: appointmentId(procurer),
    matching_id: organisationId(story.matching),
    coordinator_id: story.coordinator ? organisationId(story.coordinator) : null,
    supplier_id: awarded && story.supplier ? organisationId(story.supplier) : null,
    step: currentStep(story),
    state: story.state ?? 'open',
    requirement: story.requirement ?? (story.has('analysed') ? 'employment' : 'undecided'),
    cpv: tradeOf(story.trade).cpv,
    contract_start: story.contractStart,
    contract_end: story.contractEnd,
    value_ore: story.value * 100_000,
    notice_id: notice?.id ?? null,
    lot: notice?.lot ?? null,
    created_at: created,
  })
  tellNeed(stage, story, procurer)
  tellSteps(stage, story, procurer)
  tellClause(stage, story, procurer)
}

function currentStep(story: Told): StepKey {
  return steps.find(step => step === 'manage' || !story.has(doneAt[step])) ?? 'manage'
}

function tellSteps({ sheet, journal, calendar }: Stage, story: Told, procurer: Staff): void {
  for (const step of steps) {
    const due = step === 'manage' ? story.contractEnd : story.on[doneAt[step]]
    const done = step === 'manage' ? story.state === 'closed' : story.has(doneAt[step])
    sheet.add('procurement.step', {
      procurement_id: story.id,
      step,
      planned_on: calendar.workday(calendar.offset(due) - (story.behind?.[step] ?? 0)),
      done_on: done ? due : null,
    })
    if (!done) continue
    const happening = { stream: 'procurement', streamId: story.id, plane: 'contract', subject: story.id } as const
    if (step === 'analyse') journal.write(due, procurer, { ...happening, ...decisionOf(story) })
    journal.write(due, procurer, { ...happening, kind: `procurement.${step}_completed` })
  }
}

/** The decision on the requirement, either way, with its reason (PRC-5). */
function decisionOf({ requirement }: Told): { kind: string; reason: string } {
  if (requirement === 'none') return { kind: 'procurement.no_requirement_decided', reason: 'too_small' }
  if (requirement === 'dialogue') return { kind: 'procurement.dialogue_decided', reason: 'too_short' }
  return { kind: 'procurement.employment_decided', reason: 'fits_the_contract' }
}

function tellNeed({ sheet, journal }: Stage, story: Told, procurer: Staff): void {
  if (!story.has('planned')) return
  const trade = tradeOf(story.trade)
  const submitted = story.has('need')
    ? journal.write(story.on.need, procurer, {
        stream: 'procurement',
        streamId: story.id,
        plane: 'contract',
        kind: 'procurement.need_submitted',
        subject: story.id,
        facts: { places: story.places },
      })
    : null
  sheet.add('procurement.need', {
    procurement_id: story.id,
    places: story.places,
    form: story.form,
    months: story.employmentMonths,
    service: trade.service,
    education: trade.education,
    prior_knowledge: trade.prior,
    skills: trade.wanted
      .filter(({ type }) => type === 'skill')
      .map(({ sv }) => sv)
      .join(', '),
    area_id: story.area ? districtAreaId(story.area) : null,
    comments: '',
    submitted_at: submitted,
  })
}

function tellClause({ sheet, journal }: Stage, story: Told, procurer: Staff): void {
  if (story.clause === undefined || !(story.has('clause') || (story.draft && story.has('analysed')))) return
  const id = idOf('clause', story.key)
  const parameters = JSON.stringify(clauseParameters(story))
  const happening = { stream: 'procurement', streamId: story.id, plane: 'contract' } as const
  const facts = { months: story.clause }
  const chosen = journal.write(story.on.analysed, procurer, {
    ...happening,
    kind: 'procurement.clause_chosen',
    subject: id,
    facts,
  })
  const locked = story.has('clause')
    ? journal.write(story.on.clause, procurer, { ...happening, kind: 'procurement.clause_locked', subject: id, facts })
    : null
  sheet.add('procurement.clause', {
    id,
    procurement_id: story.id,
    parameters,
    state: locked ? 'locked' : 'draft',
    locked_at: locked,
    created_at: chosen,
  })
  if (!locked || !story.supplier || !story.has('awarded')) return
  const commitment = idOf('commitment', story.key)
  sheet.add('procurement.commitment', {
    id: commitment,
    procurement_id: story.id,
    clause_id: id,
    supplier_id: organisationId(story.supplier),
    parameters,
    contract_start: story.contractStart,
    contract_end: story.contractEnd,
    first_start_deadline: addMonths(story.contractStart, 6),
    created_at: journal.write(story.on.awarded, procurer, {
      ...happening,
      kind: 'procurement.awarded',
      subject: commitment,
      facts,
    }),
  })
}
