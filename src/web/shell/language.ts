export const languages = ['sv', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { sv: 'Svenska', en: 'English', ar: 'العربية' }

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && (languages as readonly string[]).includes(text)
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** Pages that participants read before they are signed in; elsewhere outside, Arabic is not offered. */
export function readsArabic(path: string): boolean {
  return /^\/(logga-in(\/lank(\/.*)?)?|hjalp|tillganglighet|personuppgifter)$/.test(path)
}
