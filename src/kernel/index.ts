export { type AccessRule, type AccessTable, holdsRole } from './access.ts'
export { type Actor, type Role, roles, type StaffRole, staffRoles } from './actor.ts'
export {
  type Calculated,
  type Calculation,
  type ExplanationLine,
  explain,
  type InputFault,
  type NotCalculated,
} from './calculation.ts'
export {
  addDays,
  addMonths,
  addWeeks,
  type Day,
  dayOf,
  daysBetween,
  isDay,
  isoWeek,
  monthsOf,
  parseDay,
  weekday,
  yearsBetween,
} from './day.ts'
export { type Id, isId, newId } from './id.ts'
export { aDay, anAnswer, aWording, pointerTo, readInput } from './input.ts'
export { formatKronor, type Ore, ore, portion, share as shareOre } from './money.ts'
export { type Accepted, accept, type Outcome, type Refused, refuse } from './outcome.ts'
export { contains, intersect, lastDay, overlaps, type Period, period } from './period.ts'
export {
  type Confidence,
  type Dated,
  type Entry,
  entryOn,
  inForceOn,
  type RegisteredRule,
  registerOf,
  ruleEntry,
  rulesFrom,
  type TurnedOn,
  valuesOn,
  type Wording,
} from './rule.ts'
export { sayCount, sayDays, sayKronor, sayMonths, sayNumber } from './say.ts'
export { addWorkdays, holidaysOf, isWorkday, nextWorkday } from './workday.ts'
