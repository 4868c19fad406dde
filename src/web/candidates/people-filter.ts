import {
  type PeopleFilter,
  type PersonStatus,
  peopleOrders,
  peoplePermissions,
  peopleScopes,
  personStatuses,
} from '#domain/candidates'
import { isDay } from '#kernel'
import { targetGroups } from './words.ts'

export const path = '/personer'

export type Shown = PeopleFilter & { readonly page: number }

/** The filter as it stands in the address; what is not understood is left out, so that an old link still opens. */
export function readFilter(query: URLSearchParams): Shown {
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find(value => value === query.get(name))
  const text = (name: string, shape: RegExp): string | undefined => {
    const value = query.get(name)?.trim()
    return value && shape.test(value) ? value : undefined
  }
  const readyBy = query.get('redo')
  const number = text('nr', /^\d{1,9}$/)
  const page = text('sida', /^[1-9]\d{0,4}$/)
  return {
    scope: one('vilka', peopleScopes) ?? 'own',
    order: one('ordning', peopleOrders) ?? 'waiting',
    status: one<PersonStatus>('lage', personStatuses),
    readyBy: isDay(readyBy) ? readyBy : undefined,
    language: text('sprak', /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
    targetGroup: one('grupp', targetGroups),
    can: text('kan', /^[\w:.-]{1,60}$/),
    permission: one('medgivande', peoplePermissions),
    number: number === undefined ? undefined : Number(number),
    page: Number(page ?? 1),
  }
}

/** The address of a filter; what is as usual is left out. Never a name or an identity number (ux.md §2.1). */
export function filterHref(filter: Shown): string {
  const query = new URLSearchParams()
  const keep = (name: string, value: string | number | undefined, usual?: string | number): void => {
    if (value !== undefined && value !== usual) query.set(name, String(value))
  }
  keep('vilka', filter.scope, 'own')
  keep('lage', filter.status)
  keep('redo', filter.readyBy)
  keep('sprak', filter.language)
  keep('grupp', filter.targetGroup)
  keep('kan', filter.can)
  keep('medgivande', filter.permission)
  keep('nr', filter.number)
  keep('ordning', filter.order, 'waiting')
  keep('sida', filter.page, 1)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
