import type { ReactElement } from 'react'
import { countCandidates } from '#domain/matching'
import { areaOf } from '#domain/organisations'
import { placesTaken } from '#domain/placement'
import { listPlaces, placesAccess } from '#domain/places'
import { formatDay, type Handle, look, relativeDays, visit } from '#shell'
import { ButtonLink, DataTable, EmptyState, Page, Tag } from '#ui'
import type { Route } from './+types/list'
import { byCase } from './places-by-case.ts'
import { texts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'places.list' } }

const mostLines = 100

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, placesAccess, 'places.list', request)
  return look(v, async tx => {
    const district = v.actor.role === 'district_team'
    const area = district ? await areaOf(tx, v.actor.organisation) : undefined
    // A district without an area of its own has no places, not everybody's.
    const lines = district && !area ? [] : await listPlaces(tx, { limit: mostLines, ...(area ? { area } : {}) })
    const cases = [...new Set(lines.map(line => line.procurement))]
    const shown = byCase(lines, await countCandidates(tx, cases), await placesTaken(tx, cases), area).filter(
      line => line.taken < line.places || line.startsOn >= v.today,
    )
    const left = shown.reduce((sum, line) => sum + line.places - line.taken, 0)
    return {
      lines: shown,
      left,
      district,
      language: v.language,
      today: v.today,
      pageTitle: texts(v.language)('listTitle', { n: left }),
    }
  })
}

/** Places to fill, the soonest to start first: how many are taken, whom one has proposed, and where to go on. */
export default function Places({ loaderData }: Route.ComponentProps): ReactElement {
  const { lines, left, district, language, today } = loaderData
  const t = texts(language)
  const to = district ? 'forslag' : 'matchning'
  return (
    <Page title={t('listTitle', { n: left })} lede={lines.length > 0 ? t('listLede') : undefined}>
      {lines.length === 0 ? (
        <EmptyState title={t('listEmpty')} />
      ) : (
        <DataTable
          caption={t('listCaption')}
          captionHidden
          rows={lines}
          rowKey={line => line.procurement}
          columns={[
            {
              key: 'case',
              label: t('case'),
              cell: line => (
                <>
                  <a href={`/upphandlingar/${line.procurement}`}>{line.title}</a>{' '}
                  <span className="mt-number">{line.number}</span>
                </>
              ),
            },
            {
              key: 'starts',
              label: t('starts'),
              cell: line => (
                <>
                  {formatDay(line.startsOn, language, today)}{' '}
                  {line.taken < line.places ? (
                    <span className="mt-number">{relativeDays(line.startsOn, today, language)}</span>
                  ) : null}
                </>
              ),
            },
            { key: 'area', label: t('district'), cell: line => line.areas.join(', ') },
            {
              key: 'filled',
              label: t('filled'),
              cell: line => (
                <Tag tone={line.taken < line.places ? 'sun' : 'pine'}>
                  {t('filledOf', { filled: line.taken, places: line.places }).replaceAll(' ', '\u00a0')}
                </Tag>
              ),
            },
            { key: 'candidates', label: t('candidates'), numeric: true, cell: line => String(line.proposed) },
            {
              key: 'go',
              label: district ? t('openPropose') : t('openMatch'),
              labelHidden: true,
              cell: line =>
                line.taken < line.places ? (
                  <ButtonLink href={`/upphandlingar/${line.procurement}/${to}`} variant="ghost" size="small">
                    {district ? t('openPropose') : t('openMatch')}
                  </ButtonLink>
                ) : null,
            },
          ]}
        />
      )}
    </Page>
  )
}
