import { type Entry, type ExplanationLine, type Ore, sayCount, sayMonths, sayNumber, type Wording } from '#kernel'
import type { CostCover } from './cost-cover.ts'
import { baseRule, chanceRule, clawbackRule, correctionRule, coverRule, resultRule, tierRule } from './register.ts'
import type { CompensationResult } from './result.ts'
import { lastDayOf } from './result.ts'
import type { Statement, StatementLine } from './statements.ts'

/** `1 250,50 kr`, with öre when there are any and a true minus sign. */
function sayOre(ore: Ore): Wording {
  const kronor = Math.abs(ore) / 100
  const { sv, en } = Number.isInteger(kronor) ? sayNumber(kronor) : twoDecimals(kronor)
  const minus = ore < 0 ? '−' : ''
  return { sv: `${minus}${sv}\u00a0kr`, en: `${minus}SEK\u00a0${en}` }
}

function twoDecimals(kronor: number): Wording {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return { sv: kronor.toLocaleString('sv-SE', digits), en: kronor.toLocaleString('en-GB', digits) }
}

/** An expected amount, whole kronor: nobody knows the öre of the future. */
function sayExpected(amount: Ore): Wording {
  return sayOre(Math.round(amount / 100) * 100)
}

export function summaryOf({ models, ledger, rehearsal }: CompensationResult): Wording {
  const said = [
    ...(ledger ? [ledgerSentence(ledger)] : []),
    ...(rehearsal ? [rehearsalSentence(rehearsal)] : []),
    ...(ledger || rehearsal ? [] : [coverSentence(models.flatMap(({ tiers }) => tiers))]),
  ]
  return { sv: said.map(one => one.sv).join(' '), en: said.map(one => one.en).join(' ') }
}

function ledgerSentence({ asOf, balance, statements }: NonNullable<CompensationResult['ledger']>): Wording {
  const [total, base, result, clawback] = [balance.total, balance.base, balance.result, balance.clawback].map(
    sayOre,
  ) as [Wording, Wording, Wording, Wording]
  const count = statements.length
  return {
    sv: `Till och med ${asOf} är ersättningen ${total.sv} i ${count} ${count === 1 ? 'avräkning' : 'avräkningar'}: grund ${base.sv}, resultat ${result.sv}, återbetalning ${clawback.sv}.`,
    en: `Up to and with ${asOf} the compensation is ${total.en} in ${count} ${count === 1 ? 'statement' : 'statements'}: base ${base.en}, results ${result.en}, clawback ${clawback.en}.`,
  }
}

function rehearsalSentence({ volumes, breakEven }: NonNullable<CompensationResult['rehearsal']>): Wording {
  const said = volumes.map(({ volume, cases }) => {
    const [low, likely, high] = [cases.low, cases.likely, cases.high].map(({ margin }) => sayExpected(margin)) as [
      Wording,
      Wording,
      Wording,
    ]
    return {
      sv: `${volume} deltagare: ${likely.sv} (${low.sv} till ${high.sv})`,
      en: `${volume} participants: ${likely.en} (${low.en} to ${high.en})`,
    }
  })
  return {
    sv: `Provräkning, resultat per år. ${said.map(one => one.sv).join('; ')}. ${breakEven === null ? 'Inget antal deltagare räcker för att gå runt.' : `Går runt vid ${breakEven} deltagare.`}`,
    en: `Rehearsal, result a year. ${said.map(one => one.en).join('; ')}. ${breakEven === null ? 'No number of participants is enough to break even.' : `Breaks even at ${breakEven} participants.`}`,
  }
}

function coverSentence(tiers: readonly CostCover[]): Wording {
  const said = tiers.map(coverWords)
  return { sv: said.map(one => one.sv).join(' '), en: said.map(one => one.en).join(' ') }
}

const verdicts: Readonly<Record<CostCover['verdict'], (difference: Wording) => Wording>> = {
  covers: () => ({ sv: 'Den täcker kostnaden och inte mer.', en: 'It covers the cost and no more.' }),
  too_much: ({ sv, en }) => ({
    sv: `Den är ${sv} över kostnaden: vinst utan resultat.`,
    en: `It is ${en} above the cost: profit without results.`,
  }),
  too_little: ({ sv, en }) => ({
    sv: `Den är ${sv} under kostnaden: tjänsten bär sig bara med resultat.`,
    en: `It is ${en} below the cost: the service only pays with results.`,
  }),
  unknown: () => ({ sv: 'Kostnaden per dag är inte angiven.', en: 'The cost a day is not given.' }),
}

function coverWords({ tier, dayRate, verdict, difference }: CostCover): Wording {
  const [rate, judged] = [sayOre(dayRate), verdicts[verdict](sayOre(Math.abs(difference)))]
  return {
    sv: `Nivå ${tier}: dagersättning ${rate.sv}. ${judged.sv}`,
    en: `Tier ${tier}: day rate ${rate.en}. ${judged.en}`,
  }
}

export function linesOf({ models, ledger, rehearsal }: CompensationResult): ExplanationLine[] {
  return [
    ...models.flatMap(({ validFrom, validTo, source, tiers }) =>
      tiers.flatMap(tier => tierLines(tier, source, validFrom, validTo)),
    ),
    ...(ledger?.statements ?? []).flatMap(statementLines),
    ...(rehearsal ? rehearsalLines(rehearsal) : []),
  ]
}

function tierLines(
  cover: CostCover,
  contract: string,
  validFrom: string,
  validTo: string | undefined,
): ExplanationLine[] {
  const { tier, price, base, results } = cover
  const [whole, first, rest] = [sayOre(price), sayOre(base), results.map(sayOre)]
  const last = lastDayOf(validTo)
  return [
    {
      rule: tierRule.id,
      source: contract,
      inputs: { tier, validFrom, ...(last === undefined ? {} : { lastDay: last }) },
      says: {
        sv: `Nivå ${tier} från ${validFrom}: ${whole.sv} i allt, varav grund ${first.sv} och resultat ${rest.map(one => one.sv).join(' och ')}.`,
        en: `Tier ${tier} from ${validFrom}: ${whole.en} in all, of which base ${first.en} and results ${rest.map(one => one.en).join(' and ')}.`,
      },
    },
    line(coverRule, { tier }, coverWords(cover)),
  ]
}

function statementLines({ month, lines, total }: Statement): ExplanationLine[] {
  const sum = sayOre(total)
  const rows = sayCount(lines.length, { sv: 'rad', en: 'line' }, { sv: 'rader', en: 'lines' })
  return [
    ...lines.map(one => partLine(month, one)),
    line(
      correctionRule,
      { month, öre: total },
      {
        sv: `Avräkning ${month}: ${sum.sv} på ${rows.sv}.`,
        en: `Statement ${month}: ${sum.en} on ${rows.en}.`,
      },
    ),
  ]
}

function partLine(
  month: string,
  { participant, part, for: about, afterMonths, amount }: StatementLine,
): ExplanationLine {
  const sum = sayOre(amount)
  const months = sayMonths(afterMonths ?? 0)
  const what: Readonly<Record<StatementLine['part'], Wording>> = {
    base: { sv: 'grundersättning', en: 'base part' },
    result:
      afterMonths === 0
        ? { sv: 'anställning', en: 'hire' }
        : { sv: `anställning i ${months.sv}`, en: `employment for ${months.en}` },
    clawback: { sv: 'återbetalning', en: 'clawback' },
  }
  const late = about === month ? { sv: '', en: '' } : { sv: ` för ${about}`, en: ` for ${about}` }
  const rules = { base: baseRule, result: resultRule, clawback: clawbackRule }
  return line(
    rules[part],
    { month, participant, öre: amount },
    {
      sv: `${month}. Deltagare ${participant}: ${what[part].sv}${late.sv}, ${sum.sv}.`,
      en: `${month}. Participant ${participant}: ${what[part].en}${late.en}, ${sum.en}.`,
    },
  )
}

function rehearsalLines({
  perTier,
  volumes,
  rewardsEasyCases,
}: NonNullable<CompensationResult['rehearsal']>): ExplanationLine[] {
  const warning: Wording = rewardsEasyCases
    ? {
        sv: 'En nivå längre från arbetsmarknaden ger mindre än en närmare: det lönar sig att välja lätta fall.',
        en: 'A tier further from the labour market earns less than one nearer: choosing easy cases pays.',
      }
    : { sv: 'Ingen nivå lönar lätta fall mer än svåra.', en: 'No tier rewards easy cases more than hard ones.' }
  return [
    ...perTier.map(({ tier, base, results, cost, margin }) => {
      const [b, r, c, m] = [sayExpected(base), sayExpected(results), sayExpected(cost), sayExpected(margin)]
      return line(
        chanceRule,
        { tier },
        {
          sv: `Nivå ${tier}, en deltagare i snitt: grund ${b.sv}, resultat ${r.sv}, kostnad ${c.sv}, kvar ${m.sv}.`,
          en: `Tier ${tier}, one participant on average: base ${b.en}, results ${r.en}, cost ${c.en}, left ${m.en}.`,
        },
      )
    }),
    line(tierRule, { rewardsEasyCases }, warning),
    ...volumes.map(({ volume, chance, baseCovers }) => {
      const [low, high, part] = [sayExpected(chance.low), sayExpected(chance.high), sayNumber(baseCovers)]
      return line(
        chanceRule,
        { volume },
        {
          sv: `${volume} deltagare: grundersättningen betalar ${part.sv} % av kostnaden. Åtta år av tio blir resultatet mellan ${low.sv} och ${high.sv} av slump.`,
          en: `${volume} participants: the base part pays ${part.en}% of the cost. Eight years of ten chance puts the result between ${low.en} and ${high.en}.`,
        },
      )
    }),
  ]
}

function line(rule: Entry<Wording>, inputs: ExplanationLine['inputs'], says: Wording): ExplanationLine {
  return { rule: rule.id, source: rule.versions[0]!.source, inputs, says }
}
