import type { ReactElement } from 'react'
import type { Handle } from '../handle.ts'
import type { Route } from './+types/accessibility'
import { accessibilityText } from './accessibility-text.ts'
import { type ReadingFacts, ReadingPage, readingFor } from './reading.tsx'

export const handle: Handle = { operations: { loader: 'shell.accessibility' } }

export function loader({ context }: Route.LoaderArgs): ReadingFacts {
  return readingFor(context, accessibilityText)
}

export default function AccessibilityPage({ loaderData }: Route.ComponentProps): ReactElement {
  return <ReadingPage facts={loaderData} path="/tillganglighet" />
}
