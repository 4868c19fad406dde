import type { Exemption, Known } from '../tendering.ts'

export const exemptionConditions = ['asked_for', 'consulted', 'structured', 'tracks', 'hired'] as const
export type ExemptionCondition = (typeof exemptionConditions)[number]

export type Exempted = {
  readonly answer: Known
  readonly conditions: Readonly<Record<ExemptionCondition, Known>>
  /** Whether the rest of the region is still procured. */
  readonly partly: boolean
}

/**
 * Municipalities may, after consulting Arbetsförmedlingen, refrain from a procurement if they can show a structured and successful way of
 * their own (UPH-2). Structured: a local agreement in force. Successful: at least as many tracks, and as large a share hired, as the authority has set.
 * Source: Dua/Werket 2 and 8.1, which names no bounds: `least` is the authority's.
 */
export function exempt({ askedFor, consulted, agreement, municipalities, result, least }: Exemption): Exempted {
  const conditions: Exempted['conditions'] = {
    asked_for: askedFor ? 'yes' : 'no',
    consulted,
    structured: agreement,
    tracks: result ? known(result.tracks >= least.tracks) : 'unknown',
    hired: result && result.started > 0 ? known(result.hired * 100 >= least.hiredPercent * result.started) : 'unknown',
  }
  const answers = Object.values(conditions)
  const answer = answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes'
  return { answer, conditions, partly: municipalities !== undefined }
}

function known(holds: boolean): Known {
  return holds ? 'yes' : 'no'
}
