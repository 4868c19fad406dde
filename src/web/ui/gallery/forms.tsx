import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  CheckAnswers,
  Checkbox,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  FileInput,
  FormBody,
  HiddenKey,
  NumberInput,
  Page,
  Panel,
  Radios,
  Receipt,
  Select,
  SubmitRow,
  TextArea,
  TextInput,
} from '../index.ts'
import { Frame, navOf } from './frame.tsx'

function Fields(): ReactNode {
  return (
    <FormBody>
      <HiddenKey name="key" value="0190" />
      <TextInput
        name="title"
        label="Vad ska upphandlas?"
        hint="Skriv som det står i planen."
        defaultValue="Golventreprenad"
      />
      <TextInput name="mail" type="email" label="E-post" optional="(frivilligt)" autoComplete="email" width="medium" />
      <Select
        name="area"
        label="Bransch"
        placeholder="Välj …"
        width="medium"
        options={[
          { label: 'Bygg', options: [{ value: 'floor', label: 'Golv' }] },
          { value: 'clean', label: 'Lokalvård' },
        ]}
      />
      <DateInput name="start" label="Kontraktet börjar" defaultValue="2026-05-04" />
      <NumberInput
        name="months"
        label="Heltidsmånader"
        unit="månader"
        defaultValue="14"
        error="Antalet månader (14) är fler än kontraktet har varat (9). Ändra eller skriv varför."
      />
      <Radios
        name="why"
        label="Varför frångår ni förslaget?"
        error="Välj en orsak."
        options={[
          { value: 'a', label: 'Profilen saknas i stadsdelen' },
          { value: 'b', label: 'Hinner inte rusta i tid', hint: 'Kortaste kursen tar 20 veckor.' },
          { value: 'c', label: 'Annat, kort' },
        ]}
      />
      <Checkboxes
        name="who"
        label="Vem ska svara?"
        layout="inline"
        options={[
          { value: 'east', label: 'Östra' },
          { value: 'west', label: 'Västra' },
        ]}
        defaultValues={['east']}
      />
      <TextArea name="note" label="Vad kom ni överens om?" hint="Skriv inte om hälsa, brott, familj eller åsikter." />
      <FileInput name="file" label="Annonsen" hint="En fil i taget, högst 20 MB." />
      <Checkbox name="read" label="Alla i teamet har läst fördelningen" />
      <Details summary="Så här räknas heltidsmånader">
        <p>En månad med 165 timmar är en heltidsmånad. Kalendermånader räknas, aldrig 30 dagar.</p>
      </Details>
      <SubmitRow note="Inget är sparat än.">
        <Button>Skicka frågan</Button>
        <Button variant="text">Spara och fortsätt senare</Button>
        <Button variant="danger">Ta tillbaka</Button>
      </SubmitRow>
    </FormBody>
  )
}

/** Every field, an error summary, check answers and a receipt. */
export function FormsSample(): ReactNode {
  const change = (key: string, hidden: string) => ({ href: `#${key}`, label: 'Ändra', hidden })
  return (
    <Frame nav={navOf(['Min dag', 'Upphandlingar'], 'Upphandlingar')} who="Karin Berg · upphandlare">
      <Page
        width="text"
        title="Fråga om arbetsmarknaden"
        kicker="2026-041"
        lede="Svaret behövs före 6 mars. Det tar ungefär 5 minuter."
      >
        <ErrorSummary
          title="Det finns 2 saker att rätta"
          errors={[
            { field: 'months', text: 'Antalet månader är fler än kontraktet har varat' },
            { field: 'why', text: 'Välj en orsak' },
          ]}
        />
        <form method="post" action="#">
          <Fields />
        </form>
        <Panel title="Kontrollera rapporten innan ni skickar" id="check">
          <CheckAnswers
            answers={[
              { key: '1', label: 'Personer anställda', value: '2 (från oss: 2)', change: change('people', 'personer') },
              { key: '2', label: 'Heltidsmånader', value: '4,5', change: change('m', 'heltidsmånader') },
              {
                key: '3',
                label: 'Något vi bör veta',
                value: 'Inte angivet',
                change: change('other', 'något vi bör veta'),
              },
            ]}
          />
        </Panel>
        <Receipt
          title="Rapporten är skickad"
          reference={{ label: 'Nummer', value: 'K7P-42' }}
          actions={
            <ButtonLink href="#day" variant="ghost">
              Till min dag
            </ButtonLink>
          }
        >
          <p>Ni får svar senast 17 mars. Sara Ek läser den.</p>
        </Receipt>
      </Page>
    </Frame>
  )
}
