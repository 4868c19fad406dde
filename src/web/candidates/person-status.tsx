import type { ReactElement } from 'react'
import { type PersonPage, statusMoves } from '#domain/candidates'
import { FormKey, type Language, languageName, type Returned } from '#shell'
import { Button, DateInput, DefinitionList, Details, FormBody, Panel, Radios, Stack, SubmitRow } from '#ui'
import { typed } from './person-faults.tsx'
import { personTexts } from './person-texts.ts'
import { statusWord } from './words.ts'

type Props = { readonly person: PersonPage; readonly returned: Returned | undefined; readonly language: Language }

/** Where the person stands, and the form that changes it. */
export function PersonStatusPanel({ person, returned, language }: Props): ReactElement {
  const t = personTexts(language)
  const same = person.status === 'preparing' || person.status === 'ready' ? [person.status] : []
  const again = returned?.values.status === undefined ? undefined : returned
  return (
    <Panel title={t('status')}>
      <Stack gap="m">
        <DefinitionList
          items={[
            { key: 'status', label: t('status'), value: statusWord(person.status, language) },
            { key: 'language', label: t('language'), value: languageName(person.language, language) },
            { key: 'district', label: t('district'), value: person.district },
            { key: 'area', label: t('area'), value: person.area },
          ]}
        />
        {person.allowed.includes('person.note_status') ? (
          <Details summary={t('change')} open={again !== undefined}>
            <form method="post">
              <FormKey intent="status" version={person.version} />
              <FormBody>
                <Radios
                  name="status"
                  label={t('statusNew')}
                  defaultValue={again ? typed(again, 'status', '') : undefined}
                  options={[...same, ...statusMoves[person.status]].map(value => ({
                    value,
                    label: statusWord(value, language),
                  }))}
                />
                <DateInput name="ready" label={t('statusReady')} defaultValue={typed(again, 'ready', person.readyOn)} />
                <SubmitRow>
                  <Button variant="ghost">{t('statusSave')}</Button>
                </SubmitRow>
              </FormBody>
            </form>
          </Details>
        ) : null}
      </Stack>
    </Panel>
  )
}
