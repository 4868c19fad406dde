import type { ReactElement } from 'react'
import { candidatesAccess, type PermissionLine, permissionLines } from '#domain/candidates'
import type { Day } from '#kernel'
import { FormKey, formatDay, type Handle, type Language, look, visit } from '#shell'
import { Button, ButtonLink, EmptyState, Panel, Stack } from '#ui'
import type { Route } from './+types/permissions'
import { ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { Fields } from './question-view.tsx'
import { participantTexts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'self.permissions' }, frame: 'participant' }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.permissions', request)
  return look(v, async tx => ({
    ...(await ownPage(tx, v)),
    lines: await permissionLines(tx, personOf(v), v.today),
    path: '/mina-medgivanden',
    pageTitle: participantTexts(v.language)('permissionsTitle'),
  }))
}

/** One card for each: who, what, until when, and a way to take it back (JSP-11, ux.md I4). */
export default function OwnPermissions({ loaderData }: Route.ComponentProps): ReactElement {
  const { lines, language, today, path, contact } = loaderData
  const t = participantTexts(language)
  return (
    <ParticipantPage {...{ language, path, contact }} menu title={t('permissionsTitle')} lede={t('permissionsLede')}>
      {lines.length === 0 ? <EmptyState title={t('permissionsNone')} /> : null}
      <Stack gap="m">
        {lines.map(line => (
          <Card key={line.id} line={line} language={language} today={today} />
        ))}
      </Stack>
    </ParticipantPage>
  )
}

type CardProps = { readonly line: PermissionLine; readonly language: Language; readonly today: Day }

function Card({ line, language, today }: CardProps): ReactElement {
  const t = participantTexts(language)
  const receiver = named(line.receiver)
  return (
    <Panel title={<Phrase>{receiver}</Phrase>} tone={line.state === 'in_force' ? 'pine' : 'plain'}>
      <Stack gap="m">
        <p>{stateSentence(line, language, today)}</p>
        {line.state === 'in_force' || line.state === 'asked' ? (
          line.purpose === 'match' ? (
            <p>{t('purposeMatch')}</p>
          ) : (
            <Fields line={line} language={language} />
          )
        ) : null}
        {line.state === 'asked' ? (
          <ButtonLink href={`/fraga/${line.id}`}>
            {t('answer')}
            <span className="ds-sr-only">
              {' '}
              <Phrase>{t('answerTo', { receiver })}</Phrase>
            </span>
          </ButtonLink>
        ) : null}
        {line.state === 'in_force' ? (
          <form method="post" action={`/fraga/${line.id}`}>
            <FormKey intent="withdraw" version={line.version} />
            <Button variant="ghost">
              {t('takeBack')}
              <span className="ds-sr-only">
                {' '}
                <Phrase>{t('takeBackFrom', { receiver })}</Phrase>
              </span>
            </Button>
          </form>
        ) : null}
      </Stack>
    </Panel>
  )
}

function stateSentence(line: PermissionLine, language: Language, today: Day): string {
  const t = participantTexts(language)
  const day = (when: Day | null): { day: string } => ({ day: when ? formatDay(when, language, today) : '' })
  switch (line.state) {
    case 'asked':
      return t('stateAsked')
    case 'in_force':
      return t('stateInForce', day(line.validTo))
    case 'declined':
      return t('stateDeclined')
    case 'withdrawn':
      return t('stateWithdrawn', day(line.withdrawnOn))
    case 'ended':
      return t('stateEnded', day(line.validTo))
    default:
      return t('stateLapsed')
  }
}
