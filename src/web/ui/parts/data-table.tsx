import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

/** What scrolls has to take focus, or the keys cannot scroll it. */
const reachable = { tabIndex: 0 } as const

export type TableScrollProps = { readonly label: string; readonly sticky?: boolean; readonly children: ReactNode }

/** The only thing that may scroll sideways: reachable by keyboard and named (WCAG 1.4.10, 2.1.1). */
export function TableScroll({ label, sticky, children }: TableScrollProps): ReactNode {
  return (
    <section className={classes('ff-scroll', sticky && 'ff-scroll--sticky')} aria-label={label} {...reachable}>
      {children}
    </section>
  )
}

export type Column<Row> = {
  readonly key: string
  /** Also printed before the value when the table is stacked on a phone. */
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** The cell that names the row; the first column unless another says so. */
  readonly rowHeader?: boolean
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' }
  /** Only for those who listen, e.g. a column of actions. */
  readonly labelHidden?: boolean
}

export type DataTableProps<Row> = {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What to say when there are no rows. */
  readonly empty?: ReactNode
  readonly sticky?: boolean
  /** 32 px rows for those who work in lists all day. */
  readonly dense?: boolean
  /** `scroll` keeps the columns on a phone, for tables where columns are compared. */
  readonly narrow?: 'stack' | 'scroll'
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }): ReactNode {
  const { label, sort } = column
  const text = column.labelHidden ? <span className="ds-sr-only">{label}</span> : label
  return (
    <th scope="col" className={column.numeric ? 'ff-num' : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <a className="ff-sort" href={sort.href} data-direction={sort.direction}>
          {text}
        </a>
      ) : (
        text
      )}
    </th>
  )
}

/** Rows and columns for reading and comparing. On a narrow place each row becomes a card with its labels. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, captionHidden, columns, rows, rowKey, empty, sticky, dense, narrow = 'stack' } = props
  const head = columns.find(column => column.rowHeader)?.key ?? columns[0]?.key
  if (rows.length === 0 && empty) return <div className="ff-table-empty">{empty}</div>
  return (
    <TableScroll label={caption} sticky={sticky}>
      <table className={classes('ff-table', dense && 'ff-table--dense', narrow === 'stack' && 'ff-table--stack')}>
        <caption className={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column => {
                const look = column.numeric ? 'ff-num' : undefined
                return column.key === head ? (
                  <th key={column.key} scope="row" className={look}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={look} data-label={column.labelHidden ? undefined : column.label}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
