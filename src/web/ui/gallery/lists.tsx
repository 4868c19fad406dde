import type { ReactNode } from 'react'
import {
  type Column,
  DataTable,
  DefinitionList,
  EmptyState,
  FilterForm,
  Note,
  Page,
  Pagination,
  Panel,
  PersonChip,
  Row,
  Select,
  Split,
  StepLine,
  Tabs,
  Tag,
  TextInput,
} from '../index.ts'
import { Frame, navOf } from './frame.tsx'

type Place = {
  readonly id: string
  readonly name: string
  readonly employer: string
  readonly start: string
  readonly left: string
  readonly open: number
}

const places: readonly Place[] = [
  { id: '1', name: 'Lokalvårdare', employer: 'Städ i Väst', start: '16 mars', left: '14 dagar kvar', open: 3 },
  { id: '2', name: 'Golvläggare', employer: 'Golv & Grund AB', start: '24 augusti', left: '25 veckor kvar', open: 6 },
  { id: '3', name: 'Köksbiträde', employer: 'Lundby Måltider', start: '1 april', left: '30 dagar kvar', open: 1 },
]

const columns: readonly Column<Place>[] = [
  { key: 'name', label: 'Plats', cell: row => <a href={`#${row.id}`}>{row.name}</a> },
  { key: 'employer', label: 'Arbetsgivare', cell: row => row.employer },
  { key: 'start', label: 'Start', cell: row => row.start, sort: { href: '#sort', direction: 'ascending' } },
  { key: 'left', label: 'Kvar', cell: row => (row.open > 5 ? row.left : <Tag tone="sun">{row.left}</Tag>) },
  { key: 'open', label: 'Lediga', cell: row => row.open, numeric: true, sort: { href: '#sort-open' } },
]

const lateSteps = [
  { key: '1', label: 'Behov', state: 'done', note: '12 jan' },
  { key: '2', label: 'Avsikt', state: 'late', note: 'skulle vara klart 20 feb', href: '#late' },
  { key: '3', label: 'Profil', state: 'todo', note: '6 mars' },
  { key: '4', label: 'Avtal', state: 'locked' },
] as const

const states = { done: 'klart', now: 'pågår', late: 'försenat', todo: 'inte påbörjat', locked: 'kan inte börja än' }

function Found(): ReactNode {
  return (
    <>
      <FilterForm
        label="Sök bland platser"
        action="#"
        submitLabel="Visa"
        count="3 platser"
        chips={[
          { key: 'd', label: 'Stadsdel: Lundby', removeHref: '#no-d', removeLabel: 'Ta bort filtret' },
          { key: 's', label: 'Start före sommaren', removeHref: '#no-s', removeLabel: 'Ta bort filtret' },
        ]}
        clear={{ href: '#all', label: 'Ta bort alla' }}
      >
        <TextInput name="q" type="search" label="Sök" />
        <Select
          name="branch"
          label="Bransch"
          options={[
            { value: '', label: 'Alla' },
            { value: 'x', label: 'Lokalvård' },
          ]}
        />
      </FilterForm>
      <Panel>
        <DataTable caption="Platser utan förslag" columns={columns} rows={places} rowKey={row => row.id} />
      </Panel>
      <Pagination
        label="Sidor"
        page={4}
        pages={13}
        href={page => `#page-${page}`}
        previous="Förra"
        next="Nästa"
        summary="151–200 av 640"
      />
    </>
  )
}

/** Lists, filters, tables, tones and states. */
export function ListsSample(): ReactNode {
  const nav = ['Min dag', 'Platser', 'Personer', 'Möten', 'Medgivanden', 'Insatser', 'Uppföljning']
  return (
    <Frame
      nav={navOf(nav, 'Platser').map(item =>
        item.label === 'Medgivanden' ? { ...item, count: 4, countLabel: 'väntar' } : item,
      )}
      who="Sara Ek · matchningsansvarig, Östra"
    >
      <Page
        title="3 platser väntar på förslag"
        kicker="Måndag 2 mars 2026, vecka 10"
        actions={<Tag tone="red">1 försenad</Tag>}
      >
        <Tabs
          label="Delar"
          tabs={[
            { href: '#a', label: 'Utan förslag', current: true, count: 3 },
            { href: '#b', label: 'Föreslagna', count: 12 },
            { href: '#c', label: 'Tillsatta', count: 41 },
          ]}
        />
        <Found />
        <StepLine label="Avtalets steg" steps={lateSteps} states={states} />
        <Note tone="red" title="Vi kan inte godkänna rapporten än.">
          Antalet månader är fler än kontraktet har varat.
        </Note>
        <Note tone="pine" title="Sparat." role="status">
          Sara Ek får veta det i dag.
        </Note>
        <Note tone="sky" title="Arbetsgivaren har svarat.">
          Två av fyra vill de träffa.
        </Note>
        <Split>
          <Panel title="Om platsen" aside={<a href="#change">Ändra</a>} id="about">
            <DefinitionList
              items={[
                { key: '1', label: 'Var', value: 'Lundby, kontor' },
                { key: '2', label: 'När', value: 'Måndag till fredag, kl. 6–14' },
                {
                  key: '3',
                  label: 'Ansvarig',
                  value: <PersonChip name="Sara Ek" initials="SE" note="matchningsansvarig, Östra" />,
                },
              ]}
            />
          </Panel>
          <Panel title="Möten" id="meetings">
            <EmptyState title="Inga möten än" action={<a href="#book">Boka uppstartsmöte</a>}>
              Här visas möten när arbetsgivaren har svarat. Nästa teammöte är 12 mars.
            </EmptyState>
          </Panel>
        </Split>
        <Row gap="s">
          <Tag>Utkast</Tag>
          <Tag tone="pine">Pågår</Tag>
          <Tag tone="sun">Väntar på svar</Tag>
          <Tag tone="red">Stämmer inte</Tag>
          <Tag tone="sky">Hos arbetsgivaren</Tag>
        </Row>
      </Page>
    </Frame>
  )
}
