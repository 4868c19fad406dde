import type { ReactElement } from 'react'
import { followupAccess } from '#domain/followup'
import { placesAccess } from '#domain/places'
import { procurementAccess } from '#domain/procurement'
import { reportsAccess, type StatePage, viewState } from '#domain/reports'
import { addDays, holdsRole } from '#kernel'
import { formatDay, formatMonth, type Handle, type Language, look, orNotFound, shellTexts, visit } from '#shell'
import { EmptyState, Page, Panel, Split, Stack } from '#ui'
import type { Route } from './+types/state'
import { type DecisionLinks, StateDecisions } from './state-decisions.tsx'
import { StateDistricts } from './state-districts.tsx'
import { StateFigures } from './state-figures.tsx'
import { StateFunnel } from './state-funnel.tsx'
import { StateHires } from './state-hires.tsx'
import { StateHistory } from './state-history.tsx'
import { StatePromises } from './state-promises.tsx'
import { texts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'state.view' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, reportsAccess, 'state.view', request)
  const wanted = new URL(request.url).searchParams.get('manad') ?? undefined
  const found = await look(v, tx => viewState(tx, wanted))
  // A month in the address that has no snapshot does not exist; no snapshot at all is a state of its own.
  const state = wanted === undefined ? found : orNotFound(found)
  const may = (table: Parameters<typeof holdsRole>[0], operation: string): boolean =>
    holdsRole(table, operation, v.actor)
  const links: DecisionLinks = {
    commitments: may(procurementAccess, 'commitment.list'),
    procurements: may(procurementAccess, 'procurement.list'),
    apportionment: may(placesAccess, 'places.ledger'),
    reports: may(followupAccess, 'report.list'),
  }
  return { language: v.language, state, links, pageTitle: texts(v.language)('page') }
}

/** The whole in one page, for ninety seconds and for a sheet of paper (ux.md B1, §8.9). No names, no filters, no live figures. */
export default function State({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, state, links } = loaderData
  const t = texts(language)
  if (!state) {
    return (
      <Page title={t('nothingTitle')}>
        <EmptyState title={t('nothing')} />
      </Page>
    )
  }
  const { tables } = state
  return (
    <Page
      title={titleOf(state, language)}
      kicker={t('kicker', {
        year: tables.year,
        from: monthOnly(state, language),
        to: formatMonth(state.to, language),
        taken: formatDay(state.takenOn, language, addDays(state.to, 1)),
      })}
      id="main"
    >
      <div className="rs-sheet">
        <Stack gap="l">
          <StateFigures state={state} language={language} />
          <Split shape="wide-first">
            <Panel>
              <StateFunnel tables={tables} language={language} showTable={shellTexts(language)('showAsTable')} />
            </Panel>
            <StateDecisions decisions={tables.decisions} links={links} language={language} />
          </Split>
          {state.history.length < 2 ? (
            <Panel>
              <StatePromises tables={tables} language={language} />
            </Panel>
          ) : (
            <Split>
              <Panel>
                <StatePromises tables={tables} language={language} />
              </Panel>
              <Panel>
                <StateHistory history={state.history} language={language} />
              </Panel>
            </Split>
          )}
          <Panel>
            <StateDistricts tables={tables} language={language} />
          </Panel>
          <StateHires tables={tables} language={language} />
          <p className="ff-soft">{t('lede')}</p>
          <Months state={state} language={language} />
        </Stack>
      </div>
    </Page>
  )
}

function titleOf({ tables }: StatePage, language: Language): string {
  const t = texts(language)
  const { hired } = tables.funnel
  if (hired !== null) return t('title', { n: hired, year: tables.year })
  return t('titleHidden')
}

/** "mars 2025" or "januari" when both months are of one year. */
function monthOnly({ from, to }: StatePage, language: Language): string {
  const text = formatMonth(from, language)
  return from.slice(0, 4) === to.slice(0, 4) ? text.replace(/\s*\d{4}$/, '') : text
}

function Months({ state, language }: { state: StatePage; language: Language }): ReactElement | null {
  const t = texts(language)
  if (!state.previous && !state.next) return null
  const name = (month: string): string => formatMonth(`${month}-01`, language)
  return (
    <nav className="rs-months" aria-label={t('months')}>
      {state.previous ? (
        <a href={`?manad=${state.previous}`} rel="prev">
          {t('previous', { month: name(state.previous) })}
        </a>
      ) : null}
      {state.next ? (
        <a href={`?manad=${state.next}`} rel="next">
          {t('next', { month: name(state.next) })}
        </a>
      ) : null}
    </nav>
  )
}
