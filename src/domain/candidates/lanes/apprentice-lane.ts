import { addMonths, type Day, type Entry, entryOn, rulesFrom, sayMonths, yearsBetween } from '#kernel'
import {
  type Answer,
  allOf,
  answerTo,
  anyOf,
  type Change,
  metIf,
  type RuleAnswer,
  type RuleState,
  stateOf,
} from '../rule-answer.ts'

/** What is known of an apprentice. Foreign-born is a criterion of the city's own target group, never of an order or a score (GEN-4). */
export type ApprenticeFacts = {
  readonly birth?: Day
  readonly foreignBorn: Answer
  readonly validatedCompetence: Answer
  readonly unemployed: Answer
  readonly complementaryAssistance: Answer
  /** Whether the basic training must be complemented for this work. */
  readonly needsComplement: Answer
}

export type ApprenticeJob = {
  readonly starts: Day
  /** Whether the case has time for preparation in the ordinary process; if not, apprentices come first. */
  readonly timeForPreparation: Answer
}

export type ApprenticeLane = {
  readonly mayEnter: RuleState
  /** Special: unemployed apprentices of 18–25 and foreign-born with complementary social assistance. First: the case has no time to prepare others. */
  readonly priority: 'special' | 'first' | 'ordinary' | 'unknown'
  readonly rules: readonly RuleAnswer[]
}

const since = '2026-01-01'
const seed = 'Målgruppsprocessen, arbetsordning och rutiner för lärlingskonceptet'
const rule = rulesFrom('candidates.apprentice', seed, since)

const group = rule(
  'group',
  { sv: 'Lärlingens grupp', en: "The apprentice's group" },
  {
    sv: '18–25 år, eller vuxen och utrikes född, eller vuxen med validerad kompetens',
    en: '18–25 years, or adult and foreign-born, or adult with validated competence',
  },
)
const out = rule(
  'unemployed',
  { sv: 'Arbetslös', en: 'Unemployed' },
  { sv: 'lärlingen är arbetslös', en: 'the apprentice is unemployed' },
)
const inTime = rule(
  'complement_in_time',
  { sv: 'Tid för komplettering', en: 'Time for complementary training' },
  {
    sv: 'det finns tid att komplettera utbildningen före start, om det behövs',
    en: 'there is time to complement the training before the start, if needed',
  },
)
const first = rule(
  'priority',
  { sv: 'Prioritet', en: 'Priority' },
  {
    sv: 'särskild prioritet för den som är 18–25 år eller utrikes född och har kompletterande försörjningsstöd; lärlingar går före där tiden inte räcker att rusta andra',
    en: 'special priority for those of 18–25 or foreign-born with complementary social assistance; apprentices come first where there is no time to prepare others',
  },
)

export const complementMonths: Entry<{ readonly least: number; readonly most: number }> = {
  id: 'candidates.apprentice.complement_months',
  kind: 'parameter',
  name: { sv: 'Kompletterande utbildning', en: 'Complementary training' },
  versions: [{ value: { least: 4, most: 5 }, validFrom: since, source: `${seed}, punkt c`, confidence: 'source' }],
  shown: ({ least, most }) => ({ sv: `${least}–${sayMonths(most).sv}`, en: `${least}–${sayMonths(most).en}` }),
}

export const apprenticeRules: readonly Entry<unknown>[] = [group, out, inTime, first, complementMonths]

/** The construction office's lane (TGT-13): who may enter it for a job, with which priority, and what would change the answer. */
export function apprenticeLane(facts: ApprenticeFacts, job: ApprenticeJob, today: Day): ApprenticeLane {
  const rules = [inGroup(facts, job.starts), isOut(facts, job.starts), hasTime(facts, job.starts, today)]
  return {
    mayEnter: allOf(rules.map(({ state }) => state)),
    priority: priorityOf(facts, job),
    rules: [...rules, priorityAnswer(facts, job)],
  }
}

function askBy(starts: Day): Change {
  return { by: starts, says: { sv: `Fråga senast ${starts}.`, en: `Ask by ${starts}.` } }
}

function ageOn({ birth }: ApprenticeFacts, day: Day): number | undefined {
  return birth === undefined ? undefined : yearsBetween(birth, day)
}

/** 18–25: from the eighteenth birthday to the day before the twenty-sixth. */
function isYoung(facts: ApprenticeFacts, day: Day): RuleState {
  const age = ageOn(facts, day)
  return age === undefined ? 'unknown' : metIf(age >= 18 && age <= 25)
}

function inGroup(facts: ApprenticeFacts, starts: Day): RuleAnswer {
  const age = ageOn(facts, starts)
  const adult: RuleState = age === undefined ? 'unknown' : metIf(age >= 18)
  const other = anyOf([stateOf(facts.foreignBorn), stateOf(facts.validatedCompetence)])
  const state = anyOf([isYoung(facts, starts), allOf([adult, other])])
  const says = {
    met: { sv: 'Hör till en grupp som lärlingsspåret är för.', en: 'Belongs to a group that the lane is for.' },
    not_met: {
      sv: 'Hör inte till någon grupp som lärlingsspåret är för.',
      en: 'Belongs to no group that the lane is for.',
    },
    unknown: {
      sv: 'Vi vet inte om personen hör till en grupp som lärlingsspåret är för.',
      en: 'We do not know whether the person belongs to a group that the lane is for.',
    },
  }[state]
  const inputs = { validatedCompetence: facts.validatedCompetence, ...(age === undefined ? {} : { age }) }
  if (state === 'unknown') return answerTo(group, starts, state, inputs, says, askBy(starts))
  if (state === 'met' || facts.birth === undefined) return answerTo(group, starts, state, inputs, says)
  const grown = addMonths(facts.birth, 18 * 12)
  return answerTo(
    group,
    starts,
    state,
    inputs,
    says,
    grown > starts
      ? {
          by: grown,
          says: { sv: `En start ${grown} eller senare räcker.`, en: `A start on ${grown} or later is enough.` },
        }
      : {
          by: starts,
          says: { sv: `Validera kompetensen senast ${starts}.`, en: `Validate the competence by ${starts}.` },
        },
  )
}

function isOut({ unemployed }: ApprenticeFacts, starts: Day): RuleAnswer {
  const says = {
    yes: { sv: 'Är arbetslös.', en: 'Is unemployed.' },
    no: { sv: 'Är inte arbetslös.', en: 'Is not unemployed.' },
    unknown: { sv: 'Vi vet inte om personen är arbetslös.', en: 'We do not know whether the person is unemployed.' },
  }[unemployed]
  return answerTo(
    out,
    starts,
    stateOf(unemployed),
    { unemployed },
    says,
    unemployed === 'unknown' ? askBy(starts) : undefined,
  )
}

/** Four months may be enough, five are: between the two nobody can say. */
function hasTime({ needsComplement }: ApprenticeFacts, starts: Day, today: Day): RuleAnswer {
  const months = entryOn(complementMonths, starts)?.value
  if (needsComplement === 'no')
    return answerTo(inTime, starts, 'met', {}, { sv: 'Ingen komplettering behövs.', en: 'No complement is needed.' })
  if (needsComplement === 'unknown' || months === undefined)
    return answerTo(
      inTime,
      starts,
      'unknown',
      {},
      {
        sv: 'Vi vet inte om utbildningen behöver kompletteras.',
        en: 'We do not know whether the training needs a complement.',
      },
      { by: starts, says: { sv: 'Fråga Arbetsförmedlingen Bygg.', en: 'Ask Arbetsförmedlingen Bygg.' } },
    )
  const [may, surely] = [addMonths(today, months.least), addMonths(today, months.most)]
  const inputs = { today, starts, leastMonths: months.least, mostMonths: months.most }
  const says = {
    sv: `Kompletteringen tar ${months.least}–${sayMonths(months.most).sv}: klar ${may}–${surely}.`,
    en: `The complement takes ${months.least}–${sayMonths(months.most).en}: done ${may}–${surely}.`,
  }
  const move = { by: surely, says: { sv: `Flytta starten till ${surely}.`, en: `Move the start to ${surely}.` } }
  if (surely <= starts) return answerTo(inTime, starts, 'met', inputs, says)
  return answerTo(inTime, starts, may <= starts ? 'unknown' : 'not_met', inputs, says, move)
}

function priorityOf(facts: ApprenticeFacts, { starts, timeForPreparation }: ApprenticeJob): ApprenticeLane['priority'] {
  const special = allOf([
    stateOf(facts.unemployed),
    stateOf(facts.complementaryAssistance),
    anyOf([isYoung(facts, starts), stateOf(facts.foreignBorn)]),
  ])
  if (special === 'met') return 'special'
  if (timeForPreparation === 'no') return 'first'
  return special === 'unknown' || timeForPreparation === 'unknown' ? 'unknown' : 'ordinary'
}

function priorityAnswer(facts: ApprenticeFacts, job: ApprenticeJob): RuleAnswer {
  const priority = priorityOf(facts, job)
  const says = {
    special: { sv: 'Särskild prioritet.', en: 'Special priority.' },
    first: {
      sv: 'Lärlingar går före, för tiden räcker inte att rusta andra.',
      en: 'Apprentices come first, since there is no time to prepare others.',
    },
    ordinary: { sv: 'Ingen särskild prioritet.', en: 'No special priority.' },
    unknown: { sv: 'Vi vet inte vilken prioritet.', en: 'We do not know which priority.' },
  }[priority]
  const state = priority === 'unknown' ? 'unknown' : priority === 'ordinary' ? 'not_met' : 'met'
  return answerTo(first, job.starts, state, { priority }, says, state === 'unknown' ? askBy(job.starts) : undefined)
}
