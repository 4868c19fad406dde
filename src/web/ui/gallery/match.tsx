import type { ReactNode } from 'react'
import { Button, type MatchCell, MatchGrid, type MatchGridProps, type MatchPerson, Page, Panel } from '../index.ts'
import { Frame, navOf } from './frame.tsx'

const keys = ['swedish', 'mop', 'early', 'licence', 'experience', 'chemicals'] as const

const kinds: Readonly<Record<string, MatchCell>> = {
  y: { kind: 'met' },
  n: { kind: 'not_met' },
  q: { kind: 'unknown' },
}

function cellsOf(marks: string): Readonly<Record<string, MatchCell>> {
  const cells = marks.split(' ').map(mark => kinds[mark] ?? { kind: 'by' as const, date: mark })
  return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? { kind: 'unknown' as const }]))
}

function person(key: string, name: string, marks: string, text: string, given: boolean): MatchPerson {
  return {
    key,
    number: key,
    name,
    href: `#${key}`,
    cells: cellsOf(marks),
    permission: { text, tone: given ? 'pine' : 'sun' },
  }
}

export const match: MatchGridProps = {
  id: 'match',
  title: 'Vad kan de, och vad kan de lära sig före start?',
  summary:
    'Visas inte: 37 personer. 22 klarar inte svenskan och ingen kurs hinner före start, 9 kan inte börja klockan 6, 6 har inte sagt ja till att matchas.',
  more: <a href="#why">Se varför</a>,
  showTable: 'Visa i ord',
  groups: [
    {
      key: 'must',
      label: 'Måste',
      requirements: [
        { key: 'swedish', label: 'Svenska, arbetsplats' },
        { key: 'mop', label: 'Moppteknik' },
        { key: 'early', label: 'Lundby kl. 6' },
      ],
    },
    {
      key: 'merit',
      label: 'Bra',
      requirements: [
        { key: 'licence', label: 'Körkort' },
        { key: 'experience', label: 'Erfarenhet' },
      ],
    },
    { key: 'teachable', label: 'Kan läras', requirements: [{ key: 'chemicals', label: 'Kemikalier' }] },
  ],
  people: [
    person('4471', 'Amir H.', 'y y y n y 14/3', 'till 30 april', true),
    person('4502', 'Fatima M.', 'y q y y n 14/3', 'saknas', false),
    person('4390', 'Selam T.', '10/3 y y n y y', 'till 12 maj', true),
    person('4466', 'Omar K.', 'y y y y y y', 'till 2 juni', true),
    person('4419', 'Ayan W.', 'y y y n q 14/3', 'frågad 26 feb', false),
  ],
  select: { name: 'person', label: name => `Välj ${name}` },
  handledElsewhere: 'Skyddad person: hanteras av utsedd handläggare',
  words: {
    person: 'Person',
    permission: 'Medgivande',
    met: 'uppfyllt',
    not_met: 'inte uppfyllt',
    unknown: 'vi vet inte',
    by: 'uppfyllt senast',
    byLegend: 'uppfyllt senast det datumet',
    byExample: '14/3',
  },
}

/** The match, as in the third sketch. */
export function MatchSample(): ReactNode {
  const nav = navOf(['Min dag', 'Platser', 'Personer', 'Möten', 'Medgivanden'], 'Platser')
  return (
    <Frame nav={nav} who="Sara Ek · matchningsansvarig, Östra">
      <Page
        kicker="Städ i Väst · 3 platser · start 16 mars · komna överens om 6 kandidater"
        title="Vem kan bli lokalvårdare här?"
        actions={
          <>
            <Button variant="ghost" form="match-form" name="do" value="compare">
              Jämför
            </Button>
            <Button form="match-form" name="do" value="shortlist">
              Lägg på kortlistan
            </Button>
          </>
        }
        lede={
          <>
            Det finns ingen poäng. Ordningen är den du har valt: <a href="#order">väntat längst</a>. Visa: klara, och
            klara före start.
          </>
        }
      >
        <form id="match-form" method="post" action="#">
          <Panel>
            <MatchGrid {...match} />
          </Panel>
        </form>
      </Page>
    </Frame>
  )
}
