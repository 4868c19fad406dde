import type { Sheet } from './rows.ts'

/** A member of the cast: who signs in with one click, and a sentence on what they do today. */
export type CastEntry = {
  readonly account: string
  readonly appointment: string
  /** For participants, whose appointment holds no name. */
  readonly name?: string
  readonly today: { readonly sv: string; readonly en: string }
}

/**
 * Marks the database as a demonstration and writes its cast, in the order of the list. Needs the tables
 * `gate.demonstration` and `gate.cast` after `gate.appointment` among the tables that are filled.
 */
export function layOutCast(sheet: Sheet, entries: readonly CastEntry[]): void {
  sheet.add('gate.demonstration', { one: true })
  entries.forEach(({ account, appointment, name, today }, position) => {
    sheet.add('gate.cast', {
      account_id: account,
      appointment_id: appointment,
      position,
      name: name ?? null,
      blurb_sv: today.sv,
      blurb_en: today.en,
    })
  })
}
