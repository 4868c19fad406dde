import type { ReactElement } from 'react'
import { candidatesAccess, listPermissions, type PermissionList, type PermissionRow } from '#domain/candidates'
import { type Day, isId } from '#kernel'
import { FormKey, formatDay, type Handle, type Language, look, notFound, relativeDays, visit } from '#shell'
import { Button, type Column, DataTable, EmptyState, HiddenKey, Note, Page, Panel, PersonChip, Stack, Tag } from '#ui'
import type { Route } from './+types/permissions'
import { type Weight, weightsOf } from './blocking.ts'
import { takeAsk } from './permission-form.ts'
import { permissionWhat } from './permission-words.tsx'
import { permissionsTexts } from './permissions-texts.ts'
import { PersonFaults } from './person-faults.tsx'

export const handle: Handle = { operations: { loader: 'permission.list', actions: { ask: 'permission.ask' } } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'permission.list', request)
  return look(v, async tx => {
    const list = async (which: PermissionList): Promise<Weighed[]> => {
      const rows = await listPermissions(tx, v.actor, which, v.today)
      const weights = await weightsOf(tx, rows)
      return rows.map(row => ({ ...row, weight: weights.get(row.id) }))
    }
    return {
      ending: await list('ending'),
      asked: await list('asked'),
      over: await list('over'),
      done: new URL(request.url).searchParams.get('klart'),
      language: v.language,
      today: v.today,
      pageTitle: permissionsTexts(v.language)('pageTitle'),
    }
  })
}

type Weighed = PermissionRow & { readonly weight: Weight | undefined }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const person = form.get('person')
  if (form.get('intent') !== 'ask' || !isId(person)) throw notFound()
  const v = visit(context, candidatesAccess, 'permission.ask', request)
  form.delete('person')
  return takeAsk(form, v, { person, to: '/medgivanden' })
}

/** Permissions that end soon, wait for an answer, or are over: what needs somebody (ux.md E6). */
export default function Permissions({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { ending, asked, done, language, today } = loaderData
  const t = permissionsTexts(language)
  return (
    <Page title={t('title', { ending: ending.length, asked: asked.length })} lede={t('lede')}>
      <Stack gap="m">
        <PersonFaults returned={actionData} language={language} today={today} />
        {done === 'ask' && !actionData ? (
          <Note tone="pine" role="status">
            {t('saved')}
          </Note>
        ) : null}
        {(['ending', 'asked', 'over'] as const).map(list => (
          <Panel key={list} title={t(list)} id={list}>
            <Rows list={list} rows={loaderData[list]} language={language} today={today} />
          </Panel>
        ))}
      </Stack>
    </Page>
  )
}

type RowsProps = {
  readonly list: PermissionList
  readonly rows: readonly Weighed[]
  readonly language: Language
  readonly today: Day
}

function Rows({ list, rows, language, today }: RowsProps): ReactElement {
  const t = permissionsTexts(language)
  const none = { ending: t('endingNone'), asked: t('askedNone'), over: t('overNone') }[list]
  const day: Column<Weighed> =
    list === 'asked'
      ? {
          key: 'since',
          label: t('since'),
          cell: row => <span className="ff-whole">{formatDay(row.askedOn, language, today)}</span>,
        }
      : {
          key: 'until',
          label: t('until'),
          cell: row => (
            <span className="ff-whole">
              {formatDay(row.validTo, language, today)}
              {list === 'ending' ? (
                <span className="ff-soft"> {relativeDays(row.validTo, today, language)}</span>
              ) : null}
            </span>
          ),
        }
  return (
    <>
      <DataTable<Weighed>
        caption={t(list)}
        captionHidden
        rows={rows}
        rowKey={row => row.id}
        empty={<EmptyState title={none} />}
        columns={[
          {
            key: 'person',
            label: t('person'),
            cell: row => (
              <PersonChip name={row.name} number={String(row.number)} href={`/personer/${row.person}#medgivanden`} />
            ),
          },
          {
            key: 'receiver',
            label: t('receiver'),
            cell: row => (
              <>
                <bdi>{row.receiver}</bdi> <span className="ff-soft">{row.caseNumber}</span>
              </>
            ),
          },
          {
            key: 'what',
            label: t('what'),
            cell: row => (
              <>
                {permissionWhat(row, language)}{' '}
                {row.weight ? (
                  <Tag tone="sun">
                    {t(row.weight === 'shortlisted' && row.state === 'in_force' ? 'needed' : row.weight)}
                  </Tag>
                ) : null}
              </>
            ),
          },
          day,
          { key: 'act', label: t('act'), labelHidden: true, cell: row => <AskAgain row={row} language={language} /> },
        ]}
      />
      {rows.length === 50 ? <p className="ff-soft">{t('most')}</p> : null}
    </>
  )
}

/** The same question once more, in the words of today. Only for a case the actor still matches for. */
function AskAgain({ row, language }: { row: PermissionRow; language: Language }): ReactElement | null {
  const t = permissionsTexts(language)
  if (!row.procurement || !row.caseNumber) return null
  return (
    <form method="post">
      <FormKey intent="ask" />
      <HiddenKey name="person" value={row.person} />
      <HiddenKey name="procurement" value={row.procurement} />
      <HiddenKey name="again" value="on" />
      {row.fields.map(field => (
        <HiddenKey key={field} name="fields" value={field} />
      ))}
      <Button variant="text" size="small">
        {t('askAgain')}
        <span className="ds-sr-only"> {t('forPerson', { name: row.name })}</span>
      </Button>
    </form>
  )
}
