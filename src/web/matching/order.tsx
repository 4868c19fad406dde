import type { ReactElement } from 'react'
import { type ListOrder, listOrders } from '#domain/competence'
import type { Language } from '#shell'
import { texts } from './texts.ts'

const inAddress: Record<ListOrder, string> = { waiting_longest: 'vantat', ready_first: 'redo', number: 'nummer' }

/** The order as the address says it; who has waited longest stands first when nobody has chosen. */
export function orderOf(query: URLSearchParams): ListOrder {
  return listOrders.find(order => inAddress[order] === query.get('ordning')) ?? 'waiting_longest'
}

/** The same address with some of its words changed; an undefined word is left out. */
export function hrefWith(query: string, change: Readonly<Record<string, string | undefined>>): string {
  const next = new URLSearchParams(query)
  next.delete('klart')
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return `?${next.toString()}`
}

type Choice = { readonly label: string; readonly href: string; readonly current: boolean }

/** A choice of how the page is shown, as links with addresses of their own. */
export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }): ReactElement {
  return (
    <nav className="mt-choice" aria-label={label}>
      <span className="ff-soft">{label}</span>
      {choices.map(choice => (
        <a key={choice.href} href={choice.href} aria-current={choice.current ? 'true' : undefined}>
          {choice.label}
        </a>
      ))}
    </nav>
  )
}

/** The three orders: the user's own choice, and none of them a judgement of a person (GEN-4). */
export function Orders(props: { order: ListOrder; query: string; language: Language }): ReactElement {
  const { order, query, language } = props
  const t = texts(language)
  const choices = listOrders.map(one => ({
    label: t(one),
    href: hrefWith(query, { ordning: inAddress[one] }),
    current: one === order,
  }))
  return <Choices label={t('order')} choices={choices} />
}
