import type { EmploymentForm, Requirement, Side, Step, TurnCode } from '#domain/procurement'
import { type Day, daysBetween } from '#kernel'
import { defineTexts, formatDay, type Language, relativeDays } from '#shell'

/** The words of a case that every page here uses: steps, whose turn, forms of employment. */
export const words = defineTexts({
  sv: {
    plan: 'Planera',
    map: 'Kartlägga',
    analyse: 'Analysera',
    procure: 'Upphandla',
    implement: 'Implementera',
    manage: 'Förvalta',
    steps: 'Upphandlingens sex steg',
    stepDone: 'klart',
    stepNow: 'pågår',
    stepLate: 'försenat',
    stepTodo: 'inte påbörjat',
    stepLocked: 'kan inte börja än',
    open: 'Pågår',
    closed: 'Avslutad',
    cancelled: 'Inte aktuell',
    late: 'Försenad',
    yourTurn: 'Din tur',
    waitsForProcurer: 'Väntar på upphandlaren',
    waitsForTeam: 'Väntar på teamet',
    waitsForMatching: 'Väntar på matchningen',
    waitsForSupplier: 'Väntar på leverantören (arbetsgivaren)',
    waitsForNobody: 'Ingen väntas på',
    team: 'Teamet',
    matchingUnnamed: 'Matchningen',
    supplierUnnamed: 'Leverantören (arbetsgivaren)',
    submit_need: 'lämna in behovet till teamet',
    name_matching: 'välja vem som matchar',
    adopt_profile: 'anta kompetensprofilen',
    decide_requirement: 'besluta om krav på anställning',
    choose_clause: 'skriva villkoret',
    lock_clause: 'låsa villkoret',
    complete_step: 'slutföra steget',
    award: 'tilldela kontraktet',
    apportion: 'fördela platserna',
    propose_people: 'presentera personer för platserna',
    answer_candidates: 'svara om kandidaterna',
    start_employment: 'låta den första börja',
    report: 'skicka rapporten',
    approve_report: 'granska rapporten',
    keep_commitment: 'fortsätta enligt åtagandet',
    close: 'avsluta upphandlingen',
    permanent: 'Tillsvidareanställning',
    fixed_term: 'Tidsbegränsad anställning',
    trial: 'Provanställning',
    apprenticeship: 'Lärlingsanställning',
    supervised_placement: 'Handledd praktikplats',
    places: (f: { n: number }) => (f.n === 1 ? '1 plats' : `${f.n} platser`),
    months: (f: { n: number }) => (f.n === 1 ? '1 månad' : `${f.n} månader`),
    weeks: (f: { n: number }) => (f.n === 1 ? '1 vecka' : `${f.n} veckor`),
    undecided: 'Inte beslutat',
    employment: 'Krav på anställning',
    dialogue: 'Krav på dialog',
    none: 'Inget krav',
    by: 'senast {day}, {left}',
    byFar: 'senast {day}',
    crumbs: 'Var du är',
    procurements: 'Upphandlingar',
    choose: 'Välj …',
    optional: '(frivilligt)',
    wholeCity: 'Hela staden',
    previous: 'Föregående',
    next: 'Nästa',
    pages: 'Sidor',
  },
  en: {
    plan: 'Plan',
    map: 'Map',
    analyse: 'Analyse',
    procure: 'Procure',
    implement: 'Implement',
    manage: 'Manage',
    steps: 'The six steps of the procurement',
    stepDone: 'done',
    stepNow: 'under way',
    stepLate: 'late',
    stepTodo: 'not begun',
    stepLocked: 'cannot begin yet',
    open: 'Under way',
    closed: 'Closed',
    cancelled: 'Not applicable',
    late: 'Late',
    yourTurn: 'Your turn',
    waitsForProcurer: 'Waiting for the procurer',
    waitsForTeam: 'Waiting for the team',
    waitsForMatching: 'Waiting for the matching unit',
    waitsForSupplier: 'Waiting for the supplier (employer)',
    waitsForNobody: 'Nobody is waited for',
    team: 'The team',
    matchingUnnamed: 'The matching unit',
    supplierUnnamed: 'The supplier (employer)',
    submit_need: 'hand in the need to the team',
    name_matching: 'choose who matches',
    adopt_profile: 'adopt the competence profile',
    decide_requirement: 'decide on a requirement to employ',
    choose_clause: 'write the clause',
    lock_clause: 'lock the clause',
    complete_step: 'complete the step',
    award: 'award the contract',
    apportion: 'apportion the places',
    propose_people: 'present people for the places',
    answer_candidates: 'answer about the candidates',
    start_employment: 'let the first one begin',
    report: 'send the report',
    approve_report: 'review the report',
    keep_commitment: 'go on as promised',
    close: 'close the procurement',
    permanent: 'Permanent employment',
    fixed_term: 'Fixed-term employment',
    trial: 'Trial employment',
    apprenticeship: 'Apprenticeship',
    supervised_placement: 'Supervised placement',
    places: (f: { n: number }) => (f.n === 1 ? '1 place' : `${f.n} places`),
    months: (f: { n: number }) => (f.n === 1 ? '1 month' : `${f.n} months`),
    weeks: (f: { n: number }) => (f.n === 1 ? '1 week' : `${f.n} weeks`),
    undecided: 'Not decided',
    employment: 'Requirement to employ',
    dialogue: 'Requirement of dialogue',
    none: 'No requirement',
    by: 'by {day}, {left}',
    byFar: 'by {day}',
    crumbs: 'Where you are',
    procurements: 'Procurements',
    choose: 'Choose …',
    optional: '(optional)',
    wholeCity: 'The whole city',
    previous: 'Previous',
    next: 'Next',
    pages: 'Pages',
  },
})

/** Keys that are also codes of the domain: the compiler says when one lacks a word. */
type Coded = Step | EmploymentForm | Requirement | Exclude<TurnCode, 'closed' | 'cancelled'>

export function wordFor(code: Coded, language: Language): string {
  return words(language)(code)
}

const waits = {
  procurer: 'waitsForProcurer',
  team: 'waitsForTeam',
  matching: 'waitsForMatching',
  supplier: 'waitsForSupplier',
  nobody: 'waitsForNobody',
} as const satisfies Record<Side, string>

export function waitsFor(side: Side, language: Language): string {
  return words(language)(waits[side])
}

/** Beyond a quarter of a year, a number of days says less than the day itself. */
export const soon = 92

/** `senast 6 mars, 4 dagar kvar` */
export function dueBy(day: Day, today: Day, language: Language): string {
  if (daysBetween(today, day) > soon) return words(language)('byFar', { day: formatDay(day, language, today) })
  return words(language)('by', { day: formatDay(day, language, today), left: relativeDays(day, today, language) })
}

/** `2–16 mars`, `28 februari – 3 mars`, `9 april 2026 – 8 april 2029`: as one says a span, with both years when they differ. */
export function span(from: Day, to: Day, today: Day, language: Language): string {
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDay(from, language)} – ${formatDay(to, language)}`
  const last = formatDay(to, language, today)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${last}`
  return `${formatDay(from, language, from)} – ${last}`
}
