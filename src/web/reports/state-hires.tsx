import type { ReactElement } from 'react'
import type { SnapshotTables } from '#domain/reports'
import { formatNumber, type Language } from '#shell'
import { DataTable, Details } from '#ui'
import { texts } from './texts.ts'

/** People hired by district and group, with small numbers and their complements hidden (GEN-2). Folded, and not on the printed sheet. */
export function StateHires({ tables, language }: { tables: SnapshotTables; language: Language }): ReactElement {
  const t = texts(language)
  const names = new Map(tables.keys.flatMap(key => key.districts.map(({ area, name }) => [area, name] as const)))
  const groups = Object.keys(tables.hires['*'] ?? {}).filter(group => group !== '*')
  const groupName = (group: string): string =>
    group === 'youth_foreign_born' || group === 'disability' ? t(group) : t('other')
  const text = (area: string, group: string): string => {
    const count = tables.hires[area]?.[group] ?? null
    return count === null ? t('hidden') : formatNumber(count, language)
  }
  return (
    <div className="rs-hires">
      <Details summary={t('hires', { year: tables.year })}>
        <p>{t('hiddenWhy')}</p>
        <DataTable
          caption={t('hires', { year: tables.year })}
          captionHidden
          dense
          narrow="scroll"
          rows={Object.keys(tables.hires)}
          rowKey={area => area}
          columns={[
            {
              key: 'area',
              label: t('district'),
              cell: area => (area === '*' ? t('total') : (names.get(area) ?? t('other'))),
            },
            ...groups.map(group => ({
              key: group,
              label: groupName(group),
              numeric: true,
              cell: (area: string) => text(area, group),
            })),
            { key: '*', label: t('total'), numeric: true, cell: area => text(area, '*') },
          ]}
        />
      </Details>
    </div>
  )
}
