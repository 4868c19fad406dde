import type { ReactElement } from 'react'
import type { Handle } from '../handle.ts'
import type { Route } from './+types/privacy'
import { privacyText } from './privacy-text.ts'
import { type ReadingFacts, ReadingPage, readingFor } from './reading.tsx'

export const handle: Handle = { operations: { loader: 'shell.privacy' } }

export function loader({ context }: Route.LoaderArgs): ReadingFacts {
  return readingFor(context, privacyText)
}

export default function PrivacyPage({ loaderData }: Route.ComponentProps): ReactElement {
  return <ReadingPage facts={loaderData} path="/personuppgifter" />
}
