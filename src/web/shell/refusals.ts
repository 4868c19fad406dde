/** Why something about one's own account was refused. Codes are the database room's (src/db/own-account.ts). */
export const shellRefusals: Record<'session.not_found' | 'token.not_allowed', { sv: string; en: string }> = {
  'session.not_found': {
    sv: 'Inloggningen är redan avslutad.',
    en: 'The session has already ended.',
  },
  'token.not_allowed': {
    sv: 'Det här kontot kan inte få en nyckel för program. Fråga förvaltaren.',
    en: 'This account cannot have a key for programs. Ask the administrator.',
  },
}
