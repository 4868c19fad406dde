import type { CaseHead, Line, LineCell } from '#domain/matching'
import type { Day } from '#kernel'
import { formatDayShort, type Language } from '#shell'
import type { MatchGridProps } from '#ui'
import { tick } from './form-shapes.ts'
import { texts } from './texts.ts'
import { permissionInGrid } from './words.ts'

type Kind = 'must' | 'merit' | 'teachable'
/** What was ticked in a form that came back. */
export type Ticked = string | readonly string[] | undefined

type About = {
  readonly head: CaseHead
  readonly lines: readonly Line[]
  readonly kinds?: readonly Kind[]
  readonly language: Language
  readonly today: Day
  readonly ticked?: Ticked
}

/** A profile and people as the grid of the look draws them (P6). */
export function gridOf({
  head,
  lines,
  kinds = ['must', 'merit', 'teachable'],
  language,
  today,
  ticked,
}: About): Pick<MatchGridProps, 'groups' | 'people' | 'words' | 'showTable' | 'select'> {
  const t = texts(language)
  const requirements = head.profile?.requirements ?? []
  const groups = kinds.map(kind => ({
    key: kind,
    label: t(kind),
    requirements: requirements
      .filter(requirement => requirement.kind === kind)
      .map(({ id, labelSv, labelEn }) => ({ key: id, label: language === 'en' ? labelEn : labelSv })),
  }))
  return {
    groups: groups.filter(group => group.requirements.length > 0),
    people: lines.map(line => ({
      key: tick(line),
      selected: isTicked(line.candidacy?.id ?? line.id, ticked),
      name: line.name,
      number: line.candidacy ? `${line.number} · ${t(line.candidacy.state)}` : line.number,
      href: `/personer/${line.id}`,
      cells: Object.fromEntries(line.cells.map(cell => [cell.requirement, cellOf(cell)])),
      permission: permissionInGrid(line.permission, head.employer !== undefined, language, today),
    })),
    select: { name: 'person', label: name => t('choose', { name }) },
    showTable: t('showAsTable'),
    words: {
      person: t('person'),
      permission: t('permission'),
      met: t('met'),
      not_met: t('not_met'),
      unknown: t('unknown'),
      by: t('by'),
      byLegend: t('byLegend'),
      byExample: formatDayShort(head.starts),
    },
  }
}

function cellOf(cell: LineCell): MatchGridProps['people'][number]['cells'][string] {
  return cell.state === 'by_date' ? { kind: 'by', date: formatDayShort(cell.byDate) } : { kind: cell.state }
}

/** Whether a line was ticked; by identity, since its version may have moved on meanwhile. */
export function isTicked(id: string, ticked: Ticked): boolean {
  const all = typeof ticked === 'string' ? [ticked] : (ticked ?? [])
  return all.some(one => one.split('.')[0] === id)
}
