import { type CaseFacts, type GoverningRule, type Judgement, judgeCase } from '#domain/strategy'
import { addDays, addMonths, type Day, type ExplanationLine, explain, type TurnedOn } from '#kernel'
import { type Gate, gateQuestions, gates, type ScreeningQuestion, screening, screeningQuestions } from './questions.ts'

type Answer = 'yes' | 'no' | 'unknown'

export type TriageCase = {
  readonly gates: Readonly<Record<Gate, Answer>>
  /** Answers to what the facts cannot tell; S1, S2 and S5 are read from the facts where they are known. */
  readonly screening: Readonly<Partial<Record<ScreeningQuestion, Answer>>>
  readonly facts: CaseFacts
}

export type Triage = {
  /** What to do with the case: see `adviceOf` for the order in which these are weighed. */
  readonly advice: 'exempt' | 'prepare_first' | 'ask_first' | 'special_care' | 'consider' | 'no_rule'
  readonly ruling: Pick<Judgement, 'outcome' | 'rules' | 'missing'>
  readonly gates: Readonly<Record<Gate, Answer>>
  readonly screening: Readonly<Record<ScreeningQuestion, Answer>>
  readonly speaksFor: readonly ScreeningQuestion[]
  readonly speaksAgainst: readonly ScreeningQuestion[]
  readonly lines: readonly ExplanationLine[]
}

/**
 * Triage of one case (PRC-5, STR-3): the four gates, the screening and the governing rules in force on the day. It advises;
 * the decision is a person's, with the decision basis.
 */
export function triage(
  { gates: answers, screening: answered, facts }: TriageCase,
  policy: readonly GoverningRule[],
  day: Day,
  turnedOn?: TurnedOn,
): Triage {
  const { lines: ruleLines, ...ruling } = judgeCase(facts, policy, day, turnedOn)
  const screened = screenFacts(facts, answered)
  const weighing = screeningQuestions.filter(id => screening[id].weighs)
  return {
    advice: adviceOf(ruling.outcome, Object.values(answers)),
    ruling,
    gates: answers,
    screening: screened,
    speaksFor: weighing.filter(id => screened[id] === 'yes'),
    speaksAgainst: weighing.filter(id => screened[id] === 'no'),
    lines: [
      ...gates.map(id => gateLine(id, answers[id], day)),
      ...ruleLines,
      ...screeningQuestions.map(id => screenLine(id, screened[id], day)),
    ],
  }
}

/** An exempt case needs no preparation; what is missing is asked for before anybody weighs the case. */
function adviceOf(outcome: Judgement['outcome'], answers: readonly Answer[]): Triage['advice'] {
  if (outcome === 'exempt') return 'exempt'
  if (answers.includes('no')) return 'prepare_first'
  if (outcome === 'unknown' || answers.includes('unknown')) return 'ask_first'
  return outcome
}

/** Every screening question: by the facts where they tell, else as answered, else unknown. */
function screenFacts(facts: CaseFacts, answered: TriageCase['screening']): Record<ScreeningQuestion, Answer> {
  const { procedure, performance, fullTimeJobs } = facts
  const told: Partial<Record<ScreeningQuestion, Answer>> = {
    ...(procedure && { S1: yesIf(procedure === 'framework_agreement') }),
    ...(performance && { S2: yesIf(addDays(performance.lastDay, 1) > addMonths(performance.firstDay, 12)) }),
    ...(fullTimeJobs !== undefined && { S5: yesIf(fullTimeJobs > 1) }),
  }
  const answer = (id: ScreeningQuestion): Answer => told[id] ?? answered[id] ?? 'unknown'
  return {
    S1: answer('S1'),
    S2: answer('S2'),
    S3: answer('S3'),
    S4: answer('S4'),
    S5: answer('S5'),
    S6: answer('S6'),
    S7: answer('S7'),
    S8: answer('S8'),
  }
}

function gateLine(id: Gate, answer: Answer, day: Day): ExplanationLine {
  const { entry, asks, ifNo } = gateQuestions[id]
  const then = {
    yes: { sv: 'Ja.', en: 'Yes.' },
    no: { sv: `Nej. ${ifNo.sv}`, en: `No. ${ifNo.en}` },
    unknown: { sv: 'Inte besvarad än.', en: 'Not answered yet.' },
  }[answer]
  return explain(entry, day, { answer }, { sv: `${asks.sv} ${then.sv}`, en: `${asks.en} ${then.en}` })
}

function screenLine(id: ScreeningQuestion, answer: Answer, day: Day): ExplanationLine {
  const { entry, asks, ifYes, ifNo } = screening[id]
  const then = {
    yes: { sv: `Ja. ${ifYes.sv}`, en: `Yes. ${ifYes.en}` },
    no: { sv: `Nej. ${ifNo.sv}`, en: `No. ${ifNo.en}` },
    unknown: { sv: 'Inte besvarad än.', en: 'Not answered yet.' },
  }[answer]
  return explain(entry, day, { answer }, { sv: `${asks.sv} ${then.sv}`, en: `${asks.en} ${then.en}` })
}

function yesIf(is: boolean): Answer {
  return is ? 'yes' : 'no'
}
