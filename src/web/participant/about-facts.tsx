import type { ReactElement, ReactNode } from 'react'
import { type OwnFile, type PersonStatus, personStatuses } from '#domain/candidates'
import { type Day, dayOf, isDay } from '#kernel'
import { formatDay, type Language, languageName } from '#shell'
import { type Definition, DefinitionList, Panel } from '#ui'
import { aboutTexts } from './about-texts.ts'
import type { OwnDetails } from './own-pages.ts'

type Props = {
  readonly details: OwnDetails
  readonly file: OwnFile
  readonly language: Language
  readonly today: Day
}

type Text = ReturnType<typeof aboutTexts>

/** The facts by subject, each with where it comes from. */
export function Facts(props: Props): ReactElement {
  const { file, language, today } = props
  const t = aboutTexts(language)
  const day = (when: string): string => formatDay(isDay(when) ? when : dayOf(new Date(when)), language, today)
  return (
    <>
      <Group title={t('you')} items={about(props, t, day)} t={t} />
      <Group
        title={t('canTitle')}
        t={t}
        items={file.competences.map(one => ({
          key: one.concept,
          label: <Swedish>{one.label}</Swedish>,
          value: [
            t(one.state === 'held' ? 'held' : 'lacking'),
            ...(one.level === null ? [] : [t('level', { level: one.level })]),
            day(one.noted_on),
          ]
            .join(', ')
            .concat('. ', sourceOf(one.source, t)),
        }))}
      />
      <Group title={t('supportTitle')} items={support(file.standing, t, day)} t={t} />
      <Group
        title={t('sharedTitle')}
        t={t}
        items={file.assignments.map(one => ({
          key: `${one.organisation} ${one.from_at} ${one.purpose}`,
          label: <Swedish>{one.organisation}</Swedish>,
          value: [
            sharedFor(one.purpose, t),
            t('sharedFrom', { day: day(one.from_at) }),
            ...(one.to_at ? [t('sharedTo', { day: day(one.to_at) })] : []),
          ].join(' '),
        }))}
      />
      <Group
        title={t('coursesTitle')}
        t={t}
        items={file.bookings.map(one => ({
          key: `${one.name} ${one.booked_at}`,
          label: <Swedish>{one.name}</Swedish>,
          value: (
            <>
              <Swedish>{one.provider}</Swedish>, {day(one.starts_on)}–{day(one.ends_on)}, {bookingState(one.state, t)}
            </>
          ),
        }))}
      />
      <Group title={t('jobsTitle')} items={jobs(file, t, day)} t={t} />
      <Panel title={t('permissionsTitle')}>
        <p>
          <a href="/mina-medgivanden">{t('permissionsLink')}</a>
        </p>
      </Panel>
    </>
  )
}

function Group({ title, items, t }: { title: string; items: readonly Definition[]; t: Text }): ReactElement {
  return <Panel title={title}>{items.length === 0 ? <p>{t('none')}</p> : <DefinitionList items={items} />}</Panel>
}

/** A name or a word that stays Swedish in every language. */
function Swedish({ children }: { children: ReactNode }): ReactElement {
  return <bdi lang="sv">{children}</bdi>
}

function about({ details, file, language }: Props, t: Text, day: (when: string) => string): Definition[] {
  const { person } = file
  const status = personStatuses.find(one => one === person.status)
  const item = (key: string, label: string, value: ReactNode): Definition[] =>
    value === null || value === undefined || value === '' ? [] : [{ key, label, value }]
  return [
    ...item('name', t('name'), <bdi>{`${details.givenName} ${details.familyName}`}</bdi>),
    ...item('number', t('number'), <bdi>{person.number}</bdi>),
    ...item('phone', t('phone'), details.phone && <bdi>{details.phone}</bdi>),
    ...item('email', t('email'), details.email && <bdi>{details.email}</bdi>),
    ...item('identity', t('identity'), details.identity && <bdi>{details.identity}</bdi>),
    ...item('speaks', t('speaks'), languageName(person.language, language)),
    ...item('area', t('area'), <Swedish>{person.area}</Swedish>),
    ...item('district', t('district'), <Swedish>{person.district}</Swedish>),
    ...item('unit', t('unit'), <Swedish>{person.matching_unit}</Swedish>),
    ...item('status', t('status'), status && statusOf(status, t)),
    ...item('waiting', t('waiting'), day(person.waiting_since)),
    ...item('ready', t('ready'), person.ready_on && day(person.ready_on)),
    ...item('groups', t('groups'), person.target_groups.map(group => groupOf(group, t)).join(', ')),
    ...item('protected', t('protected'), person.protected ? t('yes') : null),
  ]
}

function support(standing: OwnFile['standing'], t: Text, day: (when: string) => string): Definition[] {
  if (!standing) return []
  const answers: Record<string, string> = { yes: t('yes'), no: t('no'), unknown: t('unknown') }
  const text = (value: string | boolean | null | undefined): string =>
    typeof value === 'string' ? (isDay(value) ? day(value) : (answers[value] ?? value)) : t(value ? 'yes' : 'unknown')
  return [
    { key: 'since', label: t('since'), value: text(standing.employment_service_since) },
    { key: 'tested', label: t('tested'), value: text(standing.ability_tested_on) },
    { key: 'instrument', label: t('instrument'), value: <bdi>{text(standing.ability_instrument)}</bdi> },
    { key: 'half', label: t('half'), value: text(standing.ability_at_least_half) },
    { key: 'documented', label: t('documented'), value: t(standing.ability_documented ? 'yes' : 'no') },
    { key: 'programme', label: t('programme'), value: <bdi>{text(standing.programme)}</bdi> },
  ]
}

function jobs(file: OwnFile, t: Text, day: (when: string) => string): Definition[] {
  const proposals = file.candidacies.map(one => ({
    key: `proposal ${one.procurement} ${one.proposed_at}`,
    label: <Swedish>{one.procurement}</Swedish>,
    value: `${candidacyState(one.state ?? '', t)}, ${day(one.decided_at ?? one.presented_at ?? one.proposed_at ?? '')}`,
  }))
  const placements = file.placements.map(one => ({
    key: `job ${one.employer} ${one.offered_at}`,
    label: <Swedish>{one.employer}</Swedish>,
    value: `${placementState(String(one.state), t)}, ${day(String(one.ended_on ?? one.started_on ?? one.starts_on))}`,
  }))
  return [...placements, ...proposals]
}

function statusOf(status: PersonStatus, t: Text): string {
  return t(status === 'ready' ? 'readyNow' : status)
}

function groupOf(group: string, t: Text): string {
  return group === 'youth_foreign_born' || group === 'disability' ? t(group) : group
}

function sourceOf(source: string, t: Text): string {
  const known = (['self', 'officer', 'certificate', 'course'] as const).find(one => one === source)
  return known ? t(`by_${known}`) : ''
}

function sharedFor(purpose: string, t: Text): string {
  const known = (['case', 'training', 'support'] as const).find(one => one === purpose)
  return known ? t(`shared_${known}`) : ''
}

function bookingState(state: string, t: Text): string {
  const known = (['booked', 'completed', 'dropped', 'cancelled'] as const).find(one => one === state)
  return known ? t(known) : state
}

const candidacyStates = [
  'proposed',
  'shortlisted',
  'presented',
  'wanted',
  'chosen',
  'declined',
  'withdrawn',
  'not_needed',
] as const

function candidacyState(state: string, t: Text): string {
  const known = candidacyStates.find(one => one === state)
  return known ? t(known) : state
}

function placementState(state: string, t: Text): string {
  if (state === 'declined') return t('placementDeclined')
  const known = (['offered', 'agreed', 'started', 'ended'] as const).find(one => one === state)
  return known ? t(known) : state
}
