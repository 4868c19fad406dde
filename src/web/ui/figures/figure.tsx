import type { ReactNode } from 'react'
import type { HeadingLevel } from '../classes.ts'
import { Heading } from '../heading.tsx'
import { TableScroll } from '../parts/data-table.tsx'

/** The words around a picture. The heading is the question; the summary is a generated sentence with the answer. */
export type FigureTexts = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** "Visa som tabell" */
  readonly showTable: string
  readonly level?: HeadingLevel
  /** After the summary, e.g. a link to what can be done. */
  readonly more?: ReactNode
  /** A quiet link beside the heading. */
  readonly aside?: ReactNode
}

/** The same facts as the picture, as rows of text. The first column names the row. */
export type TwinTable = {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Keys of twin rows are their first cell; a picture never has two rows with the same name. */
function Twin({ caption, table }: { readonly caption: string; readonly table: TwinTable }): ReactNode {
  return (
    <TableScroll label={caption}>
      <table className="ff-table ff-table--dense">
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column.label} scope="col" className={column.numeric ? 'ff-num' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={row.join('|')}>
              {table.columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.label} scope="row">
                    {row[index]}
                  </th>
                ) : (
                  <td key={column.label} className={column.numeric ? 'ff-num' : undefined}>
                    {row[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

export type FigureProps = FigureTexts & {
  readonly table: TwinTable
  readonly legend?: ReactNode
  readonly children: ReactNode
}

/**
 * A picture that answers a question: heading, picture, sentence, and the same data as a table, folded on screen and open in
 * print (ux.md §2.3). A summary of "" is left out.
 */
export function Figure(props: FigureProps): ReactNode {
  const { id, title, summary, showTable, level = 2, more, aside, table, legend, children } = props
  return (
    <figure className="ff-figure" aria-labelledby={`${id}-title`}>
      <div className="ff-panel-head">
        <Heading level={level} id={`${id}-title`}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
      {legend}
      <figcaption className="ff-figure-sum">
        <span id={`${id}-sum`}>{summary}</span> {more}
      </figcaption>
      <details className="ff-twin">
        <summary>{showTable}</summary>
        <Twin caption={`${title} (${showTable})`} table={table} />
      </details>
    </figure>
  )
}

export type PictureProps = { readonly id: string; readonly className: string; readonly children: ReactNode }

/** One picture made of text and drawn parts. Those who listen get its title and sentence, and the table for the rest. */
export function Picture({ id, className, children }: PictureProps): ReactNode {
  return (
    <div className={className} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-sum`}>
      {children}
    </div>
  )
}
