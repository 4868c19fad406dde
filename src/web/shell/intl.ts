import type { Language } from './language.ts'

const locale: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB', ar: 'ar' }

/** A formatter is dear to make and cheap to use: one of each kind is made and kept. The options must be of a closed set. */
function kept<Options, Formatter>(
  make: (locale: string, options: Options) => Formatter,
): (language: Language, options: Options) => Formatter {
  const made = new Map<string, Formatter>()
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`
    const known = made.get(key)
    if (known) return known
    const formatter = make(locale[language], options)
    made.set(key, formatter)
    return formatter
  }
}

export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
export const numberFormat = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
export const listFormat = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
export const daysFormat = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
)
export const nameFormat = kept((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options))
