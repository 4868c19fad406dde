import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts requests by token before anything else is done with them. Answers how many seconds to wait; 0 means go on. */
export type Rate = (token: string) => Promise<number>

/**
 * So many requests a minute for each token, in this process; several processes count apart (trust.md, ASVS 2.4.1). The token is kept
 * as a digest only.
 */
export function createRate(perMinute: number): Rate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async token => {
    try {
      await limiter.consume(createHash('sha256').update(token).digest('base64url'))
      return 0
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
}
