import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeProvider, startFakeProvider } from './fake/index.ts'
import { createOidc, type Oidc, type OidcMemory } from './oidc.ts'

const redirectUri = 'https://fotfaste.example/logga-in/oidc/svar'
let provider: FakeProvider
let oidc: Oidc

beforeAll(async () => {
  provider = await startFakeProvider(redirectUri)
})
afterAll(() => provider.close())
beforeEach(() => {
  provider.recognise = { subject: 'karin-1' }
  oidc = createOidc({ ...provider }, redirectUri)
})

async function begin(from = oidc): Promise<{ address: string; memory: OidcMemory }> {
  const begun = await from.begin()
  if (!begun.ok) throw new Error(begun.code)
  return begun.value
}

test('a person recognised by the provider is known by issuer and subject, and nothing else (ASVS 6.8.1)', async () => {
  const { address, memory } = await begin()
  const asked = new URL(address).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('scope')).toBe('openid')
  expect(await oidc.finish(await provider.visit(address), memory)).toEqual({
    ok: true,
    value: { issuer: provider.issuer, subject: 'karin-1' },
  })
})

describe('an answer that is not ours is refused', () => {
  const refused = { ok: false, code: 'oidc.refused', facts: {} }

  test.each(['state', 'nonce', 'verifier'] as const)('when the %s belongs to another visit', async which => {
    const [mine, other] = [await begin(), await begin()]
    const answer = await provider.visit(mine.address)
    expect(await oidc.finish(answer, { ...mine.memory, [which]: other.memory[which] })).toEqual(refused)
  })

  test('when its code was used before', async () => {
    const { address, memory } = await begin()
    const answer = await provider.visit(address)
    expect((await oidc.finish(answer, memory)).ok).toBe(true)
    expect(await oidc.finish(answer, memory)).toEqual(refused)
  })

  test('when the provider says no', async () => {
    const { memory } = await begin()
    expect(
      await oidc.finish(
        new URL(`${redirectUri}?error=access_denied&state=${memory.state}&iss=${encodeURIComponent(provider.issuer)}`),
        memory,
      ),
    ).toEqual(refused)
  })

  test('when another issuer gave it (mix-up)', async () => {
    const { address, memory } = await begin()
    const answer = await provider.visit(address)
    answer.searchParams.set('iss', 'https://other.example')
    expect(await oidc.finish(answer, memory)).toEqual(refused)
  })

  test('when the ID token is signed by a stranger, and only then (ASVS 6.8.2)', async () => {
    for (const showsOwnKeys of [false, true]) {
      const signer = await startSigner(provider.issuer, showsOwnKeys)
      const trusting = createOidc({ ...provider, issuer: signer.issuer }, redirectUri)
      const { memory } = await begin(trusting)
      signer.nonce = memory.nonce
      const outcome = await trusting.finish(new URL(`${redirectUri}?code=x&state=${memory.state}`), memory)
      expect(outcome).toEqual(
        showsOwnKeys ? { ok: true, value: { issuer: signer.issuer, subject: 'karin-1' } } : refused,
      )
      signer.close()
    }
  })
})

test('a person recognised too lightly is told so, a strong one gets in (ASVS 6.8.4)', async () => {
  const strict = createOidc({ ...provider, strongEnough: ['loa3'] }, redirectUri)
  for (const [acr, ok] of [
    [undefined, false],
    ['loa2', false],
    ['loa3', true],
  ] as const) {
    provider.recognise = { subject: 'karin-1', ...(acr ? { acr } : {}) }
    const { address, memory } = await begin(strict)
    const outcome = await strict.finish(await provider.visit(address), memory)
    expect(outcome.ok).toBe(ok)
    if (!outcome.ok) expect(outcome.code).toBe('oidc.too_weak')
  }
})

test('a provider that was away at first is found when it is back, without a restart', async () => {
  const first = await startFakeProvider(redirectUri)
  const port = Number(new URL(first.issuer).port)
  await first.close()
  const patient = createOidc({ ...first }, redirectUri)
  expect(await patient.begin()).toEqual({ ok: false, code: 'oidc.away', facts: {} })
  const back = await startFakeProvider(redirectUri, port)
  const { address, memory } = await begin(patient)
  const answer = await back.visit(address)
  await back.close()
  expect(await patient.finish(answer, memory)).toEqual({ ok: false, code: 'oidc.away', facts: {} })
})

test('a provider over plain HTTP is not talked to, but on the same machine', async () => {
  const clear = createOidc({ issuer: 'http://idp.example', clientId: 'x', clientSecret: 'y' }, redirectUri)
  expect(await clear.begin()).toEqual({ ok: false, code: 'oidc.away', facts: {} })
})

/** A provider of our own making, which signs with its own key and shows either that key or, as a forger must, another provider's. */
async function startSigner(
  realIssuer: string,
  showsOwnKeys: boolean,
): Promise<{ issuer: string; nonce: string; close: () => void }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const real = (await (await fetch(`${realIssuer}/jwks`)).json()) as { keys: { kid: string }[] }
  const kid = real.keys[0]?.kid
  const keys = showsOwnKeys ? { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256' }] } : real
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const server = createServer((request, response) => {
    const { issuer, nonce } = signer
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, sub: 'karin-1', aud: 'fotfaste', iat: now, exp: now + 60, nonce }
    const body = `${part({ alg: 'RS256', kid })}.${part(claims)}`
    const signature = createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      },
      '/jwks': keys,
      '/token': { access_token: 'x', token_type: 'bearer', id_token: `${body}.${signature}` },
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url ?? '']))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const signer = { issuer: `http://127.0.0.1:${port}`, nonce: '', close: () => void server.close() }
  return signer
}
