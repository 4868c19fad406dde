import type { ReactNode } from 'react'
import { TableScroll } from '../parts/data-table.tsx'
import { Tag } from '../parts/panel.tsx'
import { Figure, type FigureTexts, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type AllocationRow = {
  readonly key: string
  readonly name: string
  readonly href?: string
  readonly shareText: string
  /** Units given so far, and what the key's share amounts to so far; same unit. */
  readonly given: number
  readonly givenText: string
  readonly due: number
  readonly dueText: string
  /** due − given with its sign: "+1,4". `strong` when it is worth seeing. */
  readonly claimText: string
  readonly strong?: boolean
  readonly proposed: number
  readonly proposedText: string
  /** "passar": took a pass, keeps the claim. */
  readonly passed?: string
  /** Why, for the table: "störst fordran". */
  readonly why?: string
}

export type AllocationBarsProps = FigureTexts & {
  readonly rows: readonly AllocationRow[]
  /** The longest bar's value; from the data when left out. */
  readonly max?: number
  readonly words: {
    readonly name: string
    readonly share: string
    /** Heading of the bars: "Fått i år, och vad nyckeln ger". */
    readonly bars: string
    readonly given: string
    readonly due: string
    readonly claim: string
    /** Left out when nothing is proposed: the column then is not there. */
    readonly proposed?: string
    readonly why: string
    readonly none: string
  }
}

/** The same rows as the bars, with every number in words. */
export function allocationTable({ rows, words }: Pick<AllocationBarsProps, 'rows' | 'words'>): TwinTable {
  const numeric = true
  return {
    columns: [
      { label: words.name },
      { label: words.share, numeric },
      { label: words.due, numeric },
      { label: words.given, numeric },
      { label: words.claim, numeric },
      ...(words.proposed === undefined ? [] : [{ label: words.proposed }, { label: words.why }]),
    ],
    rows: rows.map(row => [
      row.name,
      row.shareText,
      row.dueText,
      row.givenText,
      row.claimText,
      ...(words.proposed === undefined
        ? []
        : [row.passed ?? (row.proposed > 0 ? row.proposedText : words.none), row.why ?? '']),
    ]),
  }
}

type BarProps = {
  readonly row: AllocationRow
  readonly scale: (value: number) => number
  readonly words: AllocationBarsProps['words']
}

/** Thick = given; thin line and tick = the key's share so far; dotted rings = what the proposal would add. */
function Bar({ row, scale, words }: BarProps): ReactNode {
  const due = percent(scale(row.due))
  const given = scale(row.given)
  const label = `${row.name}: ${words.given} ${row.givenText}, ${words.due} ${row.dueText}`
  return (
    <svg className="ff-alloc-bar" width="100%" height="28" role="img" aria-label={label}>
      <line className="ff-alloc-reach" x1="0" x2={due} y1="14" y2="14" />
      {row.proposed > 0 ? (
        <rect
          className="ff-alloc-added"
          x={percent(given)}
          y="6"
          width={percent(scale(row.given + row.proposed) - given)}
          height="16"
          rx="4"
        />
      ) : null}
      <rect className="ff-alloc-given" x="0" y="5" width={percent(given)} height="18" rx="5" />
      <line className="ff-alloc-halo" x1={due} x2={due} y1="1" y2="27" />
      <line className="ff-alloc-due" x1={due} x2={due} y1="1" y2="27" />
    </svg>
  )
}

function Proposal({
  row,
  words,
}: {
  readonly row: AllocationRow
  readonly words: AllocationBarsProps['words']
}): ReactNode {
  if (row.passed) return <Tag>{row.passed}</Tag>
  if (row.proposed <= 0) return <span className="ff-soft">{words.none}</span>
  return (
    <span className="ff-alloc-new">
      <span aria-hidden="true">
        {Array.from({ length: Math.min(row.proposed, 6) }, (_, index) => `plus-${index + 1}`).map(key => (
          <span key={key} className="ff-plus">
            +
          </span>
        ))}
      </span>
      {row.proposedText}
    </span>
  )
}

/** Who is owed a place (P3)? Given against the key's share so far, the difference with its sign, and the proposal. */
export function AllocationBars(props: AllocationBarsProps): ReactNode {
  const { rows, words, title } = props
  const longest = props.max ?? Math.max(1, ...rows.map(row => Math.max(row.due, row.given + Math.max(0, row.proposed))))
  const scale = fractionScale(0, longest * 1.02)
  return (
    <Figure {...props} table={allocationTable(props)}>
      <TableScroll label={title}>
        <table className="ff-table ff-alloc">
          <caption className="ds-sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className="ff-num">
                {words.share}
              </th>
              <th scope="col" className="ff-alloc-wide">
                {words.bars}
              </th>
              <th scope="col" className="ff-num">
                {words.claim}
              </th>
              {words.proposed === undefined ? null : <th scope="col">{words.proposed}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.key}>
                <th scope="row">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</th>
                <td className="ff-num ff-alloc-share">{row.shareText}</td>
                <td className="ff-alloc-wide" dir="ltr">
                  <Bar row={row} scale={scale} words={words} />
                </td>
                <td
                  className={row.strong ? 'ff-num ff-alloc-claim ff-alloc-claim--strong' : 'ff-num ff-alloc-claim'}
                  data-label={words.claim}
                >
                  {row.claimText}
                </td>
                {words.proposed === undefined ? null : (
                  <td className="ff-alloc-prop">
                    <Proposal row={row} words={words} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Figure>
  )
}
