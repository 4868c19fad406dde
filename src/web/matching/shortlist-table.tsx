import type { ReactElement } from 'react'
import type { CandidacyState, ShortlistLine } from '#domain/matching'
import type { Day } from '#kernel'
import { formatDayShort, type Language } from '#shell'
import { DataTable, Tag, type Tone } from '#ui'
import { isTicked, type Ticked } from './grid-props.ts'
import { shortlistTexts } from './shortlist-texts.ts'
import { texts } from './texts.ts'
import { permissionInFull } from './words.ts'

type Props = {
  readonly lines: readonly ShortlistLine[]
  readonly ticked: Ticked
  readonly hasEmployer: boolean
  readonly language: Language
  readonly today: Day
}

const tones: Partial<Record<CandidacyState, Tone>> = {
  shortlisted: 'pine',
  presented: 'sky',
  wanted: 'sky',
  chosen: 'pine',
}

/** One line for each in the case: where it stands, the permission, and the days that the funnel counts. */
export function ShortlistTable({ lines, ticked, hasEmployer, language, today }: Props): ReactElement {
  const t = texts(language)
  const own = shortlistTexts(language)
  const short = (day: Day | null): string => (day === null ? '–' : formatDayShort(day))
  return (
    <DataTable
      caption={own('everybody')}
      captionHidden
      rows={lines}
      rowKey={line => line.candidacy}
      columns={[
        {
          key: 'person',
          label: own('number'),
          cell: line => (
            <span className="ff-match-person">
              <input
                className="ds-input"
                type="checkbox"
                name="candidacy"
                value={`${line.candidacy}.${line.version}`}
                defaultChecked={isTicked(line.candidacy, ticked)}
                id={line === lines[0] ? 'candidacy' : undefined}
                aria-label={own('choose', { name: line.name })}
              />
              <span className="ff-match-name">
                <a href={`/personer/${line.person}`}>
                  <bdi>{line.name}</bdi>
                </a>{' '}
                <span className="ff-soft">{line.number}</span>
              </span>
            </span>
          ),
        },
        {
          key: 'state',
          label: own('state'),
          cell: line => <Tag tone={tones[line.state] ?? 'plain'}>{t(line.state)}</Tag>,
        },
        {
          key: 'permission',
          label: t('permission'),
          cell: line => {
            const said = permissionInFull(line.permission, hasEmployer, language, today)
            return <Tag tone={said.tone}>{said.text}</Tag>
          },
        },
        { key: 'invited', label: own('invited'), cell: line => short(line.invitedOn) },
        { key: 'attended', label: own('attended'), cell: line => short(line.attendedOn) },
        { key: 'interviewed', label: own('interviewed'), cell: line => short(line.interviewedOn) },
        { key: 'why', label: own('why'), cell: line => whyOf(line, language) },
      ]}
    />
  )
}

function whyOf(line: ShortlistLine, language: Language): string {
  const t = texts(language)
  if (line.declineReason) return shortlistTexts(language)('declinedBecause', { why: t(line.declineReason) })
  if (!line.reason) return '–'
  return line.note === '' ? t(line.reason) : `${t(line.reason)}: ${line.note}`
}
