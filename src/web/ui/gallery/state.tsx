import type { ReactNode } from 'react'
import { Button, Funnel, type FunnelProps, KeyFigures, Page, Panel, Split, Stack } from '../index.ts'
import { Frame, navOf } from './frame.tsx'

export const funnel: FunnelProps = {
  id: 'funnel',
  title: 'Var tappar vi människor?',
  summary:
    'Den största förlusten är mellan mötet och kortlistan: var tredje person som kom hamnade inte på någon kortlista.',
  showTable: 'Visa som tabell',
  words: { stage: 'Steg', count: 'Antal', ofPrevious: 'Av förra', ofFirst: 'Av kallade' },
  stages: [
    { key: '1', label: 'Kallade', count: 120, countText: '120' },
    { key: '2', label: 'Kom', count: 94, countText: '94', ofPrevious: '78 % av förra', ofFirst: '78 %' },
    { key: '3', label: 'Kortlista', count: 61, countText: '61', ofPrevious: '65 % av förra', ofFirst: '51 %' },
    { key: '4', label: 'Intervju', count: 49, countText: '49', ofPrevious: '80 % av förra', ofFirst: '41 %' },
    { key: '5', label: 'Anställda', count: 38, countText: '38', ofPrevious: '78 % av förra', ofFirst: '32 %' },
    { key: '6', label: 'Kvar 6 mån', count: 17, countText: '17', ofPrevious: 'av 23 som hunnit', ofFirst: '14 %' },
    { key: '7', label: 'Kvar 24 mån', count: null, countText: 'färre än 5' },
  ],
}

/** The state of things, as in the fourth sketch. */
export function StateSample(): ReactNode {
  const nav = navOf(['Läget', 'Strategi', 'Samhällsekonomi', 'Resultat'], 'Läget')
  return (
    <Frame nav={nav} who="Stadsledningen">
      <Page
        kicker="Januari–februari 2026 · fryst den 1 mars"
        title="38 personer har fått jobb genom stadens inköp"
        actions={<Button variant="ghost">Skriv ut en sida</Button>}
      >
        <KeyFigures
          label="Läget i fyra tal"
          figures={[
            { key: '1', label: 'Upphandlingar med krav', value: '14 av 31', note: 'mål 15' },
            { key: '2', label: 'Lovade heltidsmånader', value: '212', note: 'mål 250, 41 levererade' },
            { key: '3', label: 'Kvar efter sex månader', value: '17 av 23', note: '74 % av dem som hunnit dit' },
            { key: '4', label: 'Nytta för samhället', value: '4–7 mnkr', note: <a href="#how">så räknade vi</a> },
          ]}
        />
        <Split shape="wide-first">
          <Panel>
            <Funnel {...funnel} />
          </Panel>
          <Panel title="Behöver beslut" tone="sun" id="decide">
            <Stack gap="m">
              <p>
                <b>Bonusbudgeten är slut i juni</b>
                <br />
                om takten består. 410 000 kr av 600 000 kr är reserverade.
                <br />
                <a href="#decide-budget">Se och besluta</a>
              </p>
              <p>
                <b>Två stadsdelar har passat fem gånger</b>
                <br />
                Profilen saknas i Centrum och Lundby.
                <br />
                <a href="#reasons">Se orsakerna</a>
              </p>
            </Stack>
          </Panel>
        </Split>
      </Page>
    </Frame>
  )
}
