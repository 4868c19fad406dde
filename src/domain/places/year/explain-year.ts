import { type Apportionment, type Fraction, fractionValue, type PassedTurn, type Step } from '#engine'
import { type Entry, type ExplanationLine, explain, sayNumber, type Wording } from '#kernel'
import { rules } from './register.ts'
import type { LedgerEvent, LedgerStep, LedgerYears } from './year.ts'

/** Each event and each place in words: who passed, who got it, what it may claim before and after, and who was next. */
export function explainYears({ events }: LedgerYears, steps: readonly LedgerStep[]): ExplanationLine[] {
  return events.flatMap((event, index) => {
    const step = steps[index]
    if (!step) return []
    if (event.kind === 'dealt') return step.dealt ? explainDealt(event, step.dealt) : []
    return [explainLedger(event, step.ledger)]
  })
}

type Changed = Exclude<LedgerEvent, { kind: 'dealt' }>

/** A change of key, areas or year, with the claims that it left. */
function explainLedger(event: Changed, ledger: LedgerStep['ledger']): ExplanationLine {
  const { says, rule, inputs } = changeIn(event, ledger.length)
  const claims = ledger.filter(({ claim }) => claim !== '0')
  const list = (language: 'sv' | 'en'): string =>
    claims.map(({ area, claim }) => `${area ?? '–'} ${say(claim)[language]}`).join(', ')
  return explain(rule, event.on, inputs, {
    sv: `${event.on}: ${says.sv}. Fordringar: ${list('sv') || 'inga'}.`,
    en: `${event.on}: ${says.en}. Claims: ${list('en') || 'none'}.`,
  })
}

function changeIn(
  event: Changed,
  areas: number,
): { rule: Entry<unknown>; inputs: Record<string, number>; says: Wording } {
  switch (event.kind) {
    case 'new_year': {
      const { cap } = event
      const says =
        cap === 0
          ? { sv: 'nytt år, från noll', en: 'a new year, from nought' }
          : {
              sv: `nytt år. Av varje fordran följer högst ${cap} med`,
              en: `a new year. Of each claim at most ${cap} is carried over`,
            }
      return { rule: rules.year, inputs: { cap }, says }
    }
    case 'areas_changed':
      return { rule: rules.areas, inputs: { areas }, says: { sv: 'nya områden', en: 'new areas' } }
    case 'key_changed':
      return { rule: rules.order, inputs: { areas }, says: { sv: 'ny nyckel', en: 'a new key' } }
  }
}

type Dealt = Extract<LedgerEvent, { kind: 'dealt' }>

function explainDealt(event: Dealt, { steps, key }: Apportionment): ExplanationLine[] {
  const scaled = key.fits
    ? []
    : [
        explain(
          rules.normalised,
          event.on,
          { sum: key.sum / 10 },
          {
            sv: `Nyckeln summerar till ${sayNumber(key.sum / 10).sv}, inte 100.`,
            en: `The key sums to ${sayNumber(key.sum / 10).en}, not 100.`,
          },
        ),
      ]
  return [
    ...scaled,
    ...steps.flatMap(step => [...step.passed.map(passed => explainPass(event, passed)), explainPlace(event, step)]),
  ]
}

const passReasons = {
  profile_missing: { sv: 'profilen saknas', en: 'the profile is missing' },
  not_ready_in_time: { sv: 'hinner inte rusta', en: 'cannot prepare in time' },
  other: { sv: 'annat skäl', en: 'another reason' },
} as const

function explainPass(event: Dealt, { area, reason, claim, lapsed }: PassedTurn): ExplanationLine {
  const fell =
    lapsed === '0'
      ? { sv: 'står kvar', en: 'stays' }
      : { sv: `minskas med ${say(lapsed).sv}`, en: `is cut by ${say(lapsed).en}` }
  return explain(
    rules.passes,
    event.on,
    { area, claim, lapsed },
    {
      sv: `${area} passar (${passReasons[reason].sv}); fordran ${say(claim).sv} ${fell.sv}.`,
      en: `${area} passes (${passReasons[reason].en}); its claim of ${say(claim).en} ${fell.en}.`,
    },
  )
}

function explainPlace(event: Dealt, step: Step): ExplanationLine {
  const { number, area, target, given, claimBefore, claimAfter, why, runnerUp } = step
  const inputs = { what: event.what, number, area: area ?? '', target, given, claimBefore, claimAfter }
  const words = (language: 'sv' | 'en'): string => {
    const who = area ?? { sv: 'Resten hos staden', en: 'The rest with the city' }[language]
    const next = runnerUp
      ? { sv: ` Närmast var ${runnerUp.area ?? 'resten'}.`, en: ` Next was ${runnerUp.area ?? 'the rest'}.` }[language]
      : ''
    const outside = why === 'override' ? { sv: ' Utanför turordningen.', en: ' Outside the order.' }[language] : ''
    return {
      sv: `Årets plats ${number} (${event.what}): ${who}. Nyckeln ger ${say(target).sv}, hade ${given}, fordran ${say(claimBefore).sv} och sedan ${say(claimAfter).sv}.`,
      en: `Place ${number} of the year (${event.what}): ${who}. The key gives ${say(target).en}, it had ${given}, claim ${say(claimBefore).en} and then ${say(claimAfter).en}.`,
    }[language].concat(outside, next)
  }
  return explain(rules.order, event.on, inputs, { sv: words('sv'), en: words('en') })
}

function say(claim: Fraction): Wording {
  return sayNumber(fractionValue(claim))
}
