import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'

/** An identity provider on this machine, for tests: recognises everybody at once, as whom it is told. */
export type FakeProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whom the next browser is recognised as, and how strongly. */
  recognise: { subject: string; acr?: string }
  /** What a browser does with an authorization address: follows it through the provider and back. Returns our address with the answer. */
  readonly visit: (address: string) => Promise<URL>
  readonly close: () => Promise<void>
}

/** @param port 0 for any; a fixed one lets a test take the provider down and up again */
export async function startFakeProvider(redirectUri: string, port = 0): Promise<FakeProvider> {
  const clientId = 'fotfaste'
  const clientSecret = 'a secret that only the test and the fake provider know'
  const server = createServer()
  const issuer = `http://127.0.0.1:${await listen(server, port)}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'] },
    ],
    acrValues: ['loa2', 'loa3'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['a key for the cookies of the fake provider'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  })
  const fake: FakeProvider = {
    issuer,
    clientId,
    clientSecret,
    recognise: { subject: 'nobody' },
    visit: address => followTo(address, redirectUri),
    close: () => new Promise(done => server.close(() => done()).closeAllConnections()),
  }
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const { subject: accountId, acr } = fake.recognise
    const grant = new provider.Grant({ accountId, clientId })
    grant.addOIDCScope('openid')
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, response, { login: { accountId, ...(acr ? { acr } : {}) }, consent })
  })
  return fake
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Follows redirects with cookies, as a browser does, and stops where the provider sends it back to us. */
async function followTo(address: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(address)
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    const to = response.headers.get('location')
    if (!to)
      throw new Error(`The provider stopped at ${url.pathname} with ${response.status}: ${await response.text()}`)
    url = new URL(to, url)
    if (url.href.startsWith(redirectUri)) return url
  }
  throw new Error('The provider sent the browser in a circle')
}
