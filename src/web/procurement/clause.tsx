import type { ReactElement } from 'react'
import {
  type ClausePage,
  chooseClause,
  decideRequirement,
  lockClause,
  procurementAccess,
  suggestClause,
  viewClause,
} from '#domain/procurement'
import { type Day, dayOf, isId } from '#kernel'
import {
  answer,
  formatDay,
  type Handle,
  type Language,
  look,
  notFound,
  orNotFound,
  type Returned,
  readFields,
  visit,
} from '#shell'
import { EmptyState, Note, Page, Panel, Row, Split, Stack, Tag } from '#ui'
import type { Route } from './+types/clause'
import { ClauseDecision } from './clause-decision.tsx'
import { ClauseFields } from './clause-fields.tsx'
import { clauseSchema, decideSchema, lockSchema, toClause } from './clause-form.ts'
import { ClauseLock } from './clause-lock.tsx'
import { ClauseText, Measures } from './clause-reading.tsx'
import { clauseFault, clauseTexts } from './clause-texts.ts'
import { Faults } from './faults.tsx'
import { words } from './words.ts'

export const handle: Handle = {
  operations: {
    loader: 'clause.view',
    actions: { decide: 'procurement.decide_requirement', choose: 'clause.choose', lock: 'clause.lock' },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'clause.view', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  const page = orNotFound(await look(v, tx => viewClause(tx, v.actor, id)))
  const query = new URL(request.url).searchParams
  const clause = page.clause?.parameters ?? suggestClause(page.need, v.today)
  return {
    page,
    clause,
    locking: query.get('las') === '1' && page.clause?.locked === false && page.allowed.includes('clause.lock'),
    language: v.language,
    today: v.today,
    done: query.get('klart'),
    pageTitle: `${clauseTexts(v.language)('titleRead')}, ${page.title}`,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  const procurement = params.procurement
  if (!operation || !isId(procurement)) throw notFound()
  const v = visit(context, procurementAccess, operation, request)
  const about = { procurement, now: v.now(), today: v.today, newId: v.newId }
  const to = `/upphandlingar/${procurement}/villkor?klart=${intent}`
  if (intent === 'decide') {
    const read = readFields(form, v, operation, decideSchema)
    if (!read.ok) return read.answer
    return answer(await decideRequirement(read.db, v.actor, { ...about, ...read.value }), read.values, to)
  }
  if (intent === 'lock') {
    const read = readFields(form, v, operation, lockSchema)
    if (!read.ok) return read.answer
    return answer(await lockClause(read.db, v.actor, { ...about, ...read.value }), read.values, to)
  }
  const read = readFields(form, v, operation, clauseSchema)
  if (!read.ok) return read.answer
  const command = { ...about, version: read.value.version, parameters: toClause(read.value) }
  return answer(await chooseClause(read.db, v.actor, command), read.values, to)
}

const confirmations = { decide: 'savedDecide', choose: 'savedChoose', lock: 'savedLock' } as const

export default function Clause({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { page, clause, locking, language, today, done } = loaderData
  const t = clauseTexts(language)
  const w = words(language)
  const confirmed = confirmations[(done ?? '') as keyof typeof confirmations]
  const [title, lede] = locking ? [t('lockTitle'), t('lockLede')] : headingOf(page, today, language)
  return (
    <Page
      title={title}
      lede={lede}
      kicker={page.title}
      crumbs={{
        label: w('crumbs'),
        items: [
          { label: w('procurements'), href: '/upphandlingar' },
          { label: page.number, href: `/upphandlingar/${page.id}` },
          { label: t('titleRead') },
        ],
      }}
      tag={page.clause?.locked ? <Tag tone="pine">{t('titleLocked')}</Tag> : undefined}
    >
      <Stack gap="l">
        <Faults returned={actionData} faultText={clauseFault(language)} today={today} language={language} />
        {confirmed ? (
          <Note tone="pine" role="status">
            {t(confirmed)}
          </Note>
        ) : null}
        {locking ? (
          <ClauseLock page={page} clause={clause} today={today} language={language} />
        ) : (
          <Parts page={page} clause={clause} returned={actionData} today={today} language={language} />
        )}
      </Stack>
    </Page>
  )
}

type Shown = {
  readonly page: ClausePage
  readonly clause: Parameters<typeof ClauseText>[0]['clause']
  readonly returned: Returned | undefined
  readonly today: Day
  readonly language: Language
}

/** Decision, form and text, measures: as far as the case has come and the reader may go. */
function Parts({ page, clause, returned, today, language }: Shown): ReactElement {
  const t = clauseTexts(language)
  const locked = page.clause?.locked === true
  const open = page.state === 'open' && !page.awarded && !locked
  const employs = page.requirement === 'employment' || page.requirement === 'undecided'
  const mayWrite = open && employs && page.allowed.includes('clause.choose')
  const ofDecision = returned?.values.requirement !== undefined || returned?.values.reason !== undefined
  const shown = employs && (page.clause !== undefined || mayWrite)
  const text = (
    <Panel title={t('text')} aside={page.clause ? <PdfLinks page={page} language={language} /> : undefined}>
      {page.clause ? null : <p className="pr-aside">{t('textSuggested')}</p>}
      <ClauseText clause={clause} language={language} />
    </Panel>
  )
  return (
    <>
      {open && page.allowed.includes('procurement.decide_requirement') ? (
        <ClauseDecision page={page} returned={ofDecision ? returned : undefined} language={language} />
      ) : null}
      {shown && mayWrite ? (
        <Split>
          <Panel title={t('fields')}>
            <ClauseFields
              page={page}
              clause={clause}
              returned={ofDecision ? undefined : returned}
              language={language}
            />
          </Panel>
          <div className="pr-sticky">{text}</div>
        </Split>
      ) : null}
      {shown && !mayWrite ? text : null}
      {employs && !shown ? <EmptyState title={t('noClauseYet')} /> : null}
      {shown ? (
        <Panel title={t('measured')}>
          <Measures
            clause={clause}
            contractStart={page.contractStart}
            contractEnd={page.contractEnd}
            today={today}
            language={language}
          />
        </Panel>
      ) : null}
    </>
  )
}

function PdfLinks({ page, language }: { page: ClausePage; language: Language }): ReactElement {
  const t = clauseTexts(language)
  const path = `/upphandlingar/${page.id}/villkor.pdf`
  return (
    <Row gap="s">
      <a href={`${path}?sprak=sv`} hrefLang="sv">
        {t('pdf')} {t('pdfSv')}
      </a>
      <a href={`${path}?sprak=en`} hrefLang="en">
        {t('pdfEn')}
      </a>
    </Row>
  )
}

function headingOf(page: ClausePage, today: Day, language: Language): readonly [string, string] {
  const t = clauseTexts(language)
  if (page.requirement === 'none') return [t('titleNone'), t('ledeNone')]
  if (page.requirement === 'dialogue') return [t('titleDialogue'), t('ledeDialogue')]
  const lockedAt = page.clause?.lockedAt
  if (lockedAt)
    return [t('titleLocked'), t('ledeLocked', { day: formatDay(dayOf(new Date(lockedAt)), language, today) })]
  if (page.allowed.includes('clause.choose')) return [t('titleWrite'), t('ledeWrite')]
  return [t('titleRead'), t('ledeRead')]
}
