import type { Calculated, Calculation, InputFault, NotCalculated } from '#kernel'
import { evaluate, type LotOutcome } from './evaluate.ts'
import { explainLot, summarise, tenderLeavesOut } from './explain-lot.ts'
import { readProcurement } from './read-tender.ts'
import { fault } from './reading.ts'
import { notInForce, rules } from './register.ts'

/** `fotfaste calc tender`: the lots of a procurement of coordinators, from tenders to call-off (UPH-1, UPH-2, UPH-4, JSP-7). */
export const tenderCalculation: Calculation = {
  name: 'tender',
  about: {
    sv: 'Utvärderar anbud om jobbspårskoordinator per FA-region och fördelar deltagarna mellan dem som fick avtal.',
    en: 'Evaluates tenders for job track coordinators by FA region and spreads participants over those who were contracted.',
  },
  calculate: (input): Calculated | NotCalculated => {
    const read = readProcurement(input)
    if (!read.ok) return read
    const procurement = read.value
    if (notInForce(Object.values(rules), procurement.on).length > 0)
      return {
        ok: false,
        faults: [fault('/on', 'Reglerna gäller inte den dagen.', 'The rules are not in force that day.')],
      }
    const lots = evaluate(procurement)
    const faults = lots.flatMap(impossible)
    if (faults.length > 0) return { ok: false, faults }
    return {
      ok: true,
      value: { lots },
      summary: summarise(lots, procurement),
      lines: lots.flatMap(lot => explainLot(lot, procurement)),
      notCounted: tenderLeavesOut,
    }
  },
}

/** Events that the course itself contradicts can only be seen when it is run. */
function impossible({ course }: LotOutcome, lot: number): InputFault[] {
  if (!course || !('event' in course)) return []
  const { event, most } = course
  return [
    fault(
      `/lots/${lot}/course/${event}`,
      `Händelsen går inte ihop med det som hänt före: högst ${most} deltagare är kvar där, eller anbudet har inget avtal som löper.`,
      `The event contradicts what happened before: at most ${most} participants are there, or the tender has no contract that runs.`,
    ),
  ]
}
