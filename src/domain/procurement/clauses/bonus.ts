import { type Day, type Entry, type ExplanationLine, explain, ruleEntry, sayKronor, sayNumber } from '#kernel'
import type { OccupationForm } from './employment-parameters.ts'
import type { MonthParts } from './employment-rules.ts'

/** What one more place of a form is worth. `placeMonths` is hundredths of full-time months; kronor are whole. */
export type BonusRow = {
  readonly form: OccupationForm
  readonly placeMonths: number
  readonly kronorPerPlace: number
  readonly mostPlaces: number
}

/** The bonus clause (PRC-6 c): pay for places above the commitment, to a number and to an amount. Source: Upphandlingsmyndigheten 11556, alternative 1. */
export type BonusClause = { readonly rows: readonly BonusRow[]; readonly mostKronor: number }

/** A bonus that somebody has registered: so many places of a form, with evidence, and later a decision by somebody else. */
export type BonusClaim = {
  readonly id: string
  readonly form: OccupationForm
  readonly places: number
  readonly evidence: boolean
  readonly registeredBy: string
  readonly decidedBy?: string
}

export type BonusResult = {
  readonly payableKronor: number
  readonly claims: readonly {
    readonly id: string
    readonly countedPlaces: number
    readonly kronor: number
    readonly state: 'payable' | 'await_decision' | 'same_person' | 'no_evidence' | 'not_above_commitment'
  }[]
  readonly lines: readonly ExplanationLine[]
}

const since = '2026-01-01'
const uhm = 'Upphandlingsmyndigheten, kriterium 11556, alternativ 1'

export const bonusRule: Entry<unknown> = ruleEntry(
  'procurement.clause.bonus',
  { sv: 'Bonus för ytterligare platser', en: 'Bonus for further places' },
  {
    value: {
      sv: 'bara platser över åtagandet, högst det antal och det belopp som villkoret anger',
      en: 'only places above the commitment, to the number and the amount that the clause states',
    },
    validFrom: since,
    source: uhm,
    confidence: 'source',
  },
)

export const fourEyesRule: Entry<unknown> = ruleEntry(
  'procurement.clause.bonus_four_eyes',
  { sv: 'Två personer om varje bonus', en: 'Two people for each bonus' },
  {
    value: {
      sv: 'den som har registrerat en bonus beslutar inte om den, och underlag ska finnas',
      en: 'whoever registered a bonus does not decide on it, and there must be evidence',
    },
    validFrom: since,
    source: 'Eget val, efter intern kontroll av utbetalningar',
    confidence: 'own_choice',
  },
)

/** Whole places of each form that lie above the commitment. `surplus` is exact months above it; nothing before the commitment is reached. */
export function placesAbove(
  clause: BonusClause,
  surplus: Readonly<Partial<Record<OccupationForm, MonthParts>>>,
  oneMonth: MonthParts,
): Readonly<Partial<Record<OccupationForm, number>>> {
  return Object.fromEntries(
    clause.rows.map(({ form, placeMonths }) => [
      form,
      Math.floor((surplus[form] ?? 0) / ((placeMonths * oneMonth) / 100)),
    ]),
  )
}

/**
 * What is to be paid, claim by claim in the order they were registered: above the commitment, within the row's number, within
 * the clause's amount, with evidence, and decided by somebody else than who registered it. A claim that waits for its decision
 * keeps its places but pays nothing yet.
 */
export function judgeBonus(
  clause: BonusClause,
  above: Readonly<Partial<Record<OccupationForm, number>>>,
  claims: readonly BonusClaim[],
  today: Day,
): BonusResult {
  const left = new Map(clause.rows.map(row => [row.form, Math.min(row.mostPlaces, above[row.form] ?? 0)]))
  let kronorLeft = clause.mostKronor
  const judged = claims.map(claim => {
    const places = claim.evidence ? Math.min(claim.places, left.get(claim.form) ?? 0) : 0
    left.set(claim.form, (left.get(claim.form) ?? 0) - places)
    const each = clause.rows.find(({ form }) => form === claim.form)?.kronorPerPlace ?? 0
    const kronor = Math.min(places * each, kronorLeft)
    kronorLeft -= kronor
    return { id: claim.id, countedPlaces: places, kronor, state: stateOf(claim, places) }
  })
  const payableKronor = judged.reduce((sum, { state, kronor }) => sum + (state === 'payable' ? kronor : 0), 0)
  return {
    payableKronor,
    claims: judged,
    lines: [
      ...judged.map((one, index) => claimLine(one, claims[index]?.places ?? 0, today)),
      explain(
        bonusRule,
        today,
        { mostKronor: clause.mostKronor, payableKronor },
        {
          sv: `Att betala nu: ${sayKronor(payableKronor).sv}, av högst ${sayKronor(clause.mostKronor).sv}.`,
          en: `To pay now: ${sayKronor(payableKronor).en}, of at most ${sayKronor(clause.mostKronor).en}.`,
        },
      ),
    ],
  }
}

function stateOf(claim: BonusClaim, places: number): BonusResult['claims'][number]['state'] {
  if (!claim.evidence) return 'no_evidence'
  if (places === 0) return 'not_above_commitment'
  if (claim.decidedBy === undefined) return 'await_decision'
  return claim.decidedBy === claim.registeredBy ? 'same_person' : 'payable'
}

function claimLine(one: BonusResult['claims'][number], asked: number, today: Day): ExplanationLine {
  const inputs = { claim: one.id, asked, counted: one.countedPlaces, kronor: one.kronor }
  const [counted, of, amount] = [sayNumber(one.countedPlaces), sayNumber(asked), sayKronor(one.kronor)]
  const worth = {
    sv: `${counted.sv} av ${of.sv} platser räknas och ger ${amount.sv}`,
    en: `${counted.en} of ${of.en} places count and give ${amount.en}`,
  }
  switch (one.state) {
    case 'payable':
      return explain(bonusRule, today, inputs, { sv: `${one.id}: ${worth.sv}.`, en: `${one.id}: ${worth.en}.` })
    case 'await_decision':
      return explain(fourEyesRule, today, inputs, {
        sv: `${one.id}: ${worth.sv}, när någon annan än den som registrerade har beslutat.`,
        en: `${one.id}: ${worth.en}, once somebody else than who registered it has decided.`,
      })
    case 'same_person':
      return explain(fourEyesRule, today, inputs, {
        sv: `${one.id}: betalas inte, för samma person har registrerat och beslutat.`,
        en: `${one.id}: is not paid, since the same person registered and decided.`,
      })
    case 'no_evidence':
      return explain(fourEyesRule, today, inputs, {
        sv: `${one.id}: betalas inte, för underlag saknas.`,
        en: `${one.id}: is not paid, since there is no evidence.`,
      })
    case 'not_above_commitment':
      return explain(bonusRule, today, inputs, {
        sv: `${one.id}: ger ingen bonus, för platserna ligger inte över åtagandet eller ryms inte i antalet.`,
        en: `${one.id}: gives no bonus, since the places are not above the commitment or not within the number.`,
      })
  }
}
