import type { CastMember } from './cast.ts'
import type { Sheet } from './rows.ts'

/**
 * Marks the database as a demonstration and writes its cast, in the order of the list: they sign in with one click.
 * Needs `gate.demonstration` and `gate.cast` after `gate.appointment` among the tables that are filled.
 */
export function layOutCast(sheet: Sheet, cast: readonly CastMember[]): void {
  sheet.add('gate.demonstration', { one: true })
  cast.forEach(({ accountId, appointmentId, name, blurbSv, blurbEn }, position) => {
    sheet.add('gate.cast', {
      account_id: accountId,
      appointment_id: appointmentId,
      position,
      name,
      blurb_sv: blurbSv,
      blurb_en: blurbEn,
    })
  })
}
