import type { ReactElement } from 'react'
import type { CasePage, LeadTime } from '#domain/procurement'
import { addDays, type Day } from '#kernel'
import { formatDay, formatMonth, type Language, shellTexts } from '#shell'
import { type Lane, type LaneBar, type LaneMilestone, Lanes, type LaneTone } from '#ui'
import { caseTexts } from './case-texts.ts'
import type { CaseLeadTime } from './lead-time-of.ts'
import { span, wordFor, words } from './words.ts'

type Props = { readonly page: CasePage; readonly lead: CaseLeadTime; readonly today: Day; readonly language: Language }
type DomainLane = LeadTime['lanes'][number]
type Bar = DomainLane['bars'][number]
type Mark = DomainLane['milestones'][number]

const tones: Record<DomainLane['lane'], LaneTone> = { procurement: 'pine', supplier: 'sky', target_group: 'sun' }
const laneNames = {
  procurement: 'lane_procurement',
  supplier: 'lane_supplier',
  target_group: 'lane_target_group',
} as const satisfies Record<DomainLane['lane'], string>

/** Do the three processes meet in time? (P2, TGT-14). The preparation is drawn backwards from contract start, and forwards from today. */
export function CaseLanes({ page, lead, today, language }: Props): ReactElement {
  const t = caseTexts(language)
  const shown = lead.from <= today && today <= lead.to
  return (
    <Lanes
      id="banor"
      title={t('lanesTitle')}
      summary={laneSummary({ page, lead, today, language })}
      showTable={shellTexts(language)('showAsTable')}
      from={lead.from}
      to={lead.to}
      {...(shown ? { today: { on: today, label: t('today') } } : {})}
      months={monthNames(language)}
      lanes={lead.plan.lanes.map(lane => drawn(lane, { page, lead, today, language }))}
      words={{
        lane: t('colLane'),
        what: t('colWhat'),
        when: t('colWhen'),
        note: t('colNote'),
        problem: t('tooLate'),
        none: t('nothing'),
      }}
    />
  )
}

function drawn(lane: DomainLane, props: Props): Lane {
  const { lead, today, language } = props
  const inside = (from: Day, to: Day): boolean => to >= lead.from && from <= lead.to
  const bars = lane.bars
    .filter(bar => inside(bar.from, bar.lastDay))
    .map((bar): LaneBar => {
      const common = {
        key: bar.kind,
        from: bar.from,
        to: bar.lastDay,
        when: span(bar.from, bar.lastDay, today, language),
      }
      return { ...common, ...lookOf(bar, props) }
    })
  const marks = lane.milestones
    .filter(mark => inside(mark.on, mark.on))
    // The latest start of the preparation is where its bar begins; without preparation nobody has to become ready.
    .filter(mark => mark.kind !== 'latest_preparation_start' && (lead.preparing || mark.kind !== 'ready'))
    .map((mark): LaneMilestone => {
      const big = mark.kind === 'contract_start' || mark.kind === 'first_start_deadline'
      const when = formatDay(mark.on, language, today)
      return { key: mark.kind, on: mark.on, when, kind: big ? 'diamond' : 'dot', label: markLabel(mark, props) }
    })
  const label = caseTexts(language)(laneNames[lane.lane])
  return { key: lane.lane, label, tone: tones[lane.lane], items: [...bars, ...marks] }
}

/** Solid: done or under way. Outline: planned. Problem: ends after contract start. */
function lookOf(bar: Bar, { page, lead, today, language }: Props): Pick<LaneBar, 'kind' | 'label'> {
  const t = caseTexts(language)
  switch (bar.kind) {
    case 'profiling':
      return { kind: page.progress.profileAdopted ? 'solid' : 'outline', label: t('barProfiling') }
    case 'preparation_needed':
      return { kind: 'outline', label: t('barNeeded', { weeks: lead.plan.preparation.weeks }) }
    case 'preparation_planned':
      return { kind: 'solid', label: t('barPlanned') }
    case 'preparation_too_late':
      return { kind: 'problem', label: t('barLate', { weeks: lead.plan.gapWeeks }) }
    case 'interviews':
    case 'supplier_profile':
      return { kind: 'outline', label: t('barInterviews') }
    default: {
      const step = page.steps.find(one => `step_${one.step}` === bar.kind)
      const label = step ? wordFor(step.step, language).toLowerCase() : ''
      return { kind: step?.doneOn !== undefined || bar.from <= today ? 'solid' : 'outline', label }
    }
  }
}

function markLabel(mark: Mark, { today, language }: Props): string {
  const t = caseTexts(language)
  const day = formatDay(mark.on, language, today)
  switch (mark.kind) {
    case 'announced':
    case 'awarded':
      return t('awarded')
    case 'contract_start':
      return t('contractStart', { day })
    case 'start_up_meeting':
      return t('startUp')
    case 'first_start_deadline':
      return t('firstStart', { day })
    case 'apportioned':
      return t('apportionedOn')
    case 'latest_preparation_start':
    case 'ready':
      return t('ready', { day })
  }
}

/** The answer in one sentence: from the same plan that the picture draws. */
export function laneSummary({ page, lead, today, language }: Props): string {
  const t = caseTexts(language)
  const { plan } = lead
  const say = (day: Day): string => formatDay(day, language, today)
  const suggested = page.requirement === 'none' ? '' : ` ${t('sumSuggested')}`
  if (page.progress.places > 0 && page.progress.filled >= page.progress.places) return t('sumFilled') + suggested
  if (page.progress.started > 0) return t('sumStarted', { n: page.progress.filled, of: page.progress.places })
  if (!lead.preparing) return (page.progress.profileAdopted ? t('sumNothingToLearn') : t('sumNoProfile')) + suggested
  const deadline = plan.lanes.flatMap(lane => lane.milestones).find(mark => mark.kind === 'first_start_deadline')
  const ready = say(plan.preparation.readyOn)
  const until = say(deadline?.on ?? page.contractEnd)
  const sentences = {
    at_contract_start: t('sumMeets', {
      ready,
      start: say(page.contractStart),
      latest: say(plan.preparation.latestStart),
    }),
    within_first_start_window: t('sumWindow', {
      ready,
      gap: words(language)('weeks', { n: plan.gapWeeks }),
      deadline: until,
    }),
    no: t('sumNo', { ready, deadline: until }),
  }
  return sentences[plan.meets] + suggested
}

function monthNames(language: Language): string[] {
  const january: Day = '2026-01-15'
  return Array.from({ length: 12 }, (_, month) =>
    formatMonth(addDays(january, month * 30 + (month > 6 ? 3 : 0)), language).replace(/\s*\d{4}$/, ''),
  )
}
