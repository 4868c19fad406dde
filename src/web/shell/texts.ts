import type { Language } from './language.ts'

/** A text with `{name}` holes, or a function for what needs plural or choice. Swedish is the source; every other language has the same keys. */
type Text = string | ((facts: never) => string)

type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never

type FactsOf<T> = T extends string
  ? [Holes<T>] extends [never]
    ? []
    : [Record<Holes<T>, string | number>]
  : T extends (facts: infer Facts) => string
    ? [Facts]
    : never

type Translation<Source> = {
  [Key in keyof Source]: Source[Key] extends (facts: infer Facts) => string ? (facts: Facts) => string : string
}

export type Texts<Source> = {
  (language: Language): <Key extends keyof Source & string>(key: Key, ...facts: FactsOf<Source[Key]>) => string
  /** Every text in every language, for the language tests. */
  readonly all: Readonly<Record<string, Readonly<Record<string, Text>>>>
}

/**
 * Texts of one capability. A missing key or a missing language is a type error; a hole without its fact is a type error.
 * Arabic is given where participants read; elsewhere an Arabic reader gets easy Swedish (ux.md §5.4).
 * @example const t = texts(language); t('places', { n: 3 })
 */
export function defineTexts<const Source extends Record<string, Text>>(languages: {
  sv: Source
  en: NoInfer<Translation<Source>>
  ar?: NoInfer<Translation<Source>>
}): Texts<Source> {
  const choose = (language: Language) => {
    const table: Record<string, unknown> = (language === 'ar' ? languages.ar : languages[language]) ?? languages.sv
    return (key: string, facts?: Record<string, string | number>): string => {
      const text = table[key]
      if (typeof text === 'function') return text(facts)
      return String(text).replace(/\{(\w+)\}/g, (_, name) => String(facts?.[name] ?? ''))
    }
  }
  return Object.assign(choose, { all: languages }) as unknown as Texts<Source>
}
