import type { ReactElement } from 'react'
import { isRouteErrorResponse, Outlet, useMatches, useRouteError, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root'
import { appOf } from './shell/context.ts'
import { Frame, type FrameFacts } from './shell/frame.tsx'
import { directionOf } from './shell/language.ts'
import { menuOf, roleName, startPageOf } from './shell/navigation.ts'
import { shellTexts } from './shell/shell-texts.ts'
import stylesheet from './styles/index.css?url'

export function loader({ context, request }: Route.LoaderArgs): FrameFacts {
  const { actor, language, settings, requestId } = appOf(context)
  return {
    language,
    requestId,
    path: new URL(request.url).pathname,
    demonstration: settings.demonstration,
    ...(actor
      ? {
          actor: {
            name: actor.name,
            role: actor.role,
            roleName: roleName(actor.role, language),
            organisationName: actor.organisationName,
            menu: menuOf(actor.role, language),
            start: startPageOf(actor.role),
          },
        }
      : {}),
  }
}

export function Layout({ children }: { children: React.ReactNode }): ReactElement {
  const facts = useRouteLoaderData<FrameFacts>('root')
  const language = facts?.language ?? 'sv'
  const matches = useMatches()
  const meta = matches
    .map(match => (match.loaderData as { pageTitle?: string } | undefined)?.pageTitle)
    .filter(Boolean)
    .at(-1)
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{meta ? `${meta} – Fotfäste` : 'Fotfäste'}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps): ReactElement {
  return (
    <Frame facts={loaderData}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary(): ReactElement {
  const facts = useRouteLoaderData<FrameFacts>('root')
  const error = useRouteError()
  const t = shellTexts(facts?.language ?? 'sv')
  const missing = isRouteErrorResponse(error) && error.status === 404
  const home = facts?.actor?.start ?? '/'
  return (
    <Frame {...(facts ? { facts } : {})}>
      <main className="ff-page ff-page--text" id="main">
        <h1>{missing ? t('notFoundTitle') : t('errorTitle')}</h1>
        <p className="ff-lede">
          {missing ? t('notFoundBody') : t('errorBody', { code: facts?.requestId.slice(-8) ?? '–' })}
        </p>
        <p>
          <a href={home}>{t('toStart')}</a>
        </p>
      </main>
    </Frame>
  )
}
