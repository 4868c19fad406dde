import { type Apportionment, type ApportionmentInput, type ApportionRefusal, apportion } from '#engine'
import { accept, type Outcome, refuse } from '#kernel'
import {
  type Calculation,
  type Key,
  type Override,
  type Pass,
  type PlacesRefusal,
  type SelfCheck,
  type Standing,
  selfCheckQuestions,
} from './places.ts'

/** Published keys have one decimal (23,2 %), so a weight is whole in tenths and the whole is 1000. */
const tenths = 10

/** A published key in the engine's terms. A key that misses 100 % is treated as its row says: scaled to its own sum by default (TGT-4). */
export function engineKey(key: {
  readonly rows: readonly { readonly area: string; readonly percent: number }[]
  readonly treatment: Key['treatment']
}): ApportionmentInput['key'] {
  const treatment = key.treatment === 'leave_rest' ? 'leave_unassigned' : key.treatment
  return {
    rows: key.rows.map(row => ({ area: row.area, weight: Math.round(row.percent * tenths) })),
    whole: 100 * tenths,
    treatment,
  }
}

/** The sum of a key's per cents, as published: 100 or, for the disability key, 99. */
export function keySum(key: Pick<Key, 'rows'>): number {
  return key.rows.reduce((sum, row) => sum + Math.round(row.percent * tenths), 0) / tenths
}

/**
 * Deals a case's places from where the year stands, around those who pass and those who are given a place outside the order.
 * Source: TGT-4 (whole places, cumulative over the year, a passing area keeps its claim).
 */
export function decideProposal(
  standing: Standing,
  passes: readonly Pass[],
  overrides: readonly Override[],
): Outcome<Calculation, PlacesRefusal> {
  const wordless = faultOfWords(passes, overrides)
  if (wordless) return wordless
  const input: ApportionmentInput = {
    key: engineKey(standing.key),
    places: standing.places,
    passes: passes.map(({ area, reason }) => ({
      area,
      reason: reason === 'cannot_prepare_in_time' ? 'not_ready_in_time' : reason,
    })),
    overrides: overrides.map(({ place, area }) => ({ place, area })),
    ...(standing.ledger ? { ledger: standing.ledger } : {}),
  }
  const dealt: Outcome<Apportionment, ApportionRefusal> = apportion(input)
  if (!dealt.ok) return dealt
  return accept({ input, output: dealt.value, passes, overrides })
}

/** "Other" says nothing by itself: it needs a few words. */
function faultOfWords(
  passes: readonly Pass[],
  overrides: readonly Override[],
): Outcome<never, PlacesRefusal> | undefined {
  if (passes.some(pass => pass.reason === 'other' && pass.note.trim() === ''))
    return refuse('places.pass_without_words')
  if (overrides.some(override => override.reason === 'other' && override.note.trim() === ''))
    return refuse('places.override_without_words')
  return undefined
}

/**
 * Whether a proposal may be decided as it was shown. The self-check comes first and cannot be skipped (TGT-7); a proposal
 * computed on a ledger that another decision has moved since is not decided unseen.
 */
export function decideDecision(
  shown: readonly (string | null)[],
  now: Calculation,
  checks: readonly Pick<SelfCheck, 'question'>[],
): Outcome<Calculation, PlacesRefusal> {
  const missing = selfCheckQuestions.filter(question => !checks.some(check => check.question === question))
  if (missing.length > 0) return refuse('places.self_check_missing', { missing: missing.join(' ') })
  if (shown.join() !== now.output.order.join()) return refuse('places.ledger_moved')
  return accept(now)
}

/** A self-check says yes only when it can name whom was asked; a no needs words (TGT-7: recorded, not ticked). */
export function decideSelfCheck(answer: {
  considered: boolean
  asked: readonly string[]
  note: string
}): Outcome<true, PlacesRefusal> {
  const said = answer.asked.length > 0 || answer.note.trim() !== ''
  return said ? accept(true) : refuse('places.nobody_asked')
}
