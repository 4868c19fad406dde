import type { Texts } from './notice.ts'
import { take, type XmlElement } from './tree.ts'

/** How notices write Swedish: the three-letter code is the official one, the others are seen. */
const swedish = ['SWE', 'swe', 'SV', 'sv'] as const

/**
 * The texts of a field by language, read as `field`; null when there are none. A text without a language is in the
 * notice's own; several in one language are joined with a line break.
 */
export function takeTexts(elements: readonly XmlElement[], field: string, noticeLanguage: string | null): Texts | null {
  const texts = new Map<string, string>()
  for (const element of elements) {
    const text = take(element, field)
    if (text === null) continue
    const language = languageCode(element.attributes.languageID) ?? languageCode(noticeLanguage) ?? 'UND'
    const before = texts.get(language)
    texts.set(language, before === undefined ? text : `${before}\n${text}`)
  }
  return texts.size === 0 ? null : Object.fromEntries(texts)
}

/** The text to show: Swedish when there is one, else the notice's language, else whichever comes first. */
export function chooseText(texts: Texts | null, noticeLanguage: string | null): string | null {
  if (texts === null) return null
  const language = [...swedish, noticeLanguage ?? ''].find(code => Object.hasOwn(texts, code))
  return (language === undefined ? Object.values(texts)[0] : texts[language]) ?? null
}

/** Two or three letters; anything else is no language and must not become a key. */
function languageCode(written: string | null | undefined): string | undefined {
  return written && /^[A-Za-z]{2,3}$/.test(written) ? written : undefined
}
