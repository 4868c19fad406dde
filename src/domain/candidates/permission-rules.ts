import {
  type Accepted,
  accept,
  addDays,
  type Day,
  type Entry,
  type Outcome,
  type Refused,
  refuse,
  sayDays,
} from '#kernel'
import {
  type AskableCase,
  type DisclosableField,
  disclosableFields,
  type LockedPerson,
  type Permission,
  type PermissionRefusal,
  permissionTextEdition,
} from './candidates.ts'

/** How long a permission lasts when nobody says otherwise, and at most (trust.md §5.2, own choice). */
export const permissionDays = { usual: 90, most: 180 } as const

export const permissionLength: Entry<typeof permissionDays> = {
  id: 'candidates.permission.days',
  kind: 'parameter',
  name: { sv: 'Hur länge ett medgivande gäller', en: 'How long a permission lasts' },
  versions: [
    {
      value: permissionDays,
      validFrom: '2026-01-01',
      source: 'Eget val; aldrig längre än till kontraktets sista dag',
      confidence: 'own_choice',
    },
  ],
  shown: ({ usual, most }) => ({
    sv: `${sayDays(usual).sv} om inget annat sägs, högst ${sayDays(most).sv}`,
    en: `${sayDays(usual).en} unless something else is said, at most ${sayDays(most).en}`,
  }),
}

/** A permission that ends within so many days is worth asking for again (ux.md §1.3). */
export const endsSoonDays = 30

/** Where a permission stands on a day. By the clock alone: nothing has to run for it to end (P-M2). */
export type PermissionState = 'asked' | 'lapsed' | 'replaced' | 'declined' | 'in_force' | 'ended' | 'withdrawn'

export function stateOf(
  permission: Pick<Permission, 'answer' | 'validTo' | 'withdrawn' | 'replaced'>,
  today: Day,
): PermissionState {
  if (permission.answer === null) {
    if (permission.replaced) return 'replaced'
    return permission.validTo < today ? 'lapsed' : 'asked'
  }
  if (permission.answer === 'no') return 'declined'
  if (permission.withdrawn) return 'withdrawn'
  return permission.validTo < today ? 'ended' : 'in_force'
}

/** The last day that is proposed: ninety days on, but not after the contract's last day. */
export function usualLastDay(contractEnd: Day, today: Day): Day {
  const usual = addDays(today, permissionDays.usual)
  return contractEnd < usual ? contractEnd : usual
}

export type Question = {
  readonly receiver: string
  readonly receiverName: string
  readonly fields: readonly DisclosableField[]
  readonly validTo: Day
  readonly edition: number
  /** The unanswered question that this one takes the place of. */
  readonly replaces?: string
}

/**
 * Whether the person may be asked to be shown to the employer of a case, and in what terms (TGT-11).
 * @param earlier the person's permissions towards the same receiver for the same case
 * @param again a question that is still open may be put once more
 */
export function decideAsk(
  person: Pick<LockedPerson, 'protected' | 'status'>,
  asked: AskableCase,
  earlier: readonly Permission[],
  wanted: { readonly fields: readonly DisclosableField[]; readonly validTo?: Day; readonly again: boolean },
  today: Day,
): Outcome<Question, PermissionRefusal> {
  if (person.protected) return refuse('permission.person_protected')
  if (person.status === 'left') return refuse('permission.person_left')
  if (!asked.open) return refuse('permission.case_closed')
  if (!asked.employer) return refuse('permission.case_without_employer')
  if (!wanted.fields.includes('name')) return refuse('permission.name_missing')

  const validTo = wanted.validTo ?? usualLastDay(asked.contractEnd, today)
  const lasts = decideLastDay(validTo, asked.contractEnd, today)
  if (!lasts.ok) return lasts

  const covers = (one: Permission): boolean => wanted.fields.every(field => one.fields.includes(field))
  const given = earlier.find(one => stateOf(one, today) === 'in_force' && covers(one))
  if (given && given.validTo >= addDays(today, endsSoonDays)) {
    return refuse('permission.already_given', { until: given.validTo })
  }
  const open = earlier.find(one => one.answer === null && !one.replaced)
  const stillGood = open && stateOf(open, today) === 'asked' && open.edition === permissionTextEdition
  if (stillGood && !wanted.again) return refuse('permission.already_asked', { asked: open.askedOn })
  return accept({
    receiver: asked.employer.id,
    receiverName: asked.employer.name,
    fields: disclosableFields.filter(field => wanted.fields.includes(field)),
    validTo,
    edition: permissionTextEdition,
    replaces: open?.id,
  })
}

function decideLastDay(validTo: Day, contractEnd: Day, today: Day): Accepted<Day> | Refused<PermissionRefusal> {
  if (validTo < today) return refuse('permission.ends_in_past')
  if (validTo > addDays(today, permissionDays.most)) return refuse('permission.too_long', { days: permissionDays.most })
  if (validTo > contractEnd) return refuse('permission.after_contract', { last: contractEnd })
  return accept(validTo)
}

/** Whether a question can be answered now, by a person who has read it in the given edition (P-M5). */
export function decideAnswer(
  permission: Permission,
  read: { readonly edition: number; readonly version: number },
  today: Day,
): Outcome<Permission, PermissionRefusal> {
  if (permission.answer !== null) return refuse('permission.already_answered')
  if (permission.replaced) return refuse('permission.replaced')
  if (stateOf(permission, today) === 'lapsed') return refuse('permission.question_lapsed', { last: permission.validTo })
  if (permission.edition !== read.edition || read.edition !== permissionTextEdition)
    return refuse('permission.text_changed')
  if (permission.version !== read.version) return refuse('permission.changed_meanwhile')
  return accept(permission)
}

/** Whether a permission can be taken back: only what was given and still lasts. Why is never asked (P-M8). */
export function decideWithdrawal(
  permission: Permission,
  version: number,
  today: Day,
): Outcome<Permission, PermissionRefusal> {
  if (permission.answer !== 'yes') return refuse('permission.not_given')
  if (permission.withdrawn) return refuse('permission.already_withdrawn')
  if (stateOf(permission, today) === 'ended') return refuse('permission.already_ended', { last: permission.validTo })
  if (permission.version !== version) return refuse('permission.changed_meanwhile')
  return accept(permission)
}
