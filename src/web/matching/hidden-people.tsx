import type { ReactElement } from 'react'
import type { Grid } from '#domain/matching'
import type { Language } from '#shell'
import { hrefWith } from './order.tsx'
import { texts } from './texts.ts'
import { hiddenText } from './words.ts'

type Shown = {
  readonly hidden: Grid['hidden']
  readonly query: string
  readonly language: Language
}

/** Shows those who were left out, or leaves them out again. */
export function HiddenLink({ hidden, query, language }: Shown): ReactElement | null {
  const t = texts(language)
  if (hidden.total === 0) return null
  const shown = new URLSearchParams(query).has('dolda')
  return <a href={hrefWith(query, { dolda: shown ? undefined : '1' })}>{shown ? t('hideAgain') : t('seeWhy')}</a>
}

/** The sentences after a picture of people: what it says, who is not shown and why, and how far one has looked. */
export function sentencesOf(
  first: string,
  shown: number,
  { total, hidden, lookedAt, language }: Pick<Grid, 'total' | 'hidden' | 'lookedAt'> & { language: Language },
): string {
  const t = texts(language)
  const cut = total > shown ? t('cut', { shown, total }) : ''
  const looked = lookedAt === undefined ? '' : t('lookedAt', { n: lookedAt })
  return [first, cut, hiddenText(hidden, language), looked].filter(sentence => sentence !== '').join(' ')
}

/** To the few who are named for them: which of the people are handled apart. Undefined for everybody else (P-S2). */
export function apartText(numbers: readonly string[], language: Language): string | undefined {
  return numbers.length === 0 ? undefined : `${numbers.join(', ')}. ${texts(language)('handledApart')}`
}
