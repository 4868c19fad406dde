export { type App, appContext, appOf, type Settings, todayOf } from './context.ts'
export { answer, type Fault, type Returned, readFields, readForm, type Submission, type Values } from './form.ts'
export { FormFaults, type RefusalSentences, refusalText } from './form-faults.tsx'
export { FormKey } from './form-key.tsx'
export {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatMonth,
  formatNumber,
  formatPercent,
  formatSigned,
  formatTime,
  languageName,
  listed,
  relativeDays,
} from './format.ts'
export type { Handle } from './handle.ts'
export { History, toldEvent } from './history.tsx'
export { directionOf, isLanguage, type Language, languageNames, languages } from './language.ts'
export { languageOf, look, notFound, orNotFound, type Visit, visit } from './page.ts'
export { shellTexts } from './shell-texts.ts'
export { defineTexts, type Texts } from './texts.ts'
