import type { ReactElement } from 'react'
import type { Handle } from '../handle.ts'
import type { Route } from './+types/help'
import { helpText } from './help-text.ts'
import { type ReadingFacts, ReadingPage, readingFor } from './reading.tsx'

export const handle: Handle = { operations: { loader: 'shell.help' } }

export function loader({ context }: Route.LoaderArgs): ReadingFacts {
  return readingFor(context, helpText)
}

export default function HelpPage({ loaderData }: Route.ComponentProps): ReactElement {
  return <ReadingPage facts={loaderData} path="/hjalp" />
}
