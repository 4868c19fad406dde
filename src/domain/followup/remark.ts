/** Six or eight digits of a birth date, a sign perhaps, and four more: also coordination numbers, whose day is 61–91. */
const identityLike =
  /(?<!\d)(?:(?:19|20)\d{2}|\d{2})(?:0[0-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])(\s?[-+\u2010-\u2015\u2212]\s?|\s)?\d{4}(?!\d)/gu

/**
 * Whether a text holds something that looks like an identity number (trust.md P-A6). Written with its sign, or with the century, it is taken for one
 * whatever its check digit: a mistyped number still points at somebody. Ten bare digits are one only when the check digit fits, since phone numbers have ten.
 */
export function holdsIdentityNumber(text: string): boolean {
  for (const [found, sign] of text.matchAll(identityLike)) {
    const digits = found.replace(/\D/g, '')
    if (sign?.trim() || digits.length === 12 || checkDigitFits(digits)) return true
  }
  return false
}

/** The Luhn rule over ten digits. */
function checkDigitFits(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}

const name = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:\p{Lu}\.|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)/gu

/** Words that look like somebody's name: two with capitals after each other, or one and an initial. A warning only; places look the same. */
export function namesIn(text: string): string[] {
  return [...new Set(text.match(name) ?? [])]
}
