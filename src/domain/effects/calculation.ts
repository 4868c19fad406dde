import type { Calculation } from '#kernel'
import { linesOf, notCountedIn, summaryOf } from './explain.ts'
import { effectsOf } from './result.ts'

/** `fotfaste calc effects`: who gains and who pays when people come into work, before and after (STR-10). */
export const effectsCalculation: Calculation = {
  name: 'effects',
  about: {
    sv: 'Samhällsekonomisk beräkning: vem vinner och vem betalar när människor får arbete',
    en: 'socio-economic calculation: who gains and who pays when people come into work',
  },
  calculate: input => {
    const done = effectsOf(input)
    if (!done.ok) return done
    return {
      ok: true,
      value: done.result,
      summary: summaryOf(done.result),
      lines: linesOf(done.question, done.result),
      notCounted: notCountedIn(done.result),
    }
  },
}
