import type { ReactElement } from 'react'
import { clauseText, type EmploymentClause, reportingDays } from '#domain/procurement'
import { addDays, addMonths, type Day } from '#kernel'
import { formatDay, formatNumber, type Language } from '#shell'
import { clauseTexts } from './clause-texts.ts'

/** The clause as the supplier reads it. In Arabic readers' case: Swedish, since this is content of a contract. */
export function ClauseText({ clause, language }: { clause: EmploymentClause; language: Language }): ReactElement {
  const lang = language === 'en' ? 'en' : 'sv'
  return (
    <div className="pr-clause" lang={lang}>
      {clauseText(clause, lang).map(section => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.paragraphs.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  )
}

type Measured = {
  readonly clause: EmploymentClause
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly today: Day
  readonly language: Language
}

/** What follow-up will measure, in words with days: from the same parameters and by the same rules as the arithmetic. */
export function measures({ clause, contractStart, contractEnd, today, language }: Measured): string[] {
  const t = clauseTexts(language)
  const say = (day: Day): string => formatDay(day, language, today)
  const months = (hundredths: number): string => formatNumber(hundredths / 100, language, 2)
  const contract = { from: contractStart, to: addDays(contractEnd, 1) }
  const days = reportingDays({ clause, contract })
  const people = clause.fullTimeMonths / 1200
  const { numerator, denominator } = clause.earlyEndThreshold
  return [
    t('measureMonths', { months: months(clause.fullTimeMonths), from: say(contractStart), to: say(contractEnd) }),
    ...(Number.isInteger(people) && people > 1 && addMonths(contractStart, 12) <= addDays(contractEnd, 1)
      ? [t('measureExample', { months: months(clause.fullTimeMonths), one: people, half: people * 2 })]
      : []),
    t('measureFirst', { day: say(addMonths(contractStart, clause.firstStartWithinMonths)) }),
    ...(clause.allowedEarlyEndReasons.length > 0
      ? [t('measurePart', { months: months(Math.ceil((clause.fullTimeMonths * numerator) / denominator)) })]
      : []),
    t('measureReports', { n: days.length, first: say(days[0] ?? contractEnd), last: say(days.at(-1) ?? contractEnd) }),
    t('measureNoNames'),
  ]
}

export function Measures(props: Measured): ReactElement {
  return (
    <ul className="pr-measures">
      {measures(props).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
