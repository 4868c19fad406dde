import { type ExplanationLine, explain, type Wording } from '#kernel'
import type { LotOutcome } from './evaluate.ts'
import { explainCourse } from './explain-course.ts'
import { explainTender } from './explain-tender.ts'
import { both } from './reading.ts'
import { rules } from './register.ts'
import type { ExemptionCondition } from './rules/exempt.ts'
import { bidder, regionName } from './say-names.ts'
import type { Known, Lot, Procurement } from './tendering.ts'

export const tenderLeavesOut: readonly Wording[] = [
  {
    sv: 'Om ett anbud är onormalt lågt prövas inte (LOU 16 kap. 7 §).',
    en: 'Whether a tender is abnormally low is not examined (LOU 16:7).',
  },
  {
    sv: 'Hur väl en motivering stöder sina poäng är bedömarnas sak.',
    en: 'How well a reason supports its points is for the assessors.',
  },
]

export function summarise(lots: readonly LotOutcome[], procurement: Procurement): Wording {
  return both(language => lots.map(lot => oneLot(lot, procurement, language)).join(' '))
}

function oneLot(
  { region, procured, awarded, open }: LotOutcome,
  procurement: Procurement,
  language: keyof Wording,
): string {
  const place = regionName(region)
  const who = awarded.map(id => bidder(procurement, id)).join(', ')
  const waits = open.map(one => opened[one][language]).join(' ')
  const sentence = {
    sv: !procured ? `${place}: undantas.` : who === '' ? `${place}: inget anbud får avtal.` : `${place}: ${who}.`,
    en: !procured ? `${place}: exempt.` : who === '' ? `${place}: no tender gets a contract.` : `${place}: ${who}.`,
  }[language]
  return waits === '' ? sentence : `${sentence} ${waits}`
}

const opened: Readonly<Record<LotOutcome['open'][number], Wording>> = {
  to_complete: {
    sv: 'Ordningen kan ändras när oklara anbud har förtydligats.',
    en: 'The order may change when unclear tenders have been clarified.',
  },
  to_draw: { sv: 'Lotten måste dras.', en: 'The lot must be drawn.' },
  too_few: { sv: 'Anbuden räcker inte till alla avtal.', en: 'There are fewer tenders than contracts.' },
}

/** One lot, line by line: why it is procured or not, each tender, and the course of the call-offs. */
export function explainLot(lot: LotOutcome, procurement: Procurement): ExplanationLine[] {
  const { on } = procurement
  const { exemption, course } = lot
  const asked = procurement.lots.find(({ region }) => region === lot.region)
  return [
    ...(exemption
      ? [explain(rules.exemption, on, { region: lot.region, ...exemption.conditions }, sayExemption(asked, exemption))]
      : []),
    ...lot.tenders.flatMap(one => explainTender(one, lot, procurement)),
    ...(course && 'given' in course ? explainCourse(course, asked?.course ?? [], procurement) : []),
  ]
}

function sayExemption(
  lot: Lot | undefined,
  { answer, conditions, partly }: NonNullable<LotOutcome['exemption']>,
): Wording {
  const region = regionName(lot?.region ?? '')
  const some = lot?.exemption?.municipalities?.join(', ')
  const where = some === undefined ? region : `${region} (${some})`
  return both(language => {
    const rest = { sv: ' Resten av regionen upphandlas.', en: ' The rest of the region is procured.' }[language]
    const met = Object.entries(conditionNames).map(
      ([one, name]) => `${name[language]}: ${answers[conditions[one as ExemptionCondition]][language]}`,
    )
    const because = { sv: 'Villkor', en: 'Conditions' }[language]
    return `${where} ${exempted[answer][language]}${partly && answer === 'yes' ? rest : ''} ${because} – ${met.join('; ')}.`
  })
}

const exempted: Readonly<Record<Known, Wording>> = {
  yes: { sv: 'undantas från upphandling.', en: 'is exempt from procurement.' },
  no: { sv: 'undantas inte.', en: 'is not exempt.' },
  unknown: { sv: 'kan inte undantas ännu.', en: 'cannot be exempt yet.' },
}

const conditionNames: Readonly<Record<ExemptionCondition, Wording>> = {
  asked_for: { sv: 'kommunerna har begärt det', en: 'the municipalities have asked for it' },
  consulted: { sv: 'samråd med Arbetsförmedlingen', en: 'the employment service was consulted' },
  structured: { sv: 'lokal överenskommelse som gäller', en: 'a local agreement in force' },
  tracks: { sv: 'tillräckligt många jobbspår', en: 'enough job tracks' },
  hired: { sv: 'tillräckligt stor andel fick arbete', en: 'a large enough share was hired' },
}

const answers: Readonly<Record<Known, Wording>> = {
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  unknown: { sv: 'vet ej', en: 'not known' },
}
