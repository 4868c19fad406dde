import { type Day, type Entry, type ExplanationLine, entryOn, explain, type Wording } from '#kernel'
import { type DecisionParty, type DecisionTemplate, decisionTemplate } from './decision-template.ts'

export const decisionOutcomes = [
  'employment_or_placement',
  'dialogue',
  'employment_and_dialogue',
  'bonus_as_complement',
  'reserved_procurement',
  'no_requirement',
  'adjourned',
] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export type DecisionBasis = {
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly decision?: { readonly outcome: DecisionOutcome; readonly reasons: string }
}

export type DecisionReadiness = {
  readonly edition: string
  readonly ready: boolean
  /** Questions that each party has still to answer, level 1 first. */
  readonly open: Readonly<Record<DecisionParty, readonly string[]>>
  readonly levelOneLeft: number
  readonly unknownQuestions: readonly string[]
  readonly decision: 'none' | 'recorded' | 'too_early' | 'reasons_missing'
  readonly lines: readonly ExplanationLine[]
}

/**
 * What is left before a decision, and who has it (PRC-5). Ready when every question of level 1 is answered. A decision is
 * recorded with its reasons either way: a no is as well documented as a yes. To adjourn needs no complete basis.
 */
export function routeDecision(
  basis: DecisionBasis,
  day: Day,
  entry: Entry<DecisionTemplate> = decisionTemplate,
): DecisionReadiness | undefined {
  const template = entryOn(entry, day)?.value
  if (template === undefined) return undefined
  const { edition, questions } = template
  const answered = new Set(basis.answers.filter(({ answer }) => answer.trim() !== '').map(({ question }) => question))
  const left = questions.filter(({ id }) => !answered.has(id)).toSorted((a, b) => a.level - b.level)
  const levelOneLeft = left.filter(({ level }) => level === 1).length
  const of = (party: DecisionParty): string[] => left.filter(({ askedOf }) => askedOf === party).map(({ id }) => id)
  const known = new Set(questions.map(({ id }) => id))
  const decision = decisionState(basis.decision, levelOneLeft)
  return {
    edition,
    ready: levelOneLeft === 0,
    open: {
      procurer: of('procurer'),
      matching_officer: of('matching_officer'),
      decision_maker: of('decision_maker'),
    },
    levelOneLeft,
    unknownQuestions: basis.answers.map(({ question }) => question).filter(id => !known.has(id)),
    decision,
    lines: [
      ...left.map(({ id, level, askedOf, asks }) => {
        const who = parties[askedOf]
        return explain(
          entry,
          day,
          { question: id, level, askedOf },
          {
            sv: `${who.sv} har kvar (nivå ${level}): ${asks.sv}`,
            en: `Left for ${who.en} (level ${level}): ${asks.en}`,
          },
        )
      }),
      explain(entry, day, { edition, levelOneLeft, decision }, decisionSays[decision]),
    ],
  }
}

function decisionState(decision: DecisionBasis['decision'], levelOneLeft: number): DecisionReadiness['decision'] {
  if (decision === undefined) return 'none'
  if (decision.reasons.trim() === '') return 'reasons_missing'
  return levelOneLeft > 0 && decision.outcome !== 'adjourned' ? 'too_early' : 'recorded'
}

const parties: Readonly<Record<DecisionParty, Wording>> = {
  procurer: { sv: 'Upphandlaren', en: 'the procurer' },
  matching_officer: { sv: 'Den matchningsansvariga', en: 'the matching officer' },
  decision_maker: { sv: 'Beslutsfattaren', en: 'the decision maker' },
}

const decisionSays: Readonly<Record<DecisionReadiness['decision'], Wording>> = {
  none: { sv: 'Inget beslut är fattat.', en: 'No decision has been made.' },
  recorded: { sv: 'Beslutet är fattat, med skäl.', en: 'The decision has been made, with reasons.' },
  too_early: {
    sv: 'Beslutet är för tidigt: frågor på den första nivån är inte besvarade.',
    en: 'The decision is too early: questions of the first level are not answered.',
  },
  reasons_missing: {
    sv: 'Beslutet saknar skäl. Även ett nej ska ha skäl.',
    en: 'The decision lacks reasons. A no must have reasons too.',
  },
}
