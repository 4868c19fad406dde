import type { ReactNode } from 'react'
import type { Tone } from '../classes.ts'
import { TableScroll } from '../parts/data-table.tsx'
import { Tag } from '../parts/panel.tsx'
import { Figure, type FigureTexts, type TwinTable } from './figure.tsx'

/** Met, not met, unknown, or can be met by a date. Unknown is never "no" (ux.md P6). */
export type MatchCell =
  | { readonly kind: 'met' | 'not_met' | 'unknown' }
  | { readonly kind: 'by'; readonly date: string }

export type MatchGroup = {
  readonly key: string
  /** "Måste", "Bra", "Kan läras" */
  readonly label: string
  readonly requirements: readonly { readonly key: string; readonly label: string }[]
}

export type MatchPerson = {
  readonly key: string
  readonly name: string
  /** The case's number for the person, never a personal identity number. */
  readonly number?: string
  readonly href?: string
  /** One per requirement, by its key. A missing one is unknown. */
  readonly cells: Readonly<Record<string, MatchCell>>
  readonly permission?: { readonly text: string; readonly tone: Tone }
  readonly selected?: boolean
  readonly selectable?: boolean
}

export type MatchGridProps = FigureTexts & {
  readonly groups: readonly MatchGroup[]
  /** In the order the user chose. Never by a score: there is none (GEN-4). */
  readonly people: readonly MatchPerson[]
  /** Names the checkboxes; left out when nobody can be chosen. Put the grid in a form. */
  readonly select?: { readonly name: string; readonly label: (person: string) => string }
  /** "Skyddad person: hanteras av utsedd handläggare" */
  readonly handledElsewhere?: string
  readonly words: {
    readonly person: string
    readonly permission: string
    readonly met: string
    readonly not_met: string
    readonly unknown: string
    /** "uppfyllt senast", before the date */
    readonly by: string
    /** The legend's explanation of a date: "uppfyllt senast det datumet" */
    readonly byLegend: string
    readonly byExample: string
  }
}

type Words = MatchGridProps['words']

const unknown: MatchCell = { kind: 'unknown' }

function inWords(cell: MatchCell, words: Words): string {
  return cell.kind === 'by' ? `${words.by} ${cell.date}` : words[cell.kind]
}

/** The same grid in words. */
export function matchTable({ groups, people, words }: Pick<MatchGridProps, 'groups' | 'people' | 'words'>): TwinTable {
  const requirements = groups.flatMap(group => group.requirements.map(one => ({ ...one, group: group.label })))
  return {
    columns: [
      { label: words.person },
      ...requirements.map(one => ({ label: `${one.label} (${one.group})` })),
      { label: words.permission },
    ],
    rows: people.map(person => [
      person.number ? `${person.name} ${person.number}` : person.name,
      ...requirements.map(one => inWords(person.cells[one.key] ?? unknown, words)),
      person.permission?.text ?? '',
    ]),
  }
}

const signs = { met: '✓', not_met: '✗', unknown: '?' } as const

function MatchSign({ cell }: { readonly cell: MatchCell }): ReactNode {
  return (
    <span className={`ff-match-sign ff-match-sign--${cell.kind}`} aria-hidden="true">
      {cell.kind === 'by' ? cell.date : signs[cell.kind]}
    </span>
  )
}

function PersonHead({
  person,
  select,
}: {
  readonly person: MatchPerson
  readonly select: MatchGridProps['select']
}): ReactNode {
  const name = (
    <span className="ff-match-name">
      {person.href ? (
        <a href={person.href}>
          <bdi>{person.name}</bdi>
        </a>
      ) : (
        <b>
          <bdi>{person.name}</bdi>
        </b>
      )}{' '}
      {person.number ? <span className="ff-soft">{person.number}</span> : null}
    </span>
  )
  if (!select) return name
  return (
    <span className="ff-match-person">
      <input
        className="ds-input"
        type="checkbox"
        name={select.name}
        value={person.key}
        defaultChecked={person.selected}
        disabled={person.selectable === false}
        aria-label={select.label(person.name)}
      />
      {name}
    </span>
  )
}

function PersonRow({
  person,
  groups,
  select,
  words,
}: Pick<MatchGridProps, 'groups' | 'select' | 'words'> & { readonly person: MatchPerson }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <PersonHead person={person} select={select} />
      </th>
      {groups.flatMap(group =>
        group.requirements.map((requirement, index) => {
          const cell = person.cells[requirement.key] ?? unknown
          return (
            <td
              key={requirement.key}
              className={index === 0 ? 'ff-match-cell ff-match-first' : 'ff-match-cell'}
              data-label={requirement.label}
              data-group={index === 0 ? group.label : undefined}
            >
              <MatchSign cell={cell} />
              <span className="ff-match-words">{inWords(cell, words)}</span>
            </td>
          )
        }),
      )}
      <td className="ff-match-permission" data-label={words.permission}>
        {person.permission ? <Tag tone={person.permission.tone}>{person.permission.text}</Tag> : null}
      </td>
    </tr>
  )
}

function Legend({ words }: { readonly words: Words }): ReactNode {
  const entries: readonly (readonly [MatchCell, string])[] = [
    [{ kind: 'met' }, words.met],
    [{ kind: 'not_met' }, words.not_met],
    [unknown, words.unknown],
    [{ kind: 'by', date: words.byExample }, words.byLegend],
  ]
  return (
    <ul className="ff-match-legend">
      {entries.map(([cell, text]) => (
        <li key={cell.kind}>
          <MatchSign cell={cell} /> {text}
        </li>
      ))}
    </ul>
  )
}

/** Why this person for this profile (P6)? Requirement by requirement, no total. One card per person on a phone. */
export function MatchGrid(props: MatchGridProps): ReactNode {
  const { groups, people, select, words, title, handledElsewhere } = props
  return (
    <Figure {...props} table={matchTable(props)} legend={<Legend words={words} />}>
      <TableScroll label={title}>
        <table className="ff-table ff-match">
          <caption className="ds-sr-only">{title}</caption>
          <thead>
            <tr className="ff-match-groups">
              <td />
              {groups.map(group => (
                <th key={group.key} scope="colgroup" colSpan={group.requirements.length} className="ff-match-first">
                  {group.label}
                </th>
              ))}
              <td />
            </tr>
            <tr>
              <th scope="col">{words.person}</th>
              {groups.flatMap(group =>
                group.requirements.map((requirement, index) => (
                  <th
                    key={requirement.key}
                    scope="col"
                    className={index === 0 ? 'ff-match-cell ff-match-first' : 'ff-match-cell'}
                  >
                    {requirement.label}
                  </th>
                )),
              )}
              <th scope="col">{words.permission}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(person => (
              <PersonRow key={person.key} person={person} groups={groups} select={select} words={words} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {handledElsewhere ? <p className="ff-soft ff-match-elsewhere">{handledElsewhere}</p> : null}
    </Figure>
  )
}
