import { accept, addDays, addMonths, addWeeks, type Day, daysBetween, type Outcome, refuse } from '#kernel'

/** The six steps of a procurement (PRC-1), with their planned days; the last day is counted. */
export type PlannedStep = {
  readonly step: 'plan' | 'map' | 'analyse' | 'procure' | 'implement' | 'manage'
  readonly from: Day
  readonly lastDay: Day
}

/** A part of the preparation that the profile's teachable requirements call for; it begins when those named in `after` are done. */
export type PreparationPart = { readonly id: string; readonly weeks: number; readonly after?: readonly string[] }

export type LeadTimeCase = {
  readonly steps: readonly PlannedStep[]
  readonly announcedOn?: Day
  readonly awardedOn?: Day
  readonly contractStart: Day
  readonly firstStartDeadline: Day
  /** Whether the contract's start can still be moved. */
  readonly startMayMove: boolean
  readonly supplier: { readonly startUpMeetingOn?: Day; readonly profile?: Span; readonly interviews?: Span }
  readonly targetGroup: { readonly profiling?: Span; readonly apportionedOn?: Day }
  readonly preparation: readonly PreparationPart[]
  /** Whether the work is such that apprentices of the construction office could do it (TGT-13). */
  readonly suitsApprentices: boolean
}

export type Span = { readonly from: Day; readonly lastDay: Day }

export type BarKind =
  | `step_${PlannedStep['step']}`
  | 'supplier_profile'
  | 'interviews'
  | 'profiling'
  | 'preparation_needed'
  | 'preparation_planned'
  | 'preparation_too_late'

export type MilestoneKind =
  | 'announced'
  | 'awarded'
  | 'contract_start'
  | 'start_up_meeting'
  | 'first_start_deadline'
  | 'apportioned'
  | 'latest_preparation_start'
  | 'ready'

/** One lane of the picture (TGT-14): kinds and days; words and colours belong to the page. */
export type Lane = {
  readonly lane: 'procurement' | 'supplier' | 'target_group'
  readonly bars: readonly (Span & { readonly kind: BarKind })[]
  readonly milestones: readonly { readonly kind: MilestoneKind; readonly on: Day }[]
}

export type WayOut =
  /** People who need no more preparation than there are weeks for; 0 = people who are ready. */
  | { readonly code: 'choose_nearly_ready'; readonly weeksAtMost: number }
  | { readonly code: 'start_within_first_start_window'; readonly from: Day; readonly until: Day }
  | { readonly code: 'move_start'; readonly to: Day }
  /** Apprentices of the construction office; whether there is also time for training beside their own trade. */
  | {
      readonly code: 'construction_apprentices'
      readonly timeForComplement: boolean
      readonly complementMonths: number
    }

export type LeadTime = {
  readonly lanes: readonly Lane[]
  readonly preparation: {
    readonly weeks: number
    /** The parts that make the length; nothing is gained by shortening the others. */
    readonly criticalParts: readonly string[]
    readonly latestStart: Day
    readonly earliestStart: Day
    readonly readyOn: Day
    readonly parts: readonly { readonly id: string; readonly latestStart: Day; readonly slackWeeks: number }[]
  }
  /** Do the three processes meet at contract start, only within the first-start window, or not at all? */
  readonly meets: 'at_contract_start' | 'within_first_start_window' | 'no'
  readonly weeksToContractStart: number
  readonly gapWeeks: number
  readonly waysOut: readonly WayOut[]
}

export type LeadTimeRefusal =
  | 'lead_time.dates_reversed'
  | 'lead_time.bad_weeks'
  | 'lead_time.part_twice'
  | 'lead_time.part_unknown'
  | 'lead_time.parts_circular'

/** Complementary training of an apprentice takes 4–5 months (TGT-13); the longer one is planned for. */
export const apprenticeComplement = {
  months: 5,
  validFrom: '2026-01-01',
  source: 'Målgruppsprocessen, rutiner för lärlingskonceptet, punkt c: cirka 4–5 månader',
  confidence: 'source',
} as const

/**
 * Plans the lead time of a case (PRC-2, TGT-14): the preparation is laid backwards from contract start to find the latest day
 * it may begin, and forwards from the first day it can begin (today, or when places are apportioned and profiled) to find when
 * people are ready. The gap between the two is what the case warns of, with the ways out that are open.
 */
export function planLeadTime(one: LeadTimeCase, today: Day): Outcome<LeadTime, LeadTimeRefusal> {
  const reversed = findReversed(one)
  if (reversed !== undefined) return refuse('lead_time.dates_reversed', { pointer: reversed })
  const chain = longestChain(one.preparation)
  if (!chain.ok) return chain

  const { weeks, critical, tails } = chain.value
  const { contractStart, firstStartDeadline } = one
  const { apportionedOn, profiling } = one.targetGroup
  const earliestStart =
    [today, apportionedOn ?? today, profiling ? addDays(profiling.lastDay, 1) : today].toSorted().at(-1) ?? today
  const latestStart = addWeeks(contractStart, -weeks)
  const readyOn = addWeeks(earliestStart, weeks)
  const meets =
    readyOn <= contractStart ? 'at_contract_start' : readyOn <= firstStartDeadline ? 'within_first_start_window' : 'no'
  const parts = one.preparation.map(({ id }) => {
    const { before, tail } = tails.get(id) ?? { before: 0, tail: 0 }
    return { id, latestStart: addWeeks(contractStart, -tail), slackWeeks: weeks - before - tail }
  })

  return accept({
    lanes: drawLanes(one, { weeks, earliestStart, latestStart, readyOn }),
    preparation: { weeks, criticalParts: critical, latestStart, earliestStart, readyOn, parts },
    meets,
    weeksToContractStart: Math.floor(daysBetween(today, contractStart) / 7),
    gapWeeks: Math.max(0, Math.ceil(daysBetween(contractStart, readyOn) / 7)),
    waysOut: meets === 'at_contract_start' ? [] : findWaysOut(one, earliestStart, readyOn),
  })
}

function findWaysOut(one: LeadTimeCase, earliestStart: Day, readyOn: Day): WayOut[] {
  const { contractStart, firstStartDeadline } = one
  const ways: WayOut[] = [
    {
      code: 'choose_nearly_ready',
      weeksAtMost: Math.max(0, Math.floor(daysBetween(earliestStart, contractStart) / 7)),
    },
  ]
  if (readyOn <= firstStartDeadline)
    ways.push({ code: 'start_within_first_start_window', from: readyOn, until: firstStartDeadline })
  if (one.startMayMove) ways.push({ code: 'move_start', to: readyOn })
  if (one.suitsApprentices) {
    const { months } = apprenticeComplement
    ways.push({
      code: 'construction_apprentices',
      timeForComplement: addMonths(earliestStart, months) <= contractStart,
      complementMonths: months,
    })
  }
  return ways
}

function drawLanes(
  { steps, announcedOn, awardedOn, contractStart, firstStartDeadline, supplier, targetGroup }: LeadTimeCase,
  { weeks, earliestStart, latestStart, readyOn }: { weeks: number; earliestStart: Day; latestStart: Day; readyOn: Day },
): Lane[] {
  const bar = (kind: BarKind, span: Span | undefined): Lane['bars'] =>
    span ? [{ kind, from: span.from, lastDay: span.lastDay }] : []
  const mark = (kind: MilestoneKind, on: Day | undefined): Lane['milestones'] =>
    on === undefined ? [] : [{ kind, on }]
  const between = (from: Day, to: Day): Span | undefined => (from < to ? { from, lastDay: addDays(to, -1) } : undefined)
  const inTime = readyOn < contractStart ? readyOn : contractStart
  const overrunFrom = earliestStart > contractStart ? earliestStart : contractStart
  return [
    {
      lane: 'procurement',
      bars: steps.flatMap(({ step, ...span }) => bar(`step_${step}`, span)),
      milestones: [
        ...mark('announced', announcedOn),
        ...mark('awarded', awardedOn),
        ...mark('contract_start', contractStart),
      ],
    },
    {
      lane: 'supplier',
      bars: [...bar('supplier_profile', supplier.profile), ...bar('interviews', supplier.interviews)],
      milestones: [
        ...mark('start_up_meeting', supplier.startUpMeetingOn),
        ...mark('first_start_deadline', firstStartDeadline),
      ],
    },
    {
      lane: 'target_group',
      bars: [
        ...bar('profiling', targetGroup.profiling),
        ...bar('preparation_needed', between(latestStart, contractStart)),
        ...bar('preparation_planned', between(earliestStart, inTime)),
        ...bar('preparation_too_late', between(overrunFrom, readyOn)),
      ],
      milestones: [
        ...mark('apportioned', targetGroup.apportionedOn),
        ...(weeks > 0 ? mark('latest_preparation_start', latestStart) : []),
        ...mark('ready', readyOn),
      ],
    },
  ]
}

type Chain = {
  readonly weeks: number
  readonly critical: readonly string[]
  /** Weeks before a part at the earliest, and from its start to the end of the preparation. */
  readonly tails: ReadonlyMap<string, { readonly before: number; readonly tail: number }>
}

/** The longest chain of parts: parts without order between them run side by side. */
function longestChain(parts: readonly PreparationPart[]): Outcome<Chain, LeadTimeRefusal> {
  const byId = new Map(parts.map(part => [part.id, part]))
  for (const [index, part] of parts.entries()) {
    const pointer = `/preparation/${index}`
    if (!Number.isInteger(part.weeks) || part.weeks < 0 || part.weeks > 520)
      return refuse('lead_time.bad_weeks', { pointer: `${pointer}/weeks` })
    if (parts.findIndex(({ id }) => id === part.id) !== index)
      return refuse('lead_time.part_twice', { pointer: `${pointer}/id`, part: part.id })
    const unknown = part.after?.find(id => !byId.has(id))
    if (unknown !== undefined) return refuse('lead_time.part_unknown', { pointer: `${pointer}/after`, part: unknown })
  }
  const ordered = inOrder(parts)
  if (!ordered) return refuse('lead_time.parts_circular', { pointer: '/preparation' })

  const before = new Map<string, number>()
  for (const { id, after = [] } of ordered) {
    before.set(id, Math.max(0, ...after.map(other => (before.get(other) ?? 0) + (byId.get(other)?.weeks ?? 0))))
  }
  const tail = new Map<string, number>()
  for (const { id, weeks } of ordered.toReversed()) {
    const followers = parts.filter(({ after }) => after?.includes(id))
    tail.set(id, weeks + Math.max(0, ...followers.map(other => tail.get(other.id) ?? 0)))
  }
  const tails = new Map(ordered.map(({ id }) => [id, { before: before.get(id) ?? 0, tail: tail.get(id) ?? 0 }]))
  const weeks = Math.max(0, ...[...tails.values()].map(one => one.before + one.tail))
  const critical = ordered.filter(({ id }) => (before.get(id) ?? 0) + (tail.get(id) ?? 0) === weeks).map(({ id }) => id)
  return accept({ weeks, critical, tails })
}

/** Parts so that each comes after those it waits for; undefined when they wait for each other. */
function inOrder(parts: readonly PreparationPart[]): PreparationPart[] | undefined {
  const ordered: PreparationPart[] = []
  const done = new Set<string>()
  let left = [...parts]
  while (left.length > 0) {
    const ready = left.filter(({ after = [] }) => after.every(id => done.has(id)))
    if (ready.length === 0) return undefined
    for (const part of ready) done.add(part.id)
    ordered.push(...ready)
    left = left.filter(part => !done.has(part.id))
  }
  return ordered
}

function findReversed({
  steps,
  supplier,
  targetGroup,
  contractStart,
  firstStartDeadline,
}: LeadTimeCase): string | undefined {
  const spans: [string, Span | undefined][] = [
    ...steps.map((step, index): [string, Span] => [`/steps/${index}`, step]),
    ['/supplier/profile', supplier.profile],
    ['/supplier/interviews', supplier.interviews],
    ['/targetGroup/profiling', targetGroup.profiling],
  ]
  if (firstStartDeadline < contractStart) return '/firstStartDeadline'
  return spans.find(([, span]) => span && span.lastDay < span.from)?.[0]
}
