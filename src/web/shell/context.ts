import { createContext, type RouterContextProvider } from 'react-router'
import type { Db, Opened } from '#db'
import { type Day, dayOf, type Id } from '#kernel'
import type { renderPdf } from '#outside/documents'
import type { proposeCase, readNotice } from '#outside/notices'
import type { Language } from './language.ts'

/** What main.ts decides once for the whole application. Settings are read there and nowhere else (house.md §11). */
export type Settings = {
  /** The demonstration world is loaded: the page with the cast exists, cookies may travel over plain HTTP on this machine. */
  readonly demonstration: boolean
  /** Key material of the installation, for sealing identity numbers and TOTP secrets. */
  readonly secret: string
  readonly publicUrl: string
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
    /** Authentication contexts that are strong enough for staff (ASVS 6.8.4); any when left out. */
    readonly strongEnough?: readonly string[]
  }
  /** How many proxies of our own stand in front and add to X-Forwarded-For; none when left out. */
  readonly proxies?: number
}

/** What a loader or an action needs of the world outside itself. */
export type App = {
  readonly db: Db
  readonly settings: Settings
  readonly now: () => Date
  readonly newId: <Kind extends string>() => Id<Kind>
  readonly actor?: Opened
  readonly language: Language
  readonly requestId: string
  /** Where the request came from, for brakes on guessing: an IPv4 address or an IPv6 network. */
  readonly network?: string
  /** Sends a neutral mail; never names a person, an employer or a measure (trust.md P-D5). */
  readonly sendMail: (mail: { to: string; subject: string; text: string }) => Promise<void>
  /** Foreign formats, as main.ts gives them: pages know the shape of what comes back and nothing of how it is read or made. */
  readonly readNotice: typeof readNotice
  readonly proposeCase: typeof proposeCase
  readonly renderPdf: typeof renderPdf
  /** A demonstration only: lets the days pass and does what the clock then owes. False when it did not. */
  readonly passTime?: (from: Day, to: Day) => Promise<boolean>
  /** Told of every unexpected error; the page shows only the end of the request's id (ASVS 16.5.1). */
  readonly onError: (error: unknown, requestId: string) => void
}

export const appContext = createContext<App>()

type Provider = Readonly<RouterContextProvider>

export function appOf(context: Provider): App {
  return context.get(appContext)
}

export function todayOf(app: App): Day {
  return dayOf(app.now())
}
