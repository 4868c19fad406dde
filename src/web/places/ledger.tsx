import type { ReactElement } from 'react'
import { listWaiting, mayPlaces, placesAccess, viewLedger } from '#domain/places'
import { formatDay, type Handle, look, shellTexts, visit } from '#shell'
import { EmptyState, Page, Panel, Stack, TaskList } from '#ui'
import type { Route } from './+types/ledger'
import { AllocationPicture } from './allocation-picture.tsx'
import { texts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'places.ledger' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, placesAccess, 'places.ledger', request)
  return look(v, async tx => ({
    language: v.language,
    today: v.today,
    ledger: await viewLedger(tx, Number(v.today.slice(0, 4)), v.today),
    waiting: mayPlaces(v.actor, 'places.propose') ? await listWaiting(tx, 25) : undefined,
    pageTitle: texts(v.language)('ledgerTitle'),
  }))
}

/** Where the year stands, district by district, and what waits to be apportioned. */
export default function Ledger({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, today, ledger, waiting } = loaderData
  const t = texts(language)
  return (
    <Page title={t('ledgerTitle')} kicker={String(ledger.year)} lede={t('ledgerLede')}>
      <Stack gap="l">
        {waiting === undefined ? null : (
          <Panel title={t('waiting')}>
            {waiting.length === 0 ? (
              <EmptyState title={t('waitingNone')} />
            ) : (
              <TaskList
                label={t('waiting')}
                tasks={waiting.map(line => ({
                  key: line.procurement,
                  name: line.title,
                  href: `/upphandlingar/${line.procurement}/fordelning`,
                  hint: t('waitingHint', {
                    places: t('places', { n: line.places }),
                    day: formatDay(line.startsOn, language, today),
                  }),
                  status: line.number,
                }))}
              />
            )}
          </Panel>
        )}
        {ledger.keys.map(({ key, lines, total, sum }) => {
          const byClaim = [...lines].sort((a, b) => b.claim - a.claim)
          return (
            <Panel key={key.id}>
              <AllocationPicture
                id={key.targetGroup}
                title={t('ledgerQuestion', { key: language === 'en' ? key.nameEn : key.nameSv, year: ledger.year })}
                summary={`${t('ledgerSummary', { n: total, most: byClaim.at(0)?.name ?? '', least: byClaim.at(-1)?.name ?? '' })}${sum === 100 ? '' : ` ${t('keySum', { sum })}`}`}
                lines={lines}
                language={language}
                column="none"
                showTable={shellTexts(language)('showAsTable')}
              />
            </Panel>
          )
        })}
      </Stack>
    </Page>
  )
}
