import type { ReactNode } from 'react'

export type LanguageChoice = {
  /** A BCP 47 tag, also read by the screen reader as the language of the name: "ar". */
  readonly lang: string
  /** The language's own name: "العربية". */
  readonly name: string
  readonly href: string
  readonly current?: boolean
}

export type LanguageSwitchProps = { readonly label: string; readonly choices: readonly LanguageChoice[] }

/** The languages, each by its own name, folded behind the current one. Native, so it opens without script. */
export function LanguageSwitch({ label, choices }: LanguageSwitchProps): ReactNode {
  const current = choices.find(choice => choice.current)
  return (
    <details className="ff-language" name="language">
      <summary>
        <span className="ds-sr-only">{label}: </span>
        <span lang={current?.lang}>{current?.name}</span>
      </summary>
      <ul>
        {choices.map(choice => (
          <li key={choice.lang}>
            <a
              href={choice.href}
              lang={choice.lang}
              hrefLang={choice.lang}
              aria-current={choice.current ? 'true' : undefined}
            >
              {choice.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
