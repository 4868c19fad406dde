import type { ReactElement } from 'react'
import type { Tx } from '#db'
import {
  candidatesAccess,
  type OwnContactDetails,
  openIdentity,
  ownContactDetails,
  ownFile,
  ownReaders,
} from '#domain/candidates'
import { type Handle, look, notFound, orNotFound, type Visit, visit } from '#shell'
import { ButtonLink, Panel } from '#ui'
import type { Route } from './+types/about-me'
import { Facts } from './about-facts.tsx'
import { Readers } from './about-readers.tsx'
import { aboutTexts } from './about-texts.ts'
import { type OwnDetails, ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'

export const handle: Handle = { operations: { loader: 'self.about_me' }, frame: 'participant' }

/** `?format=json` is the same knowledge for a machine: a file of one's own, not a page (P-R1). */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    if (new URL(request.url).searchParams.get('format') !== 'json') return next()
    const v = visit(context, candidatesAccess, 'self.about_me', request)
    return download(v)
  },
]

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.about_me', request)
  return look(v, async tx => ({
    ...(await ownPage(tx, v)),
    ...(await everything(tx, v)),
    readers: await ownReaders(tx),
    path: '/om-mig',
    pageTitle: aboutTexts(v.language)('title'),
  }))
}

async function everything(tx: Tx, v: Visit) {
  const person = personOf(v)
  const details = orNotFound(await ownContactDetails(tx, person))
  return { details: opened(details, v.settings.secret), file: orNotFound(await ownFile(tx)) }
}

function opened({ identitySealed, ...rest }: OwnContactDetails, secret: string): OwnDetails {
  return { ...rest, identity: identitySealed && openIdentity(secret, identitySealed) }
}

/** Many times what a page shows; the read log is the only part that grows without end. */
const readersInFile = 10_000

async function download(v: Visit): Promise<Response> {
  if (!v.actor.person) throw notFound()
  const { details, file, readers } = await look(v, async tx => ({
    ...(await everything(tx, v)),
    readers: await ownReaders(tx, readersInFile),
  }))
  const { person, ...rest } = file
  const all = {
    saved_at: v.now().toISOString(),
    left_out: aboutTexts('en')('excluded'),
    person: { ...details, ...person },
    ...rest,
    readers,
  }
  return new Response(JSON.stringify(all, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="om-mig.json"',
    },
  })
}

/** Everything the system knows, in plain words, and who has read it (GEN-1, P-R1, P-R2, ux.md I5). */
export default function AboutMe({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, path, contact, details, file, readers, today } = loaderData
  const t = aboutTexts(language)
  return (
    <ParticipantPage {...{ language, path, contact }} menu title={t('title')} lede={t('lede')}>
      <p>{t('wrong')}</p>
      <Facts {...{ details, file, language, today }} />
      <Readers {...{ readers, language, today }} />
      <Panel title={t('excludedTitle')}>
        <p>{t('excluded')}</p>
      </Panel>
      <ButtonLink href="/om-mig?format=json" variant="ghost" size="big" download>
        {t('save')}
      </ButtonLink>
    </ParticipantPage>
  )
}
