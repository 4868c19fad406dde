import { createElement, Fragment, type ReactNode } from 'react'

const [begin, end] = ['\u2068', '\u2069']

/** A name inside a sentence of another language: set apart, so that each keeps its own direction (ux.md §6.3). */
export function named(name: string): string {
  return `${begin}${name}${end}`
}

/** A sentence whose names are set apart: each becomes a `bdi` that says it is Swedish. */
export function Phrase({ children }: { readonly children: string }): ReactNode {
  const parts = children
    .split(/(\u2068[^\u2069]*\u2069)/)
    .map(part => (part.startsWith(begin) ? createElement('bdi', { lang: 'sv' }, part.slice(1, -1)) : part))
  return createElement(Fragment, null, ...parts)
}
