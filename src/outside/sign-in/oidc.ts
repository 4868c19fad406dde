import * as client from 'openid-client'
import { accept, type Outcome, refuse } from '#kernel'

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Authentication contexts that are strong enough (ASVS 6.8.4), e.g. `http://id.elegnamnden.se/loa/1.0/loa3`; any when left out. */
  readonly strongEnough?: readonly string[]
}

/** What must be remembered between going to the identity provider and coming back. Kept sealed in a cookie. */
export type OidcMemory = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** away: the provider does not answer. refused: its answer is not ours, forged, old or a no. too_weak: it recognised the person too lightly. */
export type OidcRefusal = 'oidc.away' | 'oidc.refused' | 'oidc.too_weak'

export type Oidc = {
  readonly begin: () => Promise<Outcome<{ address: string; memory: OidcMemory }, OidcRefusal>>
  /** @param answer the whole address that the provider sent the browser to, at our public address */
  readonly finish: (
    answer: URL,
    memory: OidcMemory,
  ) => Promise<Outcome<{ issuer: string; subject: string }, OidcRefusal>>
}

/**
 * Sign-in at an identity provider: code flow with PKCE, state and nonce; the ID token's signature is verified against the provider's keys.
 * Discovery runs when first needed and again after a failure, so that a provider that was down at start is found later (stack.md §5).
 * @param redirectUri our address that the provider sends the browser back to
 */
export function createOidc(settings: OidcSettings, redirectUri: string): Oidc {
  let found: Promise<client.Configuration> | undefined
  const discover = (): Promise<client.Configuration> => {
    found ??= find(settings).catch(error => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    begin: async () => {
      let configuration: client.Configuration
      try {
        configuration = await discover()
      } catch {
        return refuse('oidc.away')
      }
      const memory = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: memory.state,
        nonce: memory.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
        ...(settings.strongEnough ? { acr_values: settings.strongEnough.join(' ') } : {}),
      })
      return accept({ address: address.href, memory })
    },
    finish: async (answer, memory) => {
      try {
        const checks = {
          pkceCodeVerifier: memory.verifier,
          expectedState: memory.state,
          expectedNonce: memory.nonce,
          idTokenExpected: true,
        }
        const tokens = await client.authorizationCodeGrant(await discover(), answer, checks)
        const claims = tokens.claims()
        if (!claims) return refuse('oidc.refused')
        if (settings.strongEnough && !settings.strongEnough.includes(String(claims.acr))) return refuse('oidc.too_weak')
        return accept({ issuer: claims.iss, subject: claims.sub })
      } catch (error) {
        return refuse(isUnreachable(error) ? 'oidc.away' : 'oidc.refused')
      }
    },
  }
}

async function find(settings: OidcSettings): Promise<client.Configuration> {
  const issuer = new URL(settings.issuer)
  // Plain HTTP is for a provider on the same machine, as in tests; anywhere else discovery refuses it.
  const near = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  return client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    timeout: 10,
    execute: [client.enableNonRepudiationChecks, ...(near ? [client.allowInsecureRequests] : [])],
  })
}

/** A lost connection or a timeout, as fetch reports them; everything else is an answer that did not hold. */
function isUnreachable(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name)) ||
    (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT')
  )
}
