import { type CaseFilter, procurementStates, steps } from '#domain/procurement'

export const path = '/upphandlingar'

/** The filter as it stands in the address; what is not understood is left out, so that an old link still opens. */
export function readFilter(query: URLSearchParams): CaseFilter {
  const view = query.get('urval') ?? 'open'
  const page = Number(query.get('sida') ?? 1)
  return {
    state: procurementStates.find(state => state === view) ?? (view === 'all' ? 'all' : 'open'),
    late: view === 'late',
    step: steps.find(step => step === query.get('steg')),
    whose: query.get('vems') === 'mina' ? 'mine' : 'all',
    search: (query.get('sok') ?? '').slice(0, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a filter; what is as usual is left out. */
export function filterHref(filter: CaseFilter): string {
  const query = new URLSearchParams()
  const view = filter.late ? 'late' : filter.state
  if (view !== 'open') query.set('urval', view)
  if (filter.search.trim() !== '') query.set('sok', filter.search.trim())
  if (filter.step) query.set('steg', filter.step)
  if (filter.whose === 'mine') query.set('vems', 'mina')
  if (filter.page > 1) query.set('sida', String(filter.page))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
