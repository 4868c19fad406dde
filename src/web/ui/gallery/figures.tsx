import type { ReactNode } from 'react'
import {
  CommitmentBar,
  type CommitmentBarProps,
  Page,
  Panel,
  SparkBars,
  type SparkBarsProps,
  Split,
  Tornado,
  type TornadoProps,
  Waterfall,
  type WaterfallProps,
} from '../index.ts'
import { Frame, navOf } from './frame.tsx'

const showTable = 'Visa som tabell'

export const commitment: CommitmentBarProps = {
  id: 'commitment',
  title: 'Håller löftet?',
  summary: 'Ni har lovat 12 månaders heltidsarbete. 7 är klara, 3 pågår, 2 saknas.',
  showTable,
  format: value => String(value).replace('.', ','),
  measures: [
    { key: 'months', label: 'Heltidsmånader', promised: 12, done: 7, running: 3 },
    { key: 'people', label: 'Personer', promised: 2, done: 1, running: 1 },
  ],
  flags: [
    { key: 'first', label: 'Första anställningen skulle börja senast 1 december 2025', state: 'met' },
    {
      key: 'most',
      label: '75 procent ska vara klart senast 30 november 2026',
      state: 'coming',
      on: { measure: 'months', at: 9, label: '75 procent senast 30 november' },
    },
  ],
  words: {
    measure: 'Löfte',
    promised: 'lovat',
    done: 'klart',
    running: 'pågår',
    lacking: 'saknas',
    flag: 'Datum i kontraktet',
    met: 'började 20 oktober',
    missed: 'missat',
    coming: 'återstår',
  },
}

const monthly = [3, 4, 4, 6, 7, 5, null, 8, 9, 9, 11, 12]
const names = ['apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec', 'jan', 'feb', 'mar']

export const spark: SparkBarsProps = {
  id: 'spark',
  title: 'Åt vilket håll går det?',
  summary: 'Mars gav 12 anställningar, fler än målet 10. Oktober visas inte, eftersom antalet är färre än 5.',
  showTable,
  latest: '12 i mars',
  target: { value: 10, label: 'mål 10' },
  points: monthly.map((value, index) => ({
    key: String(index),
    label: `${names[index] ?? ''} ${index < 9 ? 2025 : 2026}`,
    value,
    text: value === null ? 'färre än 5' : String(value),
  })),
  words: { period: 'Månad', value: 'Anställningar', target: 'Mål' },
}

export const waterfall: WaterfallProps = {
  id: 'waterfall',
  title: 'Vem vinner, och vem betalar?',
  summary:
    'Samhället vinner 4,8 miljoner kronor på ett år. Arbetsgivarna betalar 0,3. Hälsa och undanträngning räknas inte.',
  showTable,
  steps: [
    { key: 'i', label: 'Individ', value: 1.9, text: '+1,9 mnkr', low: 1.6, high: 2.3, rangeText: '1,6–2,3' },
    { key: 'k', label: 'Kommun', value: 1.6, text: '+1,6 mnkr', low: 1.2, high: 2.1, rangeText: '1,2–2,1' },
    { key: 'r', label: 'Region', value: 0.2, text: '+0,2 mnkr', low: 0.1, high: 0.3, rangeText: '0,1–0,3' },
    { key: 's', label: 'Stat', value: 1.4, text: '+1,4 mnkr', low: 1.0, high: 1.9, rangeText: '1,0–1,9' },
    {
      key: 'a',
      label: 'Arbetsgivare',
      value: -0.3,
      text: '−0,3 mnkr',
      low: -0.5,
      high: -0.1,
      rangeText: '−0,5 till −0,1',
    },
  ],
  total: { label: 'Samhället', text: '+4,8 mnkr', low: 4.1, high: 6.8, rangeText: '4,1–6,8' },
  words: { party: 'Part', value: 'Per år', range: 'Spann' },
}

export const tornado: TornadoProps = {
  id: 'tornado',
  title: 'Vilket antagande betyder mest?',
  summary: 'Hur många som annars fått jobb ändå betyder mest: från 2,1 till 6,6 miljoner kronor.',
  showTable,
  base: { value: 4.8, text: 'utgångsläge 4,8 mnkr' },
  rows: [
    { key: 'd', label: 'Fått jobb ändå', span: '10–50 %', low: 6.6, high: 2.1, lowText: '6,6', highText: '2,1' },
    { key: 'k', label: 'Kvar efter 12 mån', span: '50–85 %', low: 3.4, high: 5.7, lowText: '3,4', highText: '5,7' },
    { key: 'l', label: 'Lön', span: '24 000–29 000 kr', low: 4.3, high: 5.4, lowText: '4,3', highText: '5,4' },
    { key: 's', label: 'Stöd vid anställning', span: '0–80 %', low: 5.1, high: 4.4, lowText: '5,1', highText: '4,4' },
  ],
  words: { assumption: 'Antagande', low: 'lågt värde', high: 'högt värde', span: 'Spann' },
}

/** The pictures that the five sketches do not show. */
export function FiguresSample(): ReactNode {
  return (
    <Frame nav={navOf(['Läget', 'Strategi', 'Samhällsekonomi'], 'Samhällsekonomi')} who="Stadsledningen">
      <Page
        title="Nyttan är 4,8 miljoner kronor om året"
        kicker="38 personer · spann 4,1–6,8 miljoner"
        lede="Räknat på dem som fått jobb."
      >
        <Panel>
          <Waterfall {...waterfall} />
        </Panel>
        <Split>
          <Panel>
            <Tornado {...tornado} />
          </Panel>
          <Panel>
            <SparkBars {...spark} />
          </Panel>
        </Split>
        <Panel>
          <CommitmentBar {...commitment} />
        </Panel>
      </Page>
    </Frame>
  )
}
