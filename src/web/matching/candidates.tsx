import type { ReactElement } from 'react'
import { listChoices, matchingAccess } from '#domain/matching'
import { formatDay, type Handle, look, visit } from '#shell'
import { EmptyState, Page, Panel, Tag, TaskList } from '#ui'
import type { Route } from './+types/candidates'
import { cardTexts } from './card-texts.ts'

export const handle: Handle = { operations: { loader: 'matching.choices' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, matchingAccess, 'matching.choices', request)
  return {
    choices: await look(v, tx => listChoices(tx)),
    language: v.language,
    today: v.today,
    pageTitle: cardTexts(v.language)('candidates'),
  }
}

/** The employer's contracts that have candidates, the one that ends first at the top. No person here: only how many. */
export default function Candidates({ loaderData }: Route.ComponentProps): ReactElement {
  const { choices, language, today } = loaderData
  const t = cardTexts(language)
  const toAnswer = choices.reduce((sum, choice) => sum + choice.toAnswer, 0)
  return (
    <Page title={t('listTitle', { n: toAnswer })} lede={t('listLede')}>
      <Panel>
        {choices.length === 0 ? (
          <EmptyState title={t('listNone')}>{t('listNoneBody')}</EmptyState>
        ) : (
          <TaskList
            label={t('listLabel')}
            tasks={choices.map(choice => ({
              key: choice.procurement,
              name: choice.title,
              href: `/kandidater/${choice.procurement}`,
              hint: t('caseHint', { day: formatDay(choice.shownTo, language, today) }),
              status:
                choice.toAnswer > 0 ? (
                  <Tag tone="sun">{t('toAnswer', { n: choice.toAnswer })}</Tag>
                ) : (
                  t('wantedCount', { n: choice.wanted })
                ),
            }))}
          />
        )}
      </Panel>
    </Page>
  )
}
