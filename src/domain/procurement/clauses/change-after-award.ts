import { type Day, type Entry, type ExplanationLine, explain, ruleEntry, sayKronor, type Wording } from '#kernel'
import { type ChangeEffect, compareClauses, type ParameterChange } from './changed-parameters.ts'
import type { EmploymentClause } from './employment-parameters.ts'

/** What is known of a change that somebody wants to make after the contract was awarded. Kronor are whole, excluding VAT. */
export type ClauseChange = {
  readonly before: EmploymentClause
  readonly after: EmploymentClause
  readonly agreedByBoth: boolean
  /** Pay to the supplier that comes with the change; 0 = none. */
  readonly addedKronor: number
  /** Places that the supplier offers beyond the commitment, of its own will. */
  readonly voluntaryPlaces: number
  /** A review or option clause in the procurement documents that covers the change (LOU 17:10). */
  readonly reviewClause?: {
    readonly inDocuments: boolean
    readonly clearAndExact: boolean
    readonly keepsOverallNature: boolean
  }
  readonly contract: {
    readonly type: 'works' | 'other'
    readonly valueKronor: number
    /** Earlier changes of small value; together with this one they must stay below the limits (LOU 17:9). */
    readonly earlierChangesKronor: number
    /** What the change is worth, whoever gains; unknown when nobody has valued it. */
    readonly changeKronor?: number
    /** The threshold in force, in kronor. Left out when not known. */
    readonly thresholdKronor?: number
  }
}

export type ChangeVerdict = {
  readonly colour: 'green' | 'amber' | 'red'
  readonly ground: 'review_clause' | 'small_value' | 'not_substantial' | 'none' | 'nothing_changed'
  readonly changes: readonly ParameterChange[]
  readonly lines: readonly ExplanationLine[]
}

const since = '2026-01-01'
const lou = (paragraphs: string): string => `LOU (2016:1145) 17 kap. ${paragraphs}`
const fromLaw = (id: string, name: Wording, value: Wording, paragraphs: string): Entry<Wording> =>
  ruleEntry(`procurement.change.${id}`, name, {
    value,
    validFrom: since,
    source: lou(paragraphs),
    confidence: 'source',
  })

export const reviewClauseRule = fromLaw(
  'review_clause',
  { sv: 'Ändringsklausul', en: 'Review clause' },
  {
    sv: 'tillåten om klausulen stod i upphandlingsdokumenten, är klar, exakt och entydig, och avtalets övergripande karaktär består',
    en: 'allowed if the clause stood in the procurement documents, is clear, exact and unambiguous, and the overall nature of the contract remains',
  },
  '10 §',
)
export const notSubstantialRule = fromLaw(
  'not_substantial',
  { sv: 'Inte en väsentlig ändring', en: 'Not a substantial change' },
  {
    sv: 'tillåten om den inte hade släppt in andra, inte ändrar balansen till leverantörens (arbetsgivarens) fördel och inte utvidgar avtalet väsentligt',
    en: "allowed if it would not have let others in, does not shift the balance in the supplier's favour and does not widen the contract considerably",
  },
  '14 §',
)

/** Below the threshold and below a part of the contract's value; larger for works. */
export const smallValueRule: Entry<{ readonly works: number; readonly other: number }> = {
  id: 'procurement.change.small_value',
  kind: 'parameter',
  name: { sv: 'Ändring av mindre värde', en: 'Change of small value' },
  versions: [{ value: { works: 15, other: 10 }, validFrom: since, source: lou('9 §'), confidence: 'source' }],
  shown: ({ works, other }) => ({
    sv: `under tröskelvärdet och under ${other} % av kontraktets värde (${works} % i bygg)`,
    en: `below the threshold and below ${other}% of the contract's value (${works}% for works)`,
  }),
}

/**
 * Whether a clause may be changed after award without a new procurement, and on what ground (LOU 17:8–14). Green: may be done.
 * Amber: may be done if the reasoning is written down and a lawyer has looked. Red: needs a ground that is not there.
 */
export function judgeChange(change: ClauseChange, today: Day): ChangeVerdict {
  const changes = compareClauses(change.before, change.after)
  const paid: ChangeEffect[] = change.addedKronor > 0 ? ['shifts_to_supplier'] : []
  const effects = new Set([...changes.map(({ effect }) => effect), ...paid])
  const lines = [
    ...changes.map(one =>
      explain(notSubstantialRule, today, { parameter: one.parameter, effect: one.effect }, one.says),
    ),
    ...extras(change, today),
  ]
  const verdict = (
    colour: ChangeVerdict['colour'],
    ground: ChangeVerdict['ground'],
    line: ExplanationLine,
  ): ChangeVerdict => ({
    colour,
    ground,
    changes,
    lines: [...lines, line],
  })

  if (effects.size === 0)
    return verdict(
      'green',
      change.voluntaryPlaces > 0 ? 'not_substantial' : 'nothing_changed',
      explain(notSubstantialRule, today, {}, { sv: 'Inget i avtalet ändras.', en: 'Nothing in the contract changes.' }),
    )
  const review = change.reviewClause
  if (review?.inDocuments && review.clearAndExact && review.keepsOverallNature)
    return verdict(
      'green',
      'review_clause',
      explain(
        reviewClauseRule,
        today,
        { ...review },
        {
          sv: 'Ändringen får göras: en klar ändringsklausul i upphandlingsdokumenten omfattar den.',
          en: 'The change may be made: a clear review clause in the procurement documents covers it.',
        },
      ),
    )
  const small = isSmall(change, today)
  if (small.holds === 'yes') return verdict(change.agreedByBoth ? 'green' : 'amber', 'small_value', small.line)
  if (effects.has('shifts_to_supplier') || !change.agreedByBoth)
    return verdict('red', 'none', refused(change, small.line, today))
  return effects.has('shifts_little')
    ? verdict(
        'amber',
        'not_substantial',
        explain(
          notSubstantialRule,
          today,
          {},
          {
            sv: 'Ändringen är troligen inte väsentlig. Skriv ner varför, och låt en jurist se på den.',
            en: 'The change is probably not substantial. Write down why, and let a lawyer look at it.',
          },
        ),
      )
    : verdict(
        'green',
        'not_substantial',
        explain(
          notSubstantialRule,
          today,
          {},
          {
            sv: 'Ändringen är inte väsentlig och får göras.',
            en: 'The change is not substantial and may be made.',
          },
        ),
      )
}

function extras({ addedKronor, voluntaryPlaces }: ClauseChange, today: Day): ExplanationLine[] {
  return [
    ...(addedKronor > 0
      ? [
          explain(
            notSubstantialRule,
            today,
            { addedKronor },
            {
              sv: `Betalning som inte stod i upphandlingsdokumenten, ${sayKronor(addedKronor).sv}, ändrar balansen till leverantörens (arbetsgivarens) fördel.`,
              en: `Pay that the procurement documents did not name, ${sayKronor(addedKronor).en}, shifts the balance in the supplier's favour.`,
            },
          ),
        ]
      : []),
    ...(voluntaryPlaces > 0
      ? [
          explain(
            notSubstantialRule,
            today,
            { voluntaryPlaces },
            {
              sv: 'Fler platser av egen vilja, utan betalning, är ingen ändring av avtalet.',
              en: 'More places of own will, without pay, are no change of the contract.',
            },
          ),
        ]
      : []),
  ]
}

function isSmall({ contract }: ClauseChange, today: Day): { holds: 'yes' | 'no' | 'unknown'; line: ExplanationLine } {
  const { type, valueKronor, earlierChangesKronor, changeKronor, thresholdKronor } = contract
  const percent = (smallValueRule.versions[0]?.value ?? { works: 0, other: 0 })[type]
  if (changeKronor === undefined || thresholdKronor === undefined)
    return {
      holds: 'unknown',
      line: explain(
        smallValueRule,
        today,
        { valueKronor, percent },
        {
          sv: 'Om ändringen är av mindre värde går inte att säga: dess värde eller tröskelvärdet saknas.',
          en: 'Whether the change is of small value cannot be said: its value or the threshold is missing.',
        },
      ),
    }
  const together = earlierChangesKronor + changeKronor
  // Compared in whole kronor times one hundred, so that exactly 10 per cent is not below 10 per cent.
  const small = together < thresholdKronor && together * 100 < valueKronor * percent
  return {
    holds: small ? 'yes' : 'no',
    line: explain(
      smallValueRule,
      today,
      { together, thresholdKronor, valueKronor, percent },
      {
        sv: `Ändringarna är tillsammans värda ${sayKronor(together).sv}; gränsen är ${percent} % av ${sayKronor(valueKronor).sv} och tröskelvärdet ${sayKronor(thresholdKronor).sv}. ${small ? 'De är av mindre värde.' : 'De är inte av mindre värde.'}`,
        en: `Together the changes are worth ${sayKronor(together).en}; the limit is ${percent}% of ${sayKronor(valueKronor).en} and the threshold ${sayKronor(thresholdKronor).en}. ${small ? 'They are of small value.' : 'They are not of small value.'}`,
      },
    ),
  }
}

function refused(change: ClauseChange, small: ExplanationLine, today: Day): ExplanationLine {
  const why = change.agreedByBoth
    ? {
        sv: 'Ändringen kräver en ny upphandling eller en annan grund: den ändrar balansen till leverantörens (arbetsgivarens) fördel och ingen ändringsklausul omfattar den.',
        en: "The change needs a new procurement or another ground: it shifts the balance in the supplier's favour and no review clause covers it.",
      }
    : {
        sv: 'Ändringen kan inte göras av den ena parten ensam när ingen ändringsklausul omfattar den.',
        en: 'The change cannot be made by one party alone when no review clause covers it.',
      }
  return explain(
    notSubstantialRule,
    today,
    { ...small.inputs },
    {
      sv: `${why.sv} ${small.says.sv}`,
      en: `${why.en} ${small.says.en}`,
    },
  )
}
