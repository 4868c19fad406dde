/**
 * A Swedish organisation number as `NNNNNN-NNNN`, or undefined when the text is none. Ten digits, the third 2 or higher
 * (so that it cannot be a personal identity number), Luhn check digit; `16` in front and `SE…01` (VAT) are accepted.
 */
export function organisationNumber(written: string): string | undefined {
  const compact = written.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')
  const digits = /^(?:16)?(\d{2}[2-9]\d{7})$/.exec(compact)?.[1] ?? /^SE(\d{2}[2-9]\d{7})01$/.exec(compact)?.[1]
  if (digits === undefined || luhn(digits) % 10 !== 0) return undefined
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

function luhn(digits: string): number {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum
}
