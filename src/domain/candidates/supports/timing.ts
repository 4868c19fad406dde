import { addDays, addWorkdays, type Day, type Entry, entryOn, rulesFrom } from '#kernel'
import { answerTo, type Change, type RuleAnswer } from '../rule-answer.ts'
import type { SupportCase, SupportKind } from './facts.ts'
import { applyAhead, decisionWorkdays } from './parameters.ts'

/** A condition that the ordinances share. */
export const conditionRule = rulesFrom(
  'candidates.support.condition',
  'Förordningarna (2018:42), (2018:43) och (2022:807) samt Arbetsförmedlingens sidor för arbetsgivare',
  '2026-01-01',
)

const decided = conditionRule(
  'decision_before_start',
  { sv: 'Beslut före start', en: 'Decision before the start' },
  { sv: 'inget stöd om jobbet börjar före beslutet', en: 'no support if the job starts before the decision' },
)
const applied = conditionRule(
  'applied_in_time',
  { sv: 'Ansökan i tid', en: 'Application in time' },
  { sv: 'ansökan kommer in i tid före start', en: 'the application comes in time before the start' },
)
export const timingRules: readonly Entry<unknown>[] = [decided, applied]

/** A start that can be moved makes the answer another. */
export const moveTo = (to: Day): Change => ({
  by: to,
  says: { sv: `Flytta starten till ${to} eller senare.`, en: `Move the start to ${to} or later.` },
})

/** No support if the job starts before the decision. */
export function isDecided({ job: { starts, decisionOn } }: SupportCase, today: Day): RuleAnswer {
  if (decisionOn !== undefined)
    return decisionOn <= starts
      ? answerTo(
          decided,
          starts,
          'met',
          { decisionOn, starts },
          { sv: `Beslutet är från ${decisionOn}.`, en: `The decision is from ${decisionOn}.` },
        )
      : answerTo(
          decided,
          starts,
          'not_met',
          { decisionOn, starts },
          {
            sv: `Jobbet börjar ${starts}, före beslutet ${decisionOn}.`,
            en: `The job starts on ${starts}, before the decision of ${decisionOn}.`,
          },
          moveTo(decisionOn),
        )
  if (today > starts)
    return answerTo(
      decided,
      starts,
      'not_met',
      { starts },
      { sv: `Jobbet började ${starts} utan beslut.`, en: `The job started on ${starts} without a decision.` },
    )
  return answerTo(
    decided,
    starts,
    'unknown',
    { starts },
    { sv: 'Inget beslut finns än.', en: 'There is no decision yet.' },
    {
      by: starts,
      says: { sv: `Ett beslut behövs senast ${starts}.`, en: `A decision is needed by ${starts}.` },
    },
  )
}

/** Nystartsjobb: three weeks ahead. Etableringsjobb: the decision comes seven working days after the application at the earliest. */
export function isApplied(support: SupportKind, { job: { starts, appliedOn } }: SupportCase, today: Day): RuleAnswer {
  const days = entryOn(applyAhead, starts)?.value ?? 0
  const workdays = entryOn(decisionWorkdays, starts)?.value ?? 0
  const earliest = (day: Day): Day => (support === 'nystartsjobb' ? addDays(day, days) : addWorkdays(day, workdays))
  const inputs = { starts, ...(appliedOn === undefined ? {} : { appliedOn }) }
  if (appliedOn !== undefined) {
    const from = earliest(appliedOn)
    const says = {
      sv: `Med ansökan ${appliedOn} kan jobbet börja tidigast ${from}.`,
      en: `With an application on ${appliedOn} the job can start on ${from} at the earliest.`,
    }
    return from <= starts
      ? answerTo(applied, starts, 'met', inputs, says)
      : answerTo(applied, starts, 'not_met', inputs, says, moveTo(from))
  }
  let latest = starts
  while (latest >= today && earliest(latest) > starts) latest = addDays(latest, -1)
  const says = { sv: 'Ingen ansökan finns än.', en: 'There is no application yet.' }
  if (latest < today) return answerTo(applied, starts, 'not_met', inputs, says, moveTo(earliest(today)))
  return answerTo(applied, starts, 'not_met', inputs, says, {
    by: latest,
    says: { sv: `Ansök senast ${latest}.`, en: `Apply by ${latest}.` },
  })
}
