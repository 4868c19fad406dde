import type { ReactElement } from 'react'
import type { DistrictLine } from '#domain/places'
import { formatNumber, formatPercent, formatSigned, type Language, listed } from '#shell'
import { AllocationBars } from '#ui'
import { texts } from './texts.ts'

const worthSeeing = 0.75

type Props = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly lines: readonly DistrictLine[]
  readonly language: Language
  /** What the last column says: a proposal, what was decided, or (the year's ledger) nothing. */
  readonly column: 'proposed' | 'decided' | 'none'
  readonly showTable: string
}

/** The picture P3: given against the key's share so far, the claim, and what is proposed now. */
export function AllocationPicture({ id, title, summary, lines, language, column, showTable }: Props): ReactElement {
  const t = texts(language)
  return (
    <AllocationBars
      id={id}
      title={title}
      summary={summary}
      showTable={showTable}
      words={{
        name: t('district'),
        share: t('share'),
        bars: t('bars'),
        given: t('given'),
        due: t('due'),
        claim: t('claim'),
        ...(column === 'none' ? {} : { proposed: t(column === 'decided' ? 'givenNow' : 'proposedNow') }),
        why: t('why'),
        none: t('none'),
      }}
      rows={lines.map(line => ({
        key: line.area,
        name: line.name,
        shareText: formatPercent(line.percent / 100, language, 1),
        given: line.given,
        givenText: formatNumber(line.given, language),
        due: Math.max(0, line.due),
        dueText: formatNumber(Math.max(0, line.due), language, 1),
        claimText: formatSigned(line.claim, language),
        strong: line.claim >= worthSeeing,
        proposed: line.proposed,
        proposedText: line.proposed > 0 ? t('places', { n: line.proposed }) : '',
        ...(line.pass ? { passed: t('passes') } : {}),
        why: whyOf(line, language),
      }))}
    />
  )
}

function whyOf(line: DistrictLine, language: Language): string {
  const t = texts(language)
  if (line.pass) return t('whyPass', { reason: t(line.pass.reason) })
  if (line.override) return t('whyOverride', { reason: t(line.override.reason as 'other') })
  return line.proposed > 0 ? t('whyRule') : ''
}

/** The sentence under the picture: who has the largest claims, who passes, and where the places go. */
export function summaryOf(lines: readonly DistrictLine[], places: number, language: Language): string {
  const t = texts(language)
  const byClaim = [...lines].sort((a, b) => b.claim - a.claim).filter(line => line.claim > 0)
  const sentences: string[] = []
  if (byClaim.length > 0)
    sentences.push(
      t('summaryMost', {
        areas: listed(
          byClaim.slice(0, 2).map(line => line.name),
          language,
        ),
      }),
    )
  const winners = lines.filter(line => line.proposed > 0)
  const given = winners.reduce((sum, line) => sum + line.proposed, 0)
  sentences.push(
    t('summaryGot', {
      given,
      places,
      areas: listed(
        winners.map(line => line.name),
        language,
      ),
    }),
  )
  const passing = lines.filter(line => line.pass)
  if (passing.length > 0)
    sentences.push(
      t('summaryPass', {
        areas: listed(
          passing.map(line => line.name),
          language,
        ),
      }),
    )
  return sentences.join(' ')
}
