import {
  type Calculated,
  type Calculation,
  entryOn,
  readInput,
  sayCount,
  sayKronor,
  sayMonths,
  sayNumber,
  type Wording,
} from '#kernel'
import { judgeBonus, placesAbove } from '../clauses/bonus.ts'
import { bonusText } from '../clauses/bonus-text.ts'
import { judgeChange } from '../clauses/change-after-award.ts'
import type { ClauseLanguage, ClauseSection } from '../clauses/clause-words.ts'
import { judgeDialogue } from '../clauses/dialogue.ts'
import { dialogueText } from '../clauses/dialogue-text.ts'
import { explainFulfilment, fulfilmentSummary } from '../clauses/employment-explained.ts'
import { fulfilment, monthsShown, oneMonth } from '../clauses/employment-rules.ts'
import { clauseText } from '../clauses/employment-text.ts'
import { planReporting, reportingText } from '../clauses/reporting.ts'
import { nextSanction } from '../clauses/sanctions.ts'
import { sanctionText } from '../clauses/sanctions-text.ts'
import { surplusMonths } from '../clauses/surplus.ts'
import { volumeCommitment, volumeRule, volumeText } from '../clauses/volume.ts'
import { type ClauseInput, clauseInput } from './clause-input.ts'

/** `calc clause`: one part of the clauses, chosen by `kind`, on facts from a file (PRC-6, PRC-10). */
export const clauseCalculation: Calculation = {
  name: 'clause',
  about: {
    sv: 'hur ett villkor står: åtagande, volym, dialog, bonus, åtgärder vid brist, rapporter eller ändring',
    en: 'how a clause stands: commitment, volume, dialogue, bonus, sanctions, reports or a change after award',
  },
  calculate(input) {
    const read = readInput(clauseInput, input)
    return read.ok ? calculate(read.value) : read
  },
}

type Of<Kind extends ClauseInput['kind']> = Extract<ClauseInput, { kind: Kind }>

function calculate(input: ClauseInput): Calculated {
  switch (input.kind) {
    case 'employment':
      return employment(input)
    case 'volume':
      return volume(input)
    case 'dialogue':
      return dialogue(input)
    case 'bonus':
      return bonus(input)
    case 'sanctions':
      return sanctions(input)
    case 'reporting':
      return reporting(input)
    case 'change':
      return change(input)
  }
}

function employment({ clause, contract, occupations, on }: Of<'employment'>): Calculated {
  const result = fulfilment({ clause, contract }, occupations, on)
  const { explanation, exact, ...value } = result
  return {
    ok: true,
    value: { ...value, text: inBoth(language => clauseText(clause, language)) },
    summary: fulfilmentSummary(result),
    lines: explainFulfilment(clause, result, on),
    notCounted: [
      {
        sv: 'Om en person hör till målgruppen prövas inte här; det bekräftar myndigheten.',
        en: 'Whether a person belongs to the target group is not examined here; the authority confirms it.',
      },
    ],
  }
}

function volume({ contractType, valueKronor, on }: Of<'volume'>): Calculated {
  const result = volumeCommitment(contractType, valueKronor, on)
  const rule = entryOn(volumeRule, on)
  if (result === undefined || rule === undefined)
    return {
      ok: true,
      value: null,
      summary: { sv: `Ingen volymregel gällde ${on}.`, en: `No volume rule held on ${on}.` },
      lines: [],
    }
  const { lines, ...value } = result
  const places = sayCount(value.places, { sv: 'plats', en: 'place' }, { sv: 'platser', en: 'places' })
  const [employment, placement] = [sayMonths(value.employmentMonths), sayMonths(value.placementMonths)]
  return {
    ok: true,
    value: { ...value, text: inBoth(language => volumeText(rule.value, language)) },
    summary: {
      sv: `${places.sv}: ${employment.sv} anställning eller ${placement.sv} praktik.`,
      en: `${places.en}: ${employment.en} of employment or ${placement.en} of placement.`,
    },
    lines,
  }
}

function dialogue({ clause, contract, dialogues, voluntary, on }: Of<'dialogue'>): Calculated {
  const { lines, ...value } = judgeDialogue(clause, contract, dialogues, voluntary, on)
  return {
    ok: true,
    value: { ...value, text: inBoth(language => dialogueText(clause, language)) },
    summary:
      value.state === 'as_agreed'
        ? { sv: 'Dialogen följer villkoret.', en: 'The dialogue follows the clause.' }
        : { sv: 'Dialogen brister mot villkoret.', en: 'The dialogue falls short of the clause.' },
    lines,
  }
}

function bonus({ clause, contract, occupations, on, bonus: terms, claims }: Of<'bonus'>): Calculated {
  const surplus = surplusMonths({ clause, contract }, occupations, on)
  const { lines, ...value } = judgeBonus(terms, placesAbove(terms, surplus, oneMonth), claims, on)
  const pay = sayKronor(value.payableKronor)
  return {
    ok: true,
    value: {
      ...value,
      monthsAbove: Object.fromEntries(Object.entries(surplus).map(([form, parts]) => [form, monthsShown(parts)])),
      text: inBoth(language => bonusText(terms, language)),
    },
    summary: { sv: `Bonus att betala nu: ${pay.sv}.`, en: `Bonus to pay now: ${pay.en}.` },
    lines: [...explainFulfilment(clause, fulfilment({ clause, contract }, occupations, on), on), ...lines],
  }
}

function sanctions({ ladder, deficiency, frameworkAgreement, on }: Of<'sanctions'>): Calculated {
  const { lines, ...value } = nextSanction(ladder, deficiency, frameworkAgreement, on)
  return {
    ok: true,
    value: { ...value, text: inBoth(language => sanctionText(ladder, language)) },
    summary: lines[0]?.says ?? nothing,
    lines,
  }
}

function reporting({ contract, terms }: Of<'reporting'>): Calculated {
  const { lines, ...value } = planReporting(terms, contract)
  const [reports, meetings] = [sayNumber(value.reports.length), sayNumber(value.meetings.length)]
  return {
    ok: true,
    value: { ...value, text: inBoth(language => reportingText(terms, language)) },
    summary: {
      sv: `Rapporter: ${reports.sv}. Möten under tiden: ${meetings.sv}.`,
      en: `Reports: ${reports.en}. Meetings during the term: ${meetings.en}.`,
    },
    lines,
  }
}

const colours = {
  green: { sv: 'Grönt: ändringen får göras.', en: 'Green: the change may be made.' },
  amber: {
    sv: 'Gult: skriv ner skälen och låt en jurist pröva.',
    en: 'Amber: write down the reasons and let a lawyer examine it.',
  },
  red: { sv: 'Rött: det finns ingen grund för ändringen.', en: 'Red: there is no ground for the change.' },
} as const

function change({ change: asked, on }: Of<'change'>): Calculated {
  const { lines, ...value } = judgeChange(asked, on)
  return {
    ok: true,
    value: { ...value, changes: value.changes.map(({ parameter, effect }) => ({ parameter, effect })) },
    summary: colours[value.colour],
    lines,
    notCounted: [
      {
        sv: 'Kompletterande arbeten, oförutsedda omständigheter och byte av leverantör (arbetsgivare) prövas inte här (LOU 17:11–13).',
        en: 'Additional work, unforeseen circumstances and replacement of the supplier are not examined here (LOU 17:11–13).',
      },
    ],
  }
}

const nothing: Wording = { sv: 'Inget att göra.', en: 'Nothing to do.' }

function inBoth(text: (language: ClauseLanguage) => ClauseSection[]): Record<ClauseLanguage, ClauseSection[]> {
  return { sv: text('sv'), en: text('en') }
}
