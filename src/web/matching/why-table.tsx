import type { ReactElement } from 'react'
import type { CaseHead, Line, LineCell } from '#domain/matching'
import type { Day } from '#kernel'
import type { Language } from '#shell'
import { DataTable, Details } from '#ui'
import { matchTexts } from './match-texts.ts'
import { texts } from './texts.ts'
import { whyText } from './words.ts'

type Props = {
  readonly head: CaseHead
  readonly lines: readonly Line[]
  readonly open: boolean
  /** Whether the reader may book a seat. */
  readonly mayBook: boolean
  readonly language: Language
  readonly today: Day
}

type Row = { readonly line: Line; readonly cell: LineCell; readonly label: string }

/** Each cell that is not simply met, with why, and what can be done about it: the explanation that takes the place of a score (GEN-4). */
export function WhyTable({ head, lines, open, mayBook, language, today }: Props): ReactElement | null {
  const t = texts(language)
  const own = matchTexts(language)
  const requirements = new Map((head.profile?.requirements ?? []).map(requirement => [requirement.id, requirement]))
  const rows = lines.flatMap(line =>
    line.cells
      .filter(cell => cell.state !== 'met')
      .map((cell): Row => {
        const requirement = requirements.get(cell.requirement)
        return { line, cell, label: (language === 'en' ? requirement?.labelEn : requirement?.labelSv) ?? '' }
      }),
  )
  if (rows.length === 0) return null
  return (
    <Details summary={own('whyTitle')} open={open} id="varfor">
      <DataTable
        caption={own('whyCaption')}
        captionHidden
        dense
        rows={rows}
        rowKey={row => `${row.line.id} ${row.cell.requirement}`}
        columns={[
          {
            key: 'person',
            label: t('person'),
            cell: row => (
              <>
                <bdi>{row.line.name}</bdi> <span className="ff-soft">{row.line.number}</span>
              </>
            ),
          },
          { key: 'what', label: own('requirement'), cell: row => row.label },
          { key: 'why', label: own('why'), cell: row => whyText(row.cell, language, today) },
          { key: 'do', label: own('canDo'), cell: row => <Todo row={row} {...{ head, mayBook, language }} /> },
        ]}
      />
    </Details>
  )
}

function Todo({ row, head, mayBook, language }: Pick<Props, 'head' | 'mayBook' | 'language'> & { row: Row }) {
  const own = matchTexts(language)
  const { why } = row.cell
  if (why.code === 'nothing_known' || why.code === 'level_unknown')
    return <a href={`/personer/${row.line.id}`}>{own('askPerson')}</a>
  if (why.code === 'course' && why.way && mayBook)
    return <a href={`/insatser/${why.way.start}?upphandling=${head.id}`}>{own('book')}</a>
  return <span className="ff-soft">–</span>
}
