import type { Calculation, Wording } from '#kernel'
import { linesOf, summaryOf } from './explain.ts'
import { compensationOf } from './result.ts'

const notCounted: readonly Wording[] = [
  { sv: 'Moms.', en: 'Value added tax.' },
  {
    sv: 'Lägsta tjänst per månad: att deltagaren fick det som avtalet lovar prövas i uppföljningen, inte här.',
    en: 'The least service a month: that the participant got what the contract promises is checked in the follow-up, not here.',
  },
  { sv: 'Viten och prisavdrag.', en: 'Penalties and price deductions.' },
]

/** `fotfaste calc compensation`: what a coordinator has earned, and what a price model would mean for one (UPH-5). */
export const compensationCalculation: Calculation = {
  name: 'compensation',
  about: {
    sv: 'Ersättning till en jobbspårskoordinator: prismodell, avräkning månad för månad och provräkning',
    en: 'a job track coordinator’s pay: price model, statements month by month, and a rehearsal',
  },
  calculate: input => {
    const done = compensationOf(input)
    if (!done.ok) return done
    return { ok: true, value: done.result, summary: summaryOf(done.result), lines: linesOf(done.result), notCounted }
  },
}
