import { createKeys, createOidc, createThrottle, type Keys, type Oidc, type Throttle } from '#outside/sign-in'
import type { App, Settings } from '../context.ts'

export type Tools = { readonly keys: Keys; readonly throttle: Throttle; readonly oidc?: Oidc }

const made = new WeakMap<Settings, Tools>()

/** The keys, brakes and identity provider of an installation: made once for its settings. */
export function toolsOf({ settings }: Pick<App, 'settings'>): Tools {
  const had = made.get(settings)
  if (had) return had
  const { secret, oidc, publicUrl } = settings
  const tools: Tools = {
    keys: createKeys(secret),
    throttle: createThrottle(),
    ...(oidc ? { oidc: createOidc(oidc, `${publicUrl}/logga-in/oidc/svar`) } : {}),
  }
  made.set(settings, tools)
  return tools
}

/** Where the request came from, as the sign-in log may keep it: a keyed hash. */
export function networkHash(app: App): Uint8Array {
  return toolsOf(app)
    .keys.hash('network', app.network ?? 'unknown')
    .subarray(0, 16)
}

/** The six digits of a mail, as the database keeps them: bound to the address, so that a code is nobody else's. */
export function codeHash(app: App, email: string, digits: string): Uint8Array {
  return toolsOf(app).keys.hash('code', `${email.toLowerCase()} ${digits}`)
}

/** A recovery code as the database keeps it. */
export function recoveryHash(app: App, code: string): Uint8Array {
  return toolsOf(app).keys.hash('recovery', code)
}
