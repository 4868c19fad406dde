import type { ReactElement } from 'react'
import { data } from 'react-router'
import { type CastMember, demonstrate, listCast } from '#db'
import { isId, type Role } from '#kernel'
import { Details, EmptyState, Note, Page } from '#ui'
import { appOf, todayOf } from '../context.ts'
import type { Handle } from '../handle.ts'
import type { Language } from '../language.ts'
import { roleName } from '../navigation.ts'
import { notFound } from '../page.ts'
import type { Route } from './+types/cast'
import { beginningFor, begun } from './begin.ts'
import { castTexts } from './cast-texts.ts'
import { letTimePass, movedOf, PassingTime } from './passing-time.tsx'
import { StairOfSteps } from './stair-of-steps.tsx'

export const handle: Handle = {
  operations: { loader: 'shell.cast', actions: { default: 'shell.demonstrate', pass_time: 'shell.pass_time' } },
}

/** What people do today, in the order of the way, and the roles that do it. */
const groups = [
  { key: 'buys', roles: ['procurer'] },
  { key: 'matches', roles: ['matching_officer', 'district_team'] },
  { key: 'prepares', roles: ['coordinator', 'provider'] },
  { key: 'employs', roles: ['employer'] },
  { key: 'works', roles: ['participant'] },
  { key: 'oversees', roles: ['decision_maker', 'auditor', 'administrator'] },
] as const satisfies readonly { key: string; roles: readonly Role[] }[]

/** The page exists in a demonstration only: elsewhere it is not found, and the database would refuse anyway (gate.demonstration). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context)
  const { db, settings, language } = app
  if (!settings.demonstration) throw notFound()
  return {
    cast: await listCast(db),
    language,
    today: todayOf(app),
    mayPassTime: app.passTime !== undefined,
    moved: movedOf(request),
    pageTitle: castTexts(language)('title'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = appOf(context)
  if (!app.settings.demonstration) throw notFound()
  const form = await request.formData()
  if (form.get('intent') === 'pass_time') return letTimePass(app, form)
  const wanted = form.get('som')
  const beginning = beginningFor(request)
  const started = isId(wanted) ? await demonstrate(app.db, wanted, beginning) : undefined
  return started ? begun(app, started, beginning.token) : data({ gone: true }, { status: 422 })
}

export default function CastPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { cast, language, today } = loaderData
  const t = castTexts(language)
  return (
    <Page kicker={t('kicker')} title={t('mission')} lede={t('lede')}>
      <StairOfSteps
        label={t('way')}
        steps={[
          { name: t('step1'), text: t('step1Text') },
          { name: t('step2'), text: t('step2Text') },
          { name: t('step3'), text: t('step3Text') },
          { name: t('step4'), text: t('step4Text') },
          { name: t('step5'), text: t('step5Text') },
          { name: t('step6'), text: t('step6Text') },
        ]}
      />
      <section className="sh-cast" aria-labelledby="cast-title">
        <div className="sh-cast-head">
          <h2 id="cast-title">{t('choose')}</h2>
          <p className="ff-lede">{t('chooseLede')}</p>
        </div>
        {actionData?.gone ? (
          <Note tone="red" role="alert">
            {t('gone')}
          </Note>
        ) : null}
        {cast.length === 0 ? <EmptyState title={t('noCast')}>{t('noCastText')}</EmptyState> : null}
        <form method="post">
          {groups.map(group => (
            <CastGroup
              key={group.key}
              id={group.key}
              title={t(group.key)}
              text={t(`${group.key}Text`)}
              people={cast.filter(person => (group.roles as readonly Role[]).includes(person.role))}
              language={language}
            />
          ))}
        </form>
      </section>
      {loaderData.mayPassTime ? <PassingTime language={language} today={today} moved={loaderData.moved} /> : null}
      <section className="sh-cast-really" aria-labelledby="really-title">
        <h2 id="really-title">{t('really')}</h2>
        <ul>
          <li>
            <a href="/logga-in">{t('reallyStaff')}</a>
          </li>
          <li>
            <a href="/logga-in/lank">{t('reallyLink')}</a>
          </li>
        </ul>
      </section>
    </Page>
  )
}

type GroupProps = { id: string; title: string; text: string; people: readonly CastMember[]; language: Language }

/** More than six who do the same are folded. */
const shown = 6

function CastGroup({ id, title, text, people, language }: GroupProps): ReactElement | null {
  if (people.length === 0) return null
  const t = castTexts(language)
  const rest = people.slice(shown)
  return (
    <section className="sh-cast-group" aria-labelledby={`group-${id}`}>
      <div>
        <h3 id={`group-${id}`}>{title}</h3>
        <p className="ff-soft">{text}</p>
      </div>
      <div>
        <People people={people.slice(0, shown)} language={language} />
        {rest.length > 0 ? (
          <Details summary={t('more', { n: rest.length })}>
            <People people={rest} language={language} />
          </Details>
        ) : null}
      </div>
    </section>
  )
}

function People({ people, language }: { people: readonly CastMember[]; language: Language }): ReactElement {
  const t = castTexts(language)
  return (
    <ul>
      {people.map(person => (
        <li key={person.appointment}>
          <button type="submit" name="som" value={person.appointment} className="sh-cast-person">
            <span className="ds-sr-only">{t('signInAs')} </span>
            <bdi className="sh-cast-name">{person.name}</bdi>
            <span className="sh-cast-role">
              {[roleName(person.role, language), person.organisationName].filter(Boolean).join(', ')}
            </span>
            <span className="sh-cast-today">{person.blurb[language === 'en' ? 'en' : 'sv']}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
