import type { ReactNode } from 'react'
import { ButtonLink, type Lane, Lanes, Note, Page, Panel, Split, StepLine, Tag, TaskList, Timeline } from '../index.ts'
import { Frame, navOf } from './frame.tsx'

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

export const lanes: readonly Lane[] = [
  {
    key: 'procurement',
    label: 'Upphandling',
    tone: 'pine',
    items: [
      { key: 'a', kind: 'solid', label: 'beslut', when: '2–20 mars', from: '2026-03-02', to: '2026-03-20' },
      {
        key: 'b',
        kind: 'outline',
        label: 'annons och anbud',
        when: '22 mars–20 april',
        from: '2026-03-22',
        to: '2026-04-20',
      },
      { key: 'c', kind: 'diamond', label: 'kontraktsstart 4 maj', when: '4 maj', on: '2026-05-04' },
    ],
  },
  {
    key: 'supplier',
    label: 'Leverantör',
    tone: 'sky',
    items: [
      { key: 'd', kind: 'dot', label: 'uppstartsmöte', when: '8 maj', on: '2026-05-08' },
      { key: 'e', kind: 'outline', label: 'intervjuer', when: '1–21 juni', from: '2026-06-01', to: '2026-06-21' },
      { key: 'f', kind: 'diamond', label: 'första start senast 24 augusti', when: '24 augusti', on: '2026-08-24' },
    ],
  },
  {
    key: 'people',
    label: 'Målgrupp',
    tone: 'sun',
    items: [
      { key: 'g', kind: 'solid', label: 'profil', when: '2–13 mars', from: '2026-03-02', to: '2026-03-13' },
      {
        key: 'h',
        kind: 'outline',
        label: 'rustning, 20 veckor',
        when: '15 mars–31 maj',
        from: '2026-03-15',
        to: '2026-05-31',
      },
      {
        key: 'i',
        kind: 'problem',
        label: 'blir klar 10 veckor efter intervjuerna',
        when: '1 juni–2 augusti',
        from: '2026-06-01',
        to: '2026-08-02',
      },
    ],
  },
]

const steps = [
  { key: '1', label: 'Planera', state: 'done', note: 'klart 12 jan' },
  { key: '2', label: 'Kartlägga', state: 'done', note: 'klart 30 jan' },
  { key: '3', label: 'Analysera', state: 'now', note: 'senast 6 mars, 4 dagar kvar' },
  { key: '4', label: 'Upphandla', state: 'todo', note: 'annons 20 mars' },
  { key: '5', label: 'Implementera', state: 'todo', note: 'från 4 maj' },
  { key: '6', label: 'Förvalta', state: 'locked', note: 'till maj 2028' },
] as const

const states = { done: 'klart', now: 'pågår', late: 'försenat', todo: 'inte påbörjat', locked: 'kan inte börja än' }

function Waiting(): ReactNode {
  return (
    <Split shape="wide-first">
      <Panel title="Det som väntar" id="waiting">
        <TaskList
          tasks={[
            {
              key: '1',
              name: 'Finns det 6 golvläggare inom 20 veckor?',
              href: '#q',
              hint: 'fråga till Östra, Sara Ek',
              status: <Tag tone="sun">2 av 3 svar</Tag>,
            },
            {
              key: '2',
              name: 'Välj villkor',
              href: '#v',
              hint: 'anställning i 36 heltidsmånader föreslås',
              status: 'Klar',
            },
            { key: '3', name: 'Gör egenkontrollen', href: '#e', status: <Tag>Inte påbörjad</Tag> },
            {
              key: '4',
              name: 'Lås villkoren',
              hint: 'kan göras när alla har svarat',
              status: <Tag>Kan inte börja än</Tag>,
            },
          ]}
        />
      </Panel>
      <Panel title="Historik" id="history">
        <Timeline
          events={[
            { key: '1', who: 'Sara Ek', what: 'svarade på två frågor', when: 'i dag 09.12', dateTime: '2026-03-02' },
            {
              key: '2',
              who: 'Karin Berg',
              what: 'läste in annonsen, 2 delar',
              when: '27 februari',
              dateTime: '2026-02-27',
            },
            {
              key: '3',
              who: 'Teamet',
              what: 'antog kompetensprofil 3',
              when: '24 februari',
              dateTime: '2026-02-24',
              why: 'Två moment kan läras på plats.',
            },
          ]}
        />
      </Panel>
    </Split>
  )
}

/** The case, as in the first sketch. */
export function CaseSample(): ReactNode {
  const nav = navOf(['Min dag', 'Upphandlingar', 'Åtaganden', 'Mallar'], 'Upphandlingar')
  return (
    <Frame nav={nav} who="Karin Berg · upphandlare, Lokalförvaltningen">
      <Page
        crumbs={{ label: 'Var du är', items: [{ label: 'Upphandlingar', href: '#' }, { label: '2026-041' }] }}
        title="Golventreprenad, Lundby"
        tag={<Tag tone="sun">Väntar på matchningen</Tag>}
        actions={<ButtonLink href="#write">Skriv beslutsunderlag</ButtonLink>}
        lede="6 platser · anställning minst 6 månader · kontraktet börjar 4 maj 2026. Svar om arbetsmarknaden ska vara klart 6 mars."
      >
        <StepLine label="Processens sex steg" steps={steps} states={states} />
        <Note title="Tiden räcker inte för alla.">
          Kontraktet börjar om 9 veckor. Att utbilda golvläggare från grunden tar 20 veckor.{' '}
          <a href="#ways">Tre sätt att hinna</a>
        </Note>
        <Panel>
          <Lanes
            id="lanes"
            title="Möts de tre processerna i tid?"
            summary="Upphandlingen och leverantören möts som planerat. Rustningen från grunden blir klar den 2 augusti, tio veckor efter intervjuerna: lärlingar från byggkontoret eller personer med halva profilen hinner."
            showTable="Visa som tabell"
            lanes={lanes}
            from="2026-02-26"
            to="2026-09-02"
            today={{ on: '2026-03-02', label: 'i dag' }}
            months={months}
            words={{
              lane: 'Bana',
              what: 'Vad',
              when: 'När',
              note: 'Anmärkning',
              problem: 'hinner inte',
              none: 'Inget planerat än.',
            }}
          />
        </Panel>
        <Waiting />
      </Page>
    </Frame>
  )
}
