import {
  type CasePage,
  type LeadTime,
  type LeadTimeRefusal,
  type PlannedStep,
  planLeadTime,
  type Span,
} from '#domain/procurement'
import { accept, addDays, addMonths, addWeeks, type Day, type Outcome } from '#kernel'

/** What the case page draws and warns with. */
export type CaseLeadTime = {
  readonly plan: LeadTime
  readonly from: Day
  readonly to: Day
  /** There are people to prepare: a profile that asks for training, and places without a person. */
  readonly preparing: boolean
}

/** Construction work may take apprentices from the construction employment office (TGT-13): CPV division 45. */
function suitsApprentices(cpv: string | undefined): boolean {
  return cpv?.startsWith('45') ?? false
}

/**
 * The lead time of a case as its page shows it. The supplier's start-up meeting and interviews are suggestions from the
 * contract's start (two weeks, then six to eight), until meetings are booked.
 */
export function leadTimeOf(page: CasePage, today: Day): Outcome<CaseLeadTime, LeadTimeRefusal> {
  const { contractStart, contractEnd, progress } = page
  const deadline = page.firstStartDeadline ?? earlier(addMonths(contractStart, 6), contractEnd)
  const spans = stepSpans(page)
  const filled = progress.places > 0 && progress.filled >= progress.places
  // When somebody has begun, the processes have met: what is left to fill is not a matter of lead time any more.
  const preparation =
    filled || progress.started > 0 ? [] : page.preparation.map(({ concept, weeks }) => ({ id: concept, weeks }))
  const lastDay = (day: Day): Day => earlier(day, contractEnd)
  const planned = planLeadTime(
    {
      steps: spans.filter(one => one.step !== 'implement' && one.step !== 'manage'),
      awardedOn: spans.find(one => one.step === 'procure')?.lastDay,
      contractStart,
      firstStartDeadline: later(deadline, contractStart),
      startMayMove: page.supplier === undefined,
      supplier:
        page.requirement === 'none'
          ? {}
          : {
              startUpMeetingOn: lastDay(addWeeks(contractStart, 2)),
              interviews: { from: lastDay(addWeeks(contractStart, 6)), lastDay: lastDay(addWeeks(contractStart, 8)) },
            },
      targetGroup: { profiling: profilingOf(page, spans, today), apportionedOn: progress.apportionedOn },
      preparation,
      suitsApprentices: suitsApprentices(page.cpv),
    },
    today,
  )
  if (!planned.ok) return planned
  const plan = planned.value
  const first = spans[0]?.from ?? contractStart
  const earliest = addMonths(contractStart, -9)
  return accept({
    plan,
    from: later(first, earliest),
    to: addWeeks(earlier(later(deadline, plan.preparation.readyOn), addMonths(contractStart, 12)), 3),
    preparing: preparation.length > 0,
  })
}

/** Days compare as text; `Math.min` knows only numbers. */
function earlier(one: Day, other: Day): Day {
  return [one, other].toSorted()[0] ?? one
}

function later(one: Day, other: Day): Day {
  return [one, other].toSorted()[1] ?? one
}

/** Each step runs from the day after the one before to the day it was, or should be, done. */
function stepSpans(page: CasePage): PlannedStep[] {
  const spans: PlannedStep[] = []
  let from = page.openedOn
  for (const { step, plannedOn, doneOn } of page.steps) {
    const lastDay = doneOn ?? plannedOn
    if (lastDay < from) continue
    spans.push({ step, from, lastDay })
    from = addDays(lastDay, 1)
  }
  return spans
}

/** The team's work on the profile: until it was adopted, or until the mapping should be done when that is still ahead. */
function profilingOf(page: CasePage, spans: readonly PlannedStep[], today: Day): Span | undefined {
  const map = spans.find(one => one.step === 'map')
  const { profiledOn } = page.progress
  if (profiledOn !== undefined) {
    const from = map !== undefined && map.from <= profiledOn ? map.from : profiledOn
    return { from, lastDay: profiledOn }
  }
  return map !== undefined && map.lastDay >= today ? { from: map.from, lastDay: map.lastDay } : undefined
}
