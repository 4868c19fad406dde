import { type Entry, type RegisteredRule, registerOf, sayMonths, type Wording } from '#kernel'
import { bonusRule, fourEyesRule } from './bonus.ts'
import { notSubstantialRule, reviewClauseRule, smallValueRule } from './change-after-award.ts'
import { sayAll, sayEvery, sayPart } from './clause-words.ts'
import { dialogueRule, voluntaryRule } from './dialogue.ts'
import { countedRule, earlyEndRule, firstStartRule, monthsRule } from './employment-explained.ts'
import { type ClauseDefault, clauseDefaults } from './employment-parameters.ts'
import { deadlineRule, reportingRule } from './reporting.ts'
import { sanctionRule } from './sanctions.ts'
import { volumeRule } from './volume.ts'

const entries: readonly Entry<unknown>[] = [
  countedRule,
  monthsRule,
  earlyEndRule,
  firstStartRule,
  volumeRule,
  dialogueRule,
  voluntaryRule,
  bonusRule,
  fourEyesRule,
  sanctionRule,
  reportingRule,
  deadlineRule,
  reviewClauseRule,
  smallValueRule,
  notSubstantialRule,
]

function rowOf(one: ClauseDefault): RegisteredRule {
  const { parameter, value, ...dated } = one
  const [name, shown] = shownDefault(one)
  return {
    id: `procurement.clause.default.${parameter}`,
    kind: 'parameter',
    name,
    shown,
    ...dated,
    active: dated.confidence !== 'unverified',
  }
}

const yes = { sv: 'ja', en: 'yes' }
const no = { sv: 'nej', en: 'no' }

function shownDefault(one: ClauseDefault): readonly [name: Wording, shown: Wording] {
  switch (one.parameter) {
    case 'firstStartWithinMonths':
      return [{ sv: 'Den första ska börja inom', en: 'The first is to begin within' }, sayMonths(one.value)]
    case 'earlyEndThreshold':
      return [
        { sv: 'Den del som räcker efter ett förtida slut', en: 'The part that is enough after an early end' },
        sayPart(one.value),
      ]
    case 'allowedEarlyEndReasons':
      return [
        { sv: 'Godtagna skäl för förtida slut', en: 'Accepted reasons for an early end' },
        sayAll(one.value.map(reason => reasons[reason])),
      ]
    case 'countsExistingStaff':
      return [{ sv: 'Den som redan arbetar där räknas', en: 'Existing staff count' }, one.value ? yes : no]
    case 'linkedToContractWork':
      return [
        { sv: 'Arbetet ska höra till kontraktet', en: 'The work must belong to the contract' },
        one.value ? yes : no,
      ]
    case 'reportingIntervalMonths':
      return [{ sv: 'Rapport', en: 'Report' }, sayEvery(one.value)]
    default:
      return [
        { sv: one.parameter, en: one.parameter },
        { sv: JSON.stringify(one.value), en: JSON.stringify(one.value) },
      ]
  }
}

const reasons = {
  employee_resigned: { sv: 'egen uppsägning', en: 'resignation' },
  dismissed_personal_reasons: { sv: 'uppsägning av personliga skäl', en: 'dismissal for personal reasons' },
  summarily_dismissed: { sv: 'avsked', en: 'summary dismissal' },
  shortage_of_work: { sv: 'arbetsbrist', en: 'shortage of work' },
  other: { sv: 'annat skäl', en: 'another reason' },
} as const

/** Every rule and default of the clauses, for the register. */
export const clauseRegister: readonly RegisteredRule[] = [...registerOf(entries), ...clauseDefaults.map(rowOf)]
