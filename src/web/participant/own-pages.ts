import type { Tx } from '#db'
import {
  type OwnContact,
  type OwnContactDetails,
  type OwnJob,
  ownContact,
  ownJob,
  type PermissionLine,
} from '#domain/candidates'
import type { Day } from '#kernel'
import { type Language, notFound, type Visit } from '#shell'

/** What every page of a participant is given. */
export type OwnPage = {
  readonly language: Language
  readonly today: Day
  readonly contact: OwnContact | undefined
}

export async function ownPage(tx: Tx, v: Visit): Promise<OwnPage> {
  return { language: v.language, today: v.today, contact: await ownContact(tx) }
}

/** The person behind the account that is signed in. Another kind of account has no such page. */
export function personOf(v: Visit): string {
  if (!v.actor.person) throw notFound()
  return v.actor.person
}

export async function jobOf(tx: Tx, line: PermissionLine): Promise<OwnJob | undefined> {
  return line.procurement ? ownJob(tx, line.procurement) : undefined
}

/** Name, contact and identity number, opened for the person itself. */
export type OwnDetails = Omit<OwnContactDetails, 'identitySealed'> & { readonly identity: string | null }
