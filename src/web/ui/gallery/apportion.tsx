import type { ReactNode } from 'react'
import { AllocationBars, type AllocationBarsProps, Button, Checkboxes, Page, Panel, Row, Split } from '../index.ts'
import { Frame, navOf } from './frame.tsx'

const swedish = (value: number): string => value.toFixed(1).replace('.', ',')

const districts: readonly (readonly [string, number, number, number, number])[] = [
  ['Angered', 23.2, 9, 10.4, 2],
  ['Östra Göteborg', 21.7, 10, 9.8, 1],
  ['Västra Hisingen', 13.3, 5, 6.0, 1],
  ['Askim/Frölunda/Högsbo', 7.4, 3, 3.3, 1],
  ['Majorna/Linné', 7.1, 3, 3.2, 0],
  ['Norra Hisingen', 6.5, 2, 2.9, 1],
  ['Lundby', 5.8, 3, 2.6, 0],
  ['Västra Göteborg', 5.8, 3, 2.6, 0],
  ['Centrum', 4.7, 1, 2.1, 0],
  ['Örgryte/Härlanda', 4.5, 2, 2.0, 0],
]

export const allocation: AllocationBarsProps = {
  id: 'allocation',
  title: 'Vem står på tur?',
  summary:
    'Angered och Centrum har störst fordran. Centrum passar, eftersom profilen saknas, och behåller sin fordran till nästa gång.',
  showTable: 'Visa som tabell med alla steg',
  words: {
    name: 'Stadsdel',
    share: 'Andel',
    bars: 'Fått i år, och vad nyckeln ger',
    given: 'Fått',
    due: 'Nyckeln ger',
    claim: 'Fordran',
    proposed: 'Förslag nu',
    why: 'Varför',
    none: '–',
  },
  rows: districts.map(([name, share, given, due, proposed]) => ({
    key: name,
    name,
    shareText: `${swedish(share)} %`,
    given,
    givenText: String(given),
    due,
    dueText: swedish(due),
    claimText: `${due >= given ? '+' : '−'}${swedish(Math.abs(due - given))}`,
    strong: due - given > 0.5,
    proposed,
    proposedText: proposed === 1 ? '1 plats' : `${proposed} platser`,
    passed: name === 'Centrum' ? 'passar' : undefined,
    why: name === 'Angered' ? 'störst fordran' : name === 'Centrum' ? 'profilen saknas' : undefined,
  })),
}

/** The apportionment, as in the second sketch. */
export function ApportionSample(): ReactNode {
  const nav = navOf(['Bordet', 'Fördelning', 'Profiler', 'Förslag', 'Möten'], 'Fördelning')
  return (
    <Frame nav={nav} who="Mötesläge: namn är dolda">
      <Page
        kicker="Städ i Väst · profil 2 · start 16 mars"
        title="Fördela 6 platser"
        lede="Nyckeln för unga och utrikes födda, 2026. Fördelningen räknas över hela året: den stadsdel som har störst fordran får nästa plats."
      >
        <Panel>
          <AllocationBars {...allocation} />
        </Panel>
        <form method="post" action="#">
          <Panel title="Egenkontroll före beslut" id="selfcheck">
            <Split shape="wide-first">
              <Checkboxes
                name="checks"
                label="Är det här gjort?"
                hint="Båda måste besvaras innan fördelningen antas."
                options={[
                  { value: 'disability', label: 'Personer med funktionsnedsättning är prövade för platserna' },
                  { value: 'social', label: 'Sociala företag är tillfrågade' },
                ]}
                defaultValues={['disability']}
              />
              <Row spread="end">
                <Button variant="ghost" name="do" value="change">
                  Ändra med orsak
                </Button>
                <Button name="do" value="adopt">
                  Anta fördelningen
                </Button>
              </Row>
            </Split>
          </Panel>
        </form>
      </Page>
    </Frame>
  )
}
