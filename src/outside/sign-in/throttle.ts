import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Who tries: an e-mail as typed, from a network. Known: the account has signed in from there before. */
export type Attempt = { readonly email: string; readonly network: string; readonly known?: boolean }

/** Counts tries before they are judged. `admit…` answers how many seconds to wait; 0 means go on. */
export type Throttle = {
  readonly admitPassword: (attempt: Attempt) => Promise<number>
  readonly forgive: (attempt: Attempt) => Promise<void>
  readonly admitLink: (network: string) => Promise<number>
  readonly admitCode: (network: string) => Promise<number>
}

const minutes = 60
const hour = 60 * minutes

/**
 * Brakes on guessing (ASVS 6.3.1), kept in this process. A network may fail 300 times an hour, and 10 times in 15 minutes at one account.
 * An account that strangers guess at (50 tries an hour from networks it has not signed in from) lets each further strange network try three
 * times: its owner is never locked out by what others do, and a thousand networks get three thousand tries an hour, not ten.
 * Several processes count apart; the second step and the codes are counted in the database.
 */
export function createThrottle(): Throttle {
  const limit = (points: number, duration: number): RateLimiterMemory => new RateLimiterMemory({ points, duration })
  const byNetwork = limit(300, hour)
  const byPair = limit(10, 15 * minutes)
  const byPairUnderAttack = limit(3, hour)
  const byAccount = limit(50, hour)
  const links = limit(30, hour)
  const codes = limit(30, hour)
  const pairOf = ({ email, network }: Attempt): string => `${email.toLowerCase()} ${network}`
  return {
    admitPassword: async attempt => {
      const wait = (await take(byNetwork, attempt.network)) || (await take(byPair, pairOf(attempt)))
      if (wait > 0 || attempt.known) return wait
      const guessedAt = await take(byAccount, attempt.email.toLowerCase())
      return guessedAt > 0 ? take(byPairUnderAttack, pairOf(attempt)) : 0
    },
    forgive: async attempt => {
      await Promise.all([
        byPair.delete(pairOf(attempt)),
        byPairUnderAttack.delete(pairOf(attempt)),
        byNetwork.reward(attempt.network),
      ])
    },
    admitLink: network => take(links, network),
    admitCode: network => take(codes, network),
  }
}

/** Takes one try. Seconds to wait when there is none left. */
async function take(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}
