import { bestChain, noPrice } from './chain.ts'
import { choicesOf, isOpen } from './choices.ts'
import type { TrackInstance, TrackModule, TrackParticipant } from './track.ts'

/**
 * Why nothing gives a competence to a participant. Of several reasons the one that came closest to a way is told:
 * nothing teaches it · too far · more hours a week than the participant has · no start between the first possible week and the
 * end of the calendar · all seats taken · what is needed before it comes too late · it can be had, but not besides all the others.
 */
export type GapReason =
  | 'not_taught'
  | 'too_far'
  | 'too_many_hours'
  | 'no_start'
  | 'no_seats'
  | 'comes_too_late'
  | 'not_with_the_rest'

/** A competence that the catalogue cannot give somebody in time: the gap signal (JSP-6). By region (town and reach) and week. */
export type TrackGap = {
  readonly participant: number
  readonly competence: number
  readonly name?: string
  readonly town: number
  readonly townName?: string
  /** Minutes that can be travelled. */
  readonly reach: number
  /** First week in which it could be begun, and the last week of the calendar. */
  readonly from: number
  readonly to: number
  readonly reason: GapReason
}

/**
 * The gaps of a participant who has no plan: of the competences that the profile asks for and what they need, those that nothing
 * gives; the roots only, not what lacks merely because something before it lacks. When each can be had on its own, but not all of
 * them within the hours of a week and the weeks of the calendar: those for which there is no time besides the profile's others. Seats count as the instance has them (`seatsLeft`). Empty for somebody who has a way.
 */
export function gapsOf(instance: TrackInstance, participant: TrackParticipant): TrackGap[] {
  const had = new Map(participant.has.map(competence => [competence, participant.ready]))
  const starts = instance.modules
    .flatMap(module =>
      isOpen(instance, participant, module) ? module.starts.map(start => ({ module, ...start })) : [],
    )
    .filter(({ module, week, seats }) => inTime(instance, participant, module, week) && seats > 0)
    .sort((a, b) => a.week - b.week)
  for (const { module, week } of starts) {
    if (!module.needs.every(need => (had.get(need) ?? Number.POSITIVE_INFINITY) <= week)) continue
    for (const competence of module.covers) {
      had.set(competence, Math.min(had.get(competence) ?? Number.POSITIVE_INFINITY, week + module.weeks))
    }
  }
  const gaps = new Map<number, TrackGap>()
  const seen = new Set<number>()
  const trace = (competence: number): void => {
    if (had.has(competence) || seen.has(competence)) return
    seen.add(competence)
    const reason = whyNot(instance, participant, competence)
    if (reason !== 'comes_too_late') return void gaps.set(competence, gapOf(instance, participant, competence, reason))
    const needed = starts
      .filter(({ module }) => module.covers.includes(competence))
      .flatMap(({ module }) => module.needs)
      .filter(need => !had.has(need))
    if (needed.length === 0) gaps.set(competence, gapOf(instance, participant, competence, reason))
    for (const need of needed) trace(need)
  }
  const lacking = instance.profile.filter(competence => !had.has(competence))
  if (lacking.length === 0) return crowdedOut(instance, participant)
  for (const competence of lacking) trace(competence)
  // What is needed may go round in a circle that no start breaks: then the profile's own competences are the gap.
  if (gaps.size === 0)
    for (const competence of lacking) gaps.set(competence, gapOf(instance, participant, competence, 'comes_too_late'))
  return [...gaps.values()].sort((a, b) => a.competence - b.competence)
}

/** Taken in the profile's order, the competences that there is no time for besides those before them. */
function crowdedOut(instance: TrackInstance, participant: TrackParticipant): TrackGap[] {
  const week = 1 + participant.hours * instance.weeks
  const hasWay = (profile: readonly number[]): boolean => {
    const effort = { nodes: 0, stopped: false, enough: () => false }
    const choices = choicesOf({ ...instance, profile }, participant)
    return bestChain(choices, week, noPrice, Number.POSITIVE_INFINITY, effort) !== undefined
  }
  const together: number[] = []
  return instance.profile.flatMap(competence => {
    if (hasWay([...together, competence])) {
      together.push(competence)
      return []
    }
    return [gapOf(instance, participant, competence, 'not_with_the_rest')]
  })
}

function inTime(instance: TrackInstance, { ready }: TrackParticipant, module: TrackModule, week: number): boolean {
  return week >= ready && week + module.weeks <= instance.weeks
}

function whyNot(instance: TrackInstance, participant: TrackParticipant, competence: number): GapReason {
  const teaching = instance.modules.filter(module => module.covers.includes(competence))
  if (teaching.length === 0) return 'not_taught'
  const near = teaching.filter(module => isOpen(instance, { ...participant, hours: 168 }, module))
  if (near.length === 0) return 'too_far'
  const open = near.filter(module => module.hours <= participant.hours)
  if (open.length === 0) return 'too_many_hours'
  const dated = open.flatMap(module => module.starts.filter(({ week }) => inTime(instance, participant, module, week)))
  if (dated.length === 0) return 'no_start'
  return dated.every(({ seats }) => seats === 0) ? 'no_seats' : 'comes_too_late'
}

function gapOf(
  { names, weeks }: TrackInstance,
  { id, town, reach, ready }: TrackParticipant,
  competence: number,
  reason: GapReason,
): TrackGap {
  return {
    participant: id,
    competence,
    name: names?.competences?.[competence],
    town,
    townName: names?.towns?.[town],
    reach,
    from: ready,
    to: weeks,
    reason,
  }
}
