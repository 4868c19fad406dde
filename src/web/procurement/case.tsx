import type { ReactElement } from 'react'
import { competenceAccess } from '#domain/competence'
import { matchingAccess } from '#domain/matching'
import { listOrganisations, matchingKinds } from '#domain/organisations'
import { placesAccess } from '#domain/places'
import {
  type CasePage,
  completeStep,
  planSteps,
  procurementAccess,
  type StepLine,
  setParties,
  viewCase,
} from '#domain/procurement'
import { type Day, holdsRole, isId, type Role } from '#kernel'
import {
  answer,
  FormKey,
  formatDay,
  type Handle,
  History,
  type Language,
  look,
  notFound,
  orNotFound,
  readFields,
  refusalText,
  visit,
} from '#shell'
import { Button, ButtonLink, Details, Note, Page, Panel, Split, Stack, type StepState, StepLine as Steps } from '#ui'
import { eventSentences } from '../events.ts'
import type { Route } from './+types/case'
import { completeSchema, partiesSchema, planSchema } from './case-form.ts'
import { CaseLanes } from './case-lanes.tsx'
import { CaseSides } from './case-sides.tsx'
import { CaseTasks } from './case-tasks.tsx'
import { caseTexts } from './case-texts.ts'
import { Faults } from './faults.tsx'
import { leadTimeOf } from './lead-time-of.ts'
import { withReasons } from './reasons.ts'
import { leadTimeRefusals } from './refusals.ts'
import { ShortOfTime, WaysOut } from './short-of-time.tsx'
import { isMyTurn, TurnTag } from './turn-tag.tsx'
import { dueBy, wordFor, words } from './words.ts'

export const handle: Handle = {
  operations: {
    loader: 'procurement.view',
    actions: {
      complete: 'procurement.complete_step',
      plan: 'procurement.plan_steps',
      parties: 'procurement.set_parties',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'procurement.view', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  return look(v, async tx => {
    const page = orNotFound(await viewCase(tx, v.actor, id, v.today))
    const setsParties = page.allowed.includes('procurement.set_parties') && page.state === 'open'
    return {
      page,
      units: setsParties ? await listOrganisations(tx, matchingKinds, v.today) : [],
      coordinators: setsParties ? await listOrganisations(tx, ['coordinator'], v.today) : [],
      links: {
        profile: holdsRole(competenceAccess, 'profile.view', v.actor),
        apportion: holdsRole(placesAccess, 'places.apportionment', v.actor),
        people: holdsRole(matchingAccess, 'matching.grid', v.actor)
          ? 'matchning'
          : holdsRole(matchingAccess, 'matching.proposals', v.actor)
            ? 'forslag'
            : undefined,
        followUp: holdsRole(procurementAccess, 'commitment.view', v.actor),
      },
      role: v.actor.role,
      language: v.language,
      today: v.today,
      done: new URL(request.url).searchParams.get('klart'),
      pageTitle: page.title,
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  const procurement = params.procurement
  if (!operation || !isId(procurement)) throw notFound()
  const v = visit(context, procurementAccess, operation, request)
  const about = { procurement, now: v.now(), today: v.today, newId: v.newId }
  const to = `/upphandlingar/${procurement}?klart=${intent}`
  if (intent === 'parties') {
    const read = readFields(form, v, operation, partiesSchema)
    if (!read.ok) return read.answer
    return answer(await setParties(read.db, v.actor, { ...about, ...read.value }), read.values, to)
  }
  if (intent === 'plan') {
    const read = readFields(form, v, operation, planSchema)
    if (!read.ok) return read.answer
    const { version, ...days } = read.value
    return answer(await planSteps(read.db, v.actor, { ...about, version, days }), read.values, to)
  }
  const read = readFields(form, v, operation, completeSchema)
  if (!read.ok) return read.answer
  return answer(await completeStep(read.db, v.actor, { ...about, ...read.value }), read.values, to)
}

const confirmations = {
  opened: 'savedOpened',
  complete: 'savedComplete',
  plan: 'savedPlan',
  parties: 'savedParties',
  need: 'savedNeed',
  submitted: 'savedNeedSubmitted',
  award: 'savedAward',
} as const

export default function Case({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { page, role, language, today, done } = loaderData
  const t = caseTexts(language)
  const w = words(language)
  const planned = leadTimeOf(page, today)
  const lead = planned.ok ? planned.value : undefined
  const confirmed = confirmations[(done ?? '') as keyof typeof confirmations]
  const short =
    lead?.preparing && page.state === 'open' && page.contractStart > today && lead.plan.meets !== 'at_contract_start'
  return (
    <Page
      title={page.title}
      crumbs={{
        label: w('crumbs'),
        items: [{ label: w('procurements'), href: '/upphandlingar' }, { label: page.number }],
      }}
      lede={<Lede page={page} role={role} today={today} language={language} />}
      tag={<TurnTag turn={page.turn} role={role} language={language} />}
      actions={<NextAct page={page} role={role} language={language} />}
    >
      <Stack gap="l">
        <Faults
          returned={actionData}
          faultText={message => (message === 'choose_unit' || message === 'bad_day' ? t(message) : undefined)}
          today={today}
          language={language}
        />
        {confirmed ? (
          <Note tone="pine" role="status">
            {t(confirmed)}
          </Note>
        ) : null}
        <Steps
          label={w('steps')}
          steps={page.steps.map(line => stepOf(line, page, today, language))}
          states={{
            done: w('stepDone'),
            now: w('stepNow'),
            late: w('stepLate'),
            todo: w('stepTodo'),
            locked: w('stepLocked'),
          }}
        />
        {planned.ok ? null : <Note tone="sun">{refusalText(planned, leadTimeRefusals, language)}</Note>}
        {lead && short ? <ShortOfTime lead={lead} page={page} language={language} /> : null}
        {lead ? (
          <Panel>
            <CaseLanes page={page} lead={lead} today={today} language={language} />
          </Panel>
        ) : null}
        {lead && short ? <WaysOut lead={lead} today={today} language={language} /> : null}
        <Split shape="wide-first">
          <Panel title={t('tasks')} id="uppgifter">
            <CaseTasks page={page} links={loaderData.links} role={role} today={today} language={language} />
          </Panel>
          <Panel title={t('history')} id="historik">
            <Happened page={page} today={today} language={language} />
          </Panel>
        </Split>
        <CaseSides
          page={page}
          units={loaderData.units}
          coordinators={loaderData.coordinators}
          values={actionData?.values}
          today={today}
          language={language}
        />
      </Stack>
    </Page>
  )
}

type Facts = { readonly page: CasePage; readonly role: Role; readonly today: Day; readonly language: Language }

const latest = 7

/** What has happened, the latest in sight and the rest folded. */
function Happened({ page, today, language }: Omit<Facts, 'role'>): ReactElement {
  const t = caseTexts(language)
  const lines = withReasons(page.history, language)
  const common = { sentences: eventSentences, language, today }
  if (lines.length === 0) return <p className="ff-soft">{t('noHistory')}</p>
  return (
    <>
      <History lines={lines.slice(0, latest)} {...common} />
      {lines.length > latest ? (
        <Details summary={t('older', { n: lines.length - latest })}>
          <History lines={lines.slice(latest)} {...common} />
        </Details>
      ) : null}
    </>
  )
}

/** How many, what and from when; then whose turn it is and until when. */
function Lede({ page, role, today, language }: Facts): ReactElement {
  const t = caseTexts(language)
  const w = words(language)
  const day = formatDay(page.contractStart, language, today)
  const about = page.need
    ? t('lede', {
        places: w('places', { n: page.need.places }),
        form: w(page.need.form as 'permanent').toLowerCase(),
        months: w('months', { n: page.need.months }),
        day,
      })
    : t('ledeNoNeed', { day })
  return (
    <>
      {about} {turnSentence(page, role, today, language)}
    </>
  )
}

function turnSentence(page: CasePage, role: Role, today: Day, language: Language): string {
  const { turn } = page
  const t = caseTexts(language)
  if (turn.code === 'closed' || turn.code === 'cancelled') return t('ledeEnded')
  const by = turn.due ? dueBy(turn.due, today, language) : ''
  const what = wordFor(turn.code, language)
  if (isMyTurn(turn, role)) return t('ledeTurnYou', { what, by })
  const w = words(language)
  const who = {
    procurer: page.authority.name,
    team: w('team'),
    matching: page.matching?.name ?? w('matchingUnnamed'),
    supplier: page.supplier?.name ?? w('supplierUnnamed'),
    nobody: '',
  }[turn.side]
  return t('ledeTurn', { who, what, by })
}

function stepOf(line: StepLine, page: CasePage, today: Day, language: Language) {
  const t = caseTexts(language)
  const now = line.step === page.step && page.state === 'open'
  const late = line.plannedOn < today
  const state: StepState = line.doneOn ? 'done' : now ? (late ? 'late' : 'now') : 'todo'
  const day = formatDay(line.doneOn ?? line.plannedOn, language, today)
  const note = line.doneOn
    ? t('doneOn', { day })
    : now
      ? dueBy(line.plannedOn, today, language)
      : line.step === 'manage'
        ? t('untilDay', { day })
        : t('byDay', { day })
  return { key: line.step, label: wordFor(line.step, language), state, note }
}

const whereToAct: Partial<Record<CasePage['turn']['code'], string>> = {
  submit_need: '/behov',
  name_matching: '#parter',
  decide_requirement: '/villkor',
  choose_clause: '/villkor',
  lock_clause: '/villkor',
  award: '/tilldelning',
  adopt_profile: '/profil',
  apportion: '/fordelning',
  propose_people: '/matchning',
}

/** The one thing to do now, for the one whose turn it is; nothing for the others. */
function NextAct({ page, role, language }: Omit<Facts, 'today'>): ReactElement | undefined {
  const { code } = page.turn
  if (!isMyTurn(page.turn, role) || code === 'closed' || code === 'cancelled') return undefined
  const t = caseTexts(language)
  if (code === 'complete_step' || (code === 'close' && page.step === 'manage')) {
    const label = code === 'close' ? t('closeCase') : t('complete', { step: wordFor(page.step, language) })
    return (
      <form method="post">
        <FormKey version={page.version} intent="complete" />
        <Button>{label}</Button>
      </form>
    )
  }
  if (code === 'approve_report') return <ButtonLink href="/rapporter">{capital(wordFor(code, language))}</ButtonLink>
  const where = whereToAct[code]
  if (where === undefined) return undefined
  const href = where.startsWith('#') ? where : `/upphandlingar/${page.id}${where}`
  return <ButtonLink href={href}>{capital(wordFor(code, language))}</ButtonLink>
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
