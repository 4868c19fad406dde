export type PasswordFault = 'too_short' | 'too_long' | 'too_plain' | 'names_you'

/**
 * What is wrong with a password somebody chooses, or undefined. Length does the work (ASVS 6.2.1): fifteen characters, spaces and all letters
 * welcome, no demands on kinds of characters (6.2.5). Refused besides: one thing repeated, runs of the keyboard, and the names nearest at hand.
 * @param email whose password it will be
 */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const letters = [...password.normalize('NFC').toLowerCase()]
  if (letters.length < 15) return 'too_short'
  if (letters.length > 200) return 'too_long'
  const text = letters.join('')
  if (new Set(letters).size < 6 || isRepetition(text) || runShare(letters) > 0.5) return 'too_plain'
  const own = email.toLowerCase().split('@')[0] ?? ''
  return [own, 'fotfäste', 'fotfaste'].some(name => name.length >= 4 && text.includes(name)) ? 'names_you' : undefined
}

/** `sommar2026sommar2026`: one piece again and again makes up the whole, but for a tail shorter than the piece. */
function isRepetition(text: string): boolean {
  for (let piece = 1; piece <= text.length / 2; piece += 1) {
    if (
      text ===
      text
        .slice(0, piece)
        .repeat(Math.ceil(text.length / piece))
        .slice(0, text.length)
    )
      return true
  }
  return false
}

const rows = ['1234567890+', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm,.-', 'abcdefghijklmnopqrstuvwxyzåäö']

/** How much of a text only steps along a row of the keyboard or the alphabet, or stands still. */
function runShare(letters: readonly string[]): number {
  const steps = letters.slice(1).filter((letter, index) => {
    const before = letters[index] ?? ''
    return letter === before || rows.some(row => row.includes(before + letter) || row.includes(letter + before))
  })
  return steps.length / (letters.length - 1)
}
