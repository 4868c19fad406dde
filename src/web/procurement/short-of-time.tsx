import type { ReactElement } from 'react'
import type { CasePage, WayOut } from '#domain/procurement'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { Note, Panel } from '#ui'
import { caseTexts } from './case-texts.ts'
import type { CaseLeadTime } from './lead-time-of.ts'

/** The warning of ux.md §5.3: how long there is, how long it takes, and where the ways out stand. */
export function ShortOfTime(props: { lead: CaseLeadTime; page: CasePage; language: Language }): ReactElement {
  const { lead, page, language } = props
  const t = caseTexts(language)
  const longest = page.preparation.find(part => lead.plan.preparation.criticalParts.includes(part.concept))
  const part = (language === 'en' ? longest?.en : longest?.sv)?.toLowerCase() ?? ''
  const { weeks } = lead.plan.preparation
  return (
    <Note tone="sun" title={t('shortTitle')}>
      {t('shortBody', { weeks: lead.plan.weeksToContractStart, part, need: weeks })}{' '}
      <a href="#hinna">{t('waysLink', { n: lead.plan.waysOut.length })}</a>
    </Note>
  )
}

/** What can be done about it: only ways that are open, from the same calculation as the picture. */
export function WaysOut(props: { lead: CaseLeadTime; today: Day; language: Language }): ReactElement {
  const { lead, today, language } = props
  const t = caseTexts(language)
  return (
    <Panel title={t('waysLink', { n: lead.plan.waysOut.length })} id="hinna" tone="sun">
      <ol className="pr-ways">
        {lead.plan.waysOut.map(way => {
          const [name, hint] = wordsOf(way, today, language)
          return (
            <li key={way.code}>
              <b>{name}</b>
              <span className="pr-under">{hint}</span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

function wordsOf(way: WayOut, today: Day, language: Language): readonly [string, string] {
  const t = caseTexts(language)
  const say = (day: Day): string => formatDay(day, language, today)
  switch (way.code) {
    case 'choose_nearly_ready':
      return [
        t('choose_nearly_ready', { weeks: way.weeksAtMost }),
        t('choose_nearly_readyHint', { weeks: way.weeksAtMost }),
      ]
    case 'start_within_first_start_window':
      return [
        t('start_within_first_start_window'),
        t('start_within_first_start_windowHint', { from: say(way.from), until: say(way.until) }),
      ]
    case 'move_start':
      return [t('move_start'), t('move_startHint', { to: say(way.to) })]
    case 'construction_apprentices':
      return [
        t('construction_apprentices'),
        t('construction_apprenticesHint', { time: way.timeForComplement, months: way.complementMonths }),
      ]
  }
}
