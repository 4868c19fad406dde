import { z } from 'zod'
import {
  aDay,
  anAnswer,
  type Calculated,
  type Calculation,
  type ExplanationLine,
  readInput,
  sayKronor,
  type Wording,
} from '#kernel'
import { linesOf } from '../rule-answer.ts'
import { absenceKinds, ownerships, type SupportKind } from '../supports/facts.ts'
import {
  amountLines,
  employerView,
  judgeSupports,
  type SupportAnswer,
  type SupportOutlook,
} from '../supports/supports.ts'

const kronor = z.number().int().min(0).max(1_000_000)
const absence = z
  .strictObject({ kind: z.enum(absenceKinds), from: aDay, lastDay: aDay.optional() })
  .refine(({ from, lastDay }) => lastDay === undefined || from <= lastDay, {
    path: ['lastDay'],
    params: { says: { sv: 'Ska inte ligga före den första dagen.', en: 'Must not be before the first day.' } },
  })

const supportInput = z.strictObject({
  on: aDay,
  /** Who is to read the answer: an adviser, or the employer, who may see less. */
  view: z.enum(['adviser', 'employer']),
  /** Ids of unverified rules and parameters to use all the same. */
  turnOn: z.array(z.string()).default([]),
  person: z.strictObject({
    birth: aDay.optional(),
    registered: anAnswer,
    absences: z.array(absence).max(200).optional(),
    inEstablishmentProgramme: anAnswer,
    establishmentProgrammeEnded: aDay.optional(),
    permitOn: aDay.optional(),
    inJobGuarantee: anAnswer,
    youthGuaranteeDays: z.number().int().min(0).max(5000).optional(),
    earlierIntroEnded: aDay.optional(),
    reducedWorkAbility: anAnswer,
  }),
  employer: z.strictObject({
    publicEmployer: anAnswer,
    registeredWithTaxAgency: anAnswer,
    tradingBan: anAnswer,
    insolvent: anAnswer,
    taxDebtKronor: z.number().int().min(0).max(1_000_000_000).optional(),
    lastRedundancyOn: z.union([z.literal('never'), aDay]).optional(),
    payByAgreement: anAnswer,
    electronicPay: anAnswer,
    establishmentAgreement: anAnswer,
  }),
  job: z.strictObject({
    starts: aDay,
    appliedOn: aDay.optional(),
    decisionOn: aDay.optional(),
    workingTime: z.number().int().min(1).max(10_000),
    monthlyPayKronor: kronor,
    referenceWageKronor: kronor.optional(),
    ownership: z.enum(ownerships).default('unknown'),
    otherSupportForSameCost: anAnswer,
  }),
})

/** `calc support`: which supports may come with a person into a job (PRC-9), for an adviser or as an employer may see it. */
export const supportCalculation: Calculation = {
  name: 'support',
  about: {
    sv: 'vilka anställningsstöd som kan bli aktuella, på vilka villkor och med vilka belopp',
    en: 'which employment supports may be relevant, on which conditions and with which amounts',
  },
  calculate(input) {
    const read = readInput(supportInput, input)
    if (!read.ok) return read
    const { on, view, turnOn, ...one } = read.value
    const answers = judgeSupports(one, on, new Set(turnOn))
    return view === 'adviser' ? forAdviser(answers, notCounted) : forEmployer(answers, notCounted)
  },
}

function forAdviser(answers: readonly SupportAnswer[], left: readonly Wording[]): Calculated {
  return {
    ok: true,
    value: answers.map(({ support, outlook, grounds, conditions, amount }) => ({
      support,
      outlook,
      rules: [...grounds, ...conditions].map(({ rule, state, wouldChange }) => ({
        rule,
        state,
        ...(wouldChange?.by && { by: wouldChange.by }),
      })),
      ...(amount && { amount: withoutLines(amount) }),
    })),
    summary: summaryOf(answers),
    lines: merged(
      answers.map(one => [one.support, [...linesOf(one.grounds), ...amountLines(one), ...linesOf(one.conditions)]]),
    ),
    notCounted: left,
  }
}

/** Nothing about the person but what `employerView` lets through; the sentence on other supports is the same for everybody. */
function forEmployer(answers: readonly SupportAnswer[], left: readonly Wording[]): Calculated {
  const shown = employerView(answers)
  return {
    ok: true,
    value: shown.map(({ conditions, ...one }) => ({
      ...one,
      rules: conditions.map(({ rule, state, wouldChange }) => ({
        rule,
        state,
        ...(wouldChange?.by && { by: wouldChange.by }),
      })),
    })),
    summary: summaryOf(shown),
    lines: merged(shown.map(one => [one.support, linesOf(one.conditions)])),
    notCounted: [...left, othersExist],
  }
}

/** Lines of several supports, each said once with the supports that it is about. */
function merged(all: readonly (readonly [SupportKind, readonly ExplanationLine[]])[]): ExplanationLine[] {
  const said = new Map<string, { readonly line: ExplanationLine; readonly of: SupportKind[] }>()
  for (const [support, lines] of all)
    for (const line of lines) {
      const key = JSON.stringify([line.rule, line.says])
      const one = said.get(key) ?? { line, of: [] }
      if (!one.of.includes(support)) one.of.push(support)
      said.set(key, one)
    }
  return [...said.values()].map(({ line, of }) => {
    const about = of.length === all.length ? { sv: 'Alla', en: 'All' } : list(of)
    return { ...line, says: { sv: `${about.sv}: ${line.says.sv}`, en: `${about.en}: ${line.says.en}` } }
  })
}

function list(supports: readonly SupportKind[]): Wording {
  return { sv: supports.map(one => names[one].sv).join(', '), en: supports.map(one => names[one].en).join(', ') }
}

function withoutLines<Amount extends { readonly lines: unknown }>({ lines, ...amount }: Amount): Omit<Amount, 'lines'> {
  return amount
}

function summaryOf(
  answers: readonly { support: SupportKind; outlook: SupportOutlook; amount?: object; monthlyKronor?: number }[],
): Wording {
  const said = answers.map(one => {
    const amount = one.amount && 'monthlyKronor' in one.amount ? Number(one.amount.monthlyKronor) : one.monthlyKronor
    const [name, outlook] = [names[one.support], outlooks[one.outlook]]
    const money =
      amount === undefined
        ? { sv: '', en: '' }
        : { sv: ` (${sayKronor(amount).sv} i månaden)`, en: ` (${sayKronor(amount).en} a month)` }
    return { sv: `${name.sv} ${outlook.sv}${money.sv}`, en: `${name.en} ${outlook.en}${money.en}` }
  })
  return { sv: `${said.map(({ sv }) => sv).join('; ')}.`, en: `${said.map(({ en }) => en).join('; ')}.` }
}

const names: Readonly<Record<SupportKind, Wording>> = {
  nystartsjobb: { sv: 'Nystartsjobb', en: 'Nystartsjobb' },
  introduktionsjobb: { sv: 'Introduktionsjobb', en: 'Introduktionsjobb' },
  etableringsjobb: { sv: 'Etableringsjobb', en: 'Etableringsjobb' },
  lonebidrag: { sv: 'Lönebidrag', en: 'Lönebidrag' },
  skyddat_arbete: { sv: 'Skyddat arbete', en: 'Sheltered work' },
  sius: { sv: 'Särskild stödperson', en: 'Special support person' },
  yrkesintroduktion: { sv: 'Yrkesintroduktion', en: 'Vocational introduction' },
}
const outlooks: Readonly<Record<SupportOutlook, Wording>> = {
  may_be_relevant: { sv: 'kan vara aktuellt', en: 'may be relevant' },
  too_little_known: { sv: 'har för lite underlag', en: 'has too little to go on' },
  probably_not: { sv: 'är troligen inte aktuellt', en: 'is probably not relevant' },
}

const notCounted: readonly Wording[] = [
  {
    sv: 'Arbetsförmedlingen beslutar. Det här är inget förhandsbesked.',
    en: 'Arbetsförmedlingen decides. This is no advance decision.',
  },
  {
    sv: 'Stöd lämnas inte efter det år då personen når riktåldern; det prövas inte här.',
    en: 'No support is given after the year in which the person reaches the target age for pension; that is not examined here.',
  },
]
const othersExist: Wording = {
  sv: 'Arbetsförmedlingen kan ge andra stöd efter egen prövning. Fråga dem.',
  en: 'Arbetsförmedlingen may give other supports after an examination of its own. Ask them.',
}
