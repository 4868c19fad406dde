import type { ReactElement } from 'react'

/** Ten codes to print or keep; never shown again. */
export function RecoveryCodes({ codes, label }: { codes: readonly string[]; label: string }): ReactElement {
  return (
    <ol className="sh-codes" aria-label={label} translate="no">
      {codes.map(code => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
}
