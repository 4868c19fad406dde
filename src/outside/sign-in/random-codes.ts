import { randomInt } from 'node:crypto'

/** Without 0, O, 1, I and L, which people mistake for each other. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Ten codes of ten letters in two groups, `7KD4P-QX2MT`: some 49 bits each. */
export function newRecoveryCodes(): string[] {
  const group = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 10 }, () => `${group()}-${group()}`)
}

/** A recovery code as it was made, from how somebody typed it; undefined when it can't be one. */
export function cleanRecoveryCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  return bare.length === 10 && [...bare].every(letter => letters.includes(letter))
    ? `${bare.slice(0, 5)}-${bare.slice(5)}`
    : undefined
}

/** Six digits for a mail, leading zeros included. */
export function newSixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
