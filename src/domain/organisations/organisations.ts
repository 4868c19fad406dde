import type { Role } from '#kernel'

/** The kinds of organisation, as the database's CHECK has them. */
export const organisationKinds = [
  'city_management',
  'authority',
  'labour_market_unit',
  'district',
  'employment_service',
  'construction_office',
  'coordination_association',
  'supplier',
  'provider',
  'social_enterprise',
  'coordinator',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** Units that may be named as the matching side of a case: municipal units and Arbetsförmedlingen (requirements STR-5). */
export const matchingKinds = [
  'labour_market_unit',
  'employment_service',
  'construction_office',
] as const satisfies readonly OrganisationKind[]

/** Organisations that may win a contract and employ. */
export const employingKinds = ['supplier', 'social_enterprise'] as const satisfies readonly OrganisationKind[]

export type OrganisationLine = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly number: string | null
}

export type AreaLine = { readonly id: string; readonly code: string; readonly name: string; readonly set: string }

/** Somebody to call about a case. Never a participant. */
export type Contact = {
  readonly appointment: string
  readonly organisation: string
  readonly organisationName: string
  readonly role: Role
  readonly name: string
  readonly title: string | null
  readonly phone: string | null
  readonly email: string | null
}
