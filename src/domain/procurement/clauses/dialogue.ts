import {
  addDays,
  addMonths,
  type Day,
  type Entry,
  type ExplanationLine,
  explain,
  ruleEntry,
  type Wording,
} from '#kernel'
import type { ContractPeriod } from './contract-period.ts'

type Item = { readonly id: string; readonly wording: Wording }

/** The dialogue clause (PRC-6 b): supplier and authority talk about how the contract can open places. It promises no places. */
export type DialogueClause = {
  /** The first dialogue is held at the latest so many calendar months after contract start … */
  readonly firstWithinMonths: number
  /** … and then again at the latest so many calendar months after the last one was due. */
  readonly intervalMonths: number
  /** Who must take part besides supplier and authority. */
  readonly participants: readonly Item[]
  readonly agenda: readonly Item[]
  /** What was said is written down so many days after the dialogue at the latest. */
  readonly minutesWithinDays: number
  /** Whether what the supplier offers in the dialogue becomes a binding requirement. Must be said in the procurement documents. */
  readonly offersBecomeBinding: boolean
}

export type HeldDialogue = {
  readonly on: Day
  readonly participants: readonly string[]
  readonly agenda: readonly string[]
  readonly minutesOn?: Day
}

/** What a supplier offers of its own will. `asRequirement` when somebody has written it down as a requirement. */
export type VoluntaryCommitment = {
  readonly id: string
  readonly what: Wording
  readonly offeredOn: Day
  readonly asRequirement: boolean
}

export type DialogueDay = {
  readonly due: Day
  readonly heldOn?: Day
  readonly state: 'held' | 'held_late' | 'incomplete' | 'missed' | 'ahead'
  readonly lacks: readonly string[]
}

export type DialogueStanding = {
  readonly state: 'as_agreed' | 'lacking'
  readonly dialogues: readonly DialogueDay[]
  readonly voluntary: readonly { readonly id: string; readonly binding: boolean; readonly allowed: boolean }[]
  readonly lines: readonly ExplanationLine[]
}

export const dialogueRule: Entry<unknown> = ruleEntry(
  'procurement.clause.dialogue',
  { sv: 'Dialogvillkor', en: 'Dialogue clause' },
  {
    value: {
      sv: 'dialog i tid, med dem och om det som villkoret säger, och nedskriven',
      en: 'dialogue in time, with those and on what the clause names, and written down',
    },
    validFrom: '2026-01-01',
    source: 'Upphandlingsmyndigheten, tillämpning av dialogvillkoret; tider och former är vårt eget val',
    confidence: 'own_choice',
  },
)

export const voluntaryRule: Entry<unknown> = ruleEntry(
  'procurement.clause.voluntary_commitments',
  { sv: 'Frivilliga åtaganden i dialogen', en: 'Voluntary commitments in the dialogue' },
  {
    value: {
      sv: 'binder inte, om upphandlingsdokumenten inte har sagt det',
      en: 'do not bind, unless the procurement documents have said so',
    },
    validFrom: '2026-01-01',
    source: 'LOU (2016:1145) 17 kap. 10 och 14 §§',
    confidence: 'source',
  },
)

/** The last day of each dialogue within the contract. */
export function dialogueDays(clause: DialogueClause, contract: ContractPeriod): Day[] {
  const days: Day[] = []
  for (let number = 0; ; number++) {
    const due = addMonths(contract.from, clause.firstWithinMonths + number * clause.intervalMonths)
    if (due >= contract.to) return days
    days.push(due)
  }
}

/** How the dialogue clause stands on a day: the first held dialogue answers the first that is due, the second the second. */
export function judgeDialogue(
  clause: DialogueClause,
  contract: ContractPeriod,
  held: readonly HeldDialogue[],
  voluntary: readonly VoluntaryCommitment[],
  today: Day,
): DialogueStanding {
  const inOrder = held.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  const dialogues = dialogueDays(clause, contract).map((due, index) => judgeOne(clause, due, inOrder[index], today))
  const offers = voluntary.map(({ id, asRequirement }) => ({
    id,
    binding: clause.offersBecomeBinding,
    allowed: clause.offersBecomeBinding || !asRequirement,
  }))
  const lacking =
    dialogues.some(({ state }) => state === 'incomplete' || state === 'missed') ||
    offers.some(({ allowed }) => !allowed)
  return {
    state: lacking ? 'lacking' : 'as_agreed',
    dialogues,
    voluntary: offers,
    lines: [
      ...dialogues.map(one => explain(dialogueRule, one.due, inputsOf(one), says(one))),
      ...voluntary.map((one, index) =>
        explain(
          voluntaryRule,
          one.offeredOn,
          { id: one.id, asRequirement: one.asRequirement },
          offerSays(one, offers[index]),
        ),
      ),
    ],
  }
}

function judgeOne(clause: DialogueClause, due: Day, one: HeldDialogue | undefined, today: Day): DialogueDay {
  if (one === undefined || one.on > today) return { due, state: today > due ? 'missed' : 'ahead', lacks: [] }
  const latestMinutes = addDays(one.on, clause.minutesWithinDays)
  const lacks = [
    ...clause.participants.filter(({ id }) => !one.participants.includes(id)).map(({ id }) => id),
    ...clause.agenda.filter(({ id }) => !one.agenda.includes(id)).map(({ id }) => id),
    ...((one.minutesOn === undefined || one.minutesOn > latestMinutes) && today > latestMinutes ? ['minutes'] : []),
  ]
  const state = lacks.length > 0 ? 'incomplete' : one.on > due ? 'held_late' : 'held'
  return { due, heldOn: one.on, state, lacks }
}

function inputsOf({ due, heldOn, lacks }: DialogueDay): ExplanationLine['inputs'] {
  return {
    due,
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(lacks.length === 0 ? {} : { lacks: lacks.join(', ') }),
  }
}

function says({ due, heldOn, state, lacks }: DialogueDay): Wording {
  switch (state) {
    case 'held':
      return {
        sv: `Dialogen som skulle hållas senast ${due} hölls ${heldOn}.`,
        en: `The dialogue due by ${due} was held on ${heldOn}.`,
      }
    case 'held_late':
      return {
        sv: `Dialogen skulle hållas senast ${due} men hölls ${heldOn}.`,
        en: `The dialogue was due by ${due} but held on ${heldOn}.`,
      }
    case 'incomplete':
      return {
        sv: `Dialogen ${heldOn} saknar: ${lacks.join(', ')}.`,
        en: `The dialogue on ${heldOn} lacks: ${lacks.join(', ')}.`,
      }
    case 'missed':
      return {
        sv: `Dialogen som skulle hållas senast ${due} har inte hållits.`,
        en: `The dialogue due by ${due} has not been held.`,
      }
    case 'ahead':
      return { sv: `Nästa dialog ska hållas senast ${due}.`, en: `The next dialogue is due by ${due}.` }
  }
}

function offerSays({ what }: VoluntaryCommitment, offer: DialogueStanding['voluntary'][number] | undefined): Wording {
  if (offer?.binding) return { sv: `Åtagandet är bindande: ${what.sv}`, en: `The commitment binds: ${what.en}` }
  return offer?.allowed
    ? {
        sv: `Frivilligt åtagande, inte ett bindande krav: ${what.sv}`,
        en: `Voluntary commitment, not a binding requirement: ${what.en}`,
      }
    : {
        sv: `Kan inte bli ett krav nu, för det stod inte i upphandlingsdokumenten: ${what.sv}`,
        en: `Cannot become a requirement now, since the procurement documents did not say so: ${what.en}`,
      }
}
