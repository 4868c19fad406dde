import type { ReactElement } from 'react'

/** The hidden key that makes a form's effect happen once, and the version of what it changes (stale versions are refused). */
export function FormKey({ version, intent }: { version?: number; intent?: string }): ReactElement {
  return (
    <>
      <input type="hidden" name="form_key" value={crypto.randomUUID()} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {intent === undefined ? null : <input type="hidden" name="intent" value={intent} />}
    </>
  )
}
