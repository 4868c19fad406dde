import type { ReactElement } from 'react'
import type { CasePage, Side, Turn } from '#domain/procurement'
import type { Day, Role } from '#kernel'
import type { Language } from '#shell'
import { Tag, type Task, TaskList } from '#ui'
import { caseTexts } from './case-texts.ts'
import { isMyTurn } from './turn-tag.tsx'
import { dueBy, waitsFor, words } from './words.ts'

/** Which other pages the reader may open, by the tables of the capabilities that own them. */
export type CaseLinks = {
  readonly profile: boolean
  readonly apportion: boolean
  /** The part of the case where people are proposed or matched, for those who may know them. */
  readonly people: string | undefined
  readonly followUp: boolean
}

type Props = {
  readonly page: CasePage
  readonly links: CaseLinks
  readonly role: Role
  readonly today: Day
  readonly language: Language
}

type State = 'done' | 'locked' | Side

/** Everything the case passes on its way, each with whose turn it is and a link to where it is done (ux.md §4.1). */
export function CaseTasks(props: Props): ReactElement {
  const t = caseTexts(props.language)
  return <TaskList label={t('tasks')} tasks={tasksOf(props)} />
}

function tasksOf({ page, links, role, today, language }: Props): Task[] {
  const t = caseTexts(language)
  const at = (part: string): string => `/upphandlingar/${page.id}/${part}`
  const { progress, need } = page
  const submitted = need?.submitted === true
  const employs = page.requirement !== 'none' && page.requirement !== 'dialogue'
  const wanted = Math.max(progress.places, need?.places ?? 0)
  const status = (state: State, plain?: string) => statusOf(state, plain, page.turn, role, language)
  const may = (verb: CasePage['allowed'][number]): boolean => page.allowed.includes(verb)
  const tasks: (Task | false)[] = [
    {
      key: 'need',
      name: t('taskNeed'),
      href: may('need.view') ? at('behov') : undefined,
      hint: t('taskNeedHint'),
      status: status(submitted ? 'done' : 'procurer'),
    },
    employs && {
      key: 'profile',
      name: t('taskProfile'),
      href: links.profile && submitted ? at('profil') : undefined,
      hint: t('taskProfileHint'),
      status: status(progress.profileAdopted ? 'done' : submitted ? 'team' : 'locked'),
    },
    {
      key: 'clause',
      name: t('taskClause'),
      href: may('clause.view') ? at('villkor') : undefined,
      hint: employs
        ? page.clauseMonths === undefined
          ? t('taskClauseNone')
          : t('taskClauseHint', { months: page.clauseMonths })
        : words(language)(page.requirement),
      status: status(page.clause === 'locked' || !employs ? 'done' : 'procurer'),
    },
    employs && {
      key: 'apportion',
      name: t('taskApportion'),
      href: links.apportion && submitted ? at('fordelning') : undefined,
      hint: t('taskApportionHint', { n: progress.apportioned, of: wanted }),
      status: status(wanted > 0 && progress.apportioned >= wanted ? 'done' : submitted ? 'team' : 'locked'),
    },
    employs && {
      key: 'selfCheck',
      name: t('taskSelfCheck'),
      href: links.apportion && submitted ? `${at('fordelning')}#egenkontroll` : undefined,
      hint: t('taskSelfCheckHint'),
      status: status(
        progress.selfCheckAnswers >= 2 ? 'done' : submitted ? 'team' : 'locked',
        progress.selfCheckAnswers === 1 ? t('of', { n: 1, of: 2 }) : undefined,
      ),
    },
    {
      key: 'award',
      name: t('taskAward'),
      href: may('procurement.award') && page.step === 'procure' ? at('tilldelning') : undefined,
      hint: page.supplier?.name ?? t('taskAwardHint'),
      status: status(page.supplier ? 'done' : page.step === 'procure' ? 'procurer' : 'locked'),
    },
    employs && {
      key: 'people',
      name: t('taskPeople'),
      href: links.people && progress.apportioned > 0 ? at(links.people) : undefined,
      hint: t('taskPeopleHint', { n: progress.filled, of: wanted }),
      status: status(
        wanted > 0 && progress.filled >= wanted
          ? 'done'
          : progress.apportioned === 0
            ? 'locked'
            : progress.employerToAnswer
              ? 'supplier'
              : 'matching',
      ),
    },
    employs && {
      key: 'reports',
      name: t('taskReports'),
      href: links.followUp && page.supplier ? `/ataganden/${page.id}` : undefined,
      hint: progress.report
        ? t('reportWaits', { by: dueBy(progress.report.due, today, language) })
        : t('taskReportsHint'),
      status: status(
        page.supplier === undefined
          ? 'locked'
          : page.state === 'closed'
            ? 'done'
            : (progress.report?.waitsFor ?? 'nobody'),
      ),
    },
  ]
  return tasks.filter(task => task !== false)
}

function statusOf(state: State, plain: string | undefined, turn: Turn, role: Role, language: Language): Task['status'] {
  const t = caseTexts(language)
  if (state === 'done') return <span className="ff-soft">{t('done')}</span>
  if (state === 'locked') return <Tag>{t('notYet')}</Tag>
  if (state === 'nobody') return plain
  const mine = isMyTurn({ ...turn, side: state }, role)
  return <Tag tone="sun">{plain ?? (mine ? words(language)('yourTurn') : waitsFor(state, language))}</Tag>
}
