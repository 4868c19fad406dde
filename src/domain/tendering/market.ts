import type { Calculated, Calculation, NotCalculated } from '#kernel'
import { countedLines, publishedLines, summarise } from './explain-market.ts'
import { measure } from './measure.ts'
import { readMarket } from './read-market.ts'
import { fault } from './reading.ts'
import { hhiLevels, notInForce, rules } from './register.ts'

/** `fotfaste calc market`: how concentrated a market is and where nobody delivers (UPH-6). */
export const marketCalculation: Calculation = {
  name: 'market',
  about: {
    sv: 'Mäter hur koncentrerad en marknad är och i vilka regioner ingen levererar, ur egna tal eller ur publicerade andelar.',
    en: 'Measures how concentrated a market is and in which regions nobody delivers, from counts or from published shares.',
  },
  calculate: (input): Calculated | NotCalculated => {
    const read = readMarket(input)
    if (!read.ok) return read
    const { on } = read.value
    if (notInForce([rules.shares, rules.coverage, hhiLevels], on).length > 0)
      return {
        ok: false,
        faults: [fault('/on', 'Reglerna gäller inte den dagen.', 'The rules are not in force that day.')],
      }
    const value = measure(read.value)
    return {
      ok: true,
      value,
      summary: summarise(read.value, value),
      lines: [...publishedLines(value.published, read.value), ...countedLines(value.counted, read.value)],
      notCounted: [
        {
          sv: 'Publicerade andelar är avrundade; gränserna räknas på dem som de står.',
          en: 'Published shares are rounded; the bounds are worked out from them as they stand.',
        },
        {
          sv: 'Tjänster som kommuner och trygghetsorganisationer köper ingår bara om de finns i underlaget.',
          en: 'Services bought by municipalities and job security organisations are included only if they are in the input.',
        },
      ],
    }
  },
}
