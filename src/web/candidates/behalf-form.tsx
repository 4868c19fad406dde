import type { ReactElement } from 'react'
import { behalfGrounds, manners, type PermissionLine, type PersonPage } from '#domain/candidates'
import { FormKey, type Language, languageName, type Returned } from '#shell'
import { Button, Details, FormBody, HiddenKey, Radios, Select, SubmitRow } from '#ui'
import { typed } from './person-faults.tsx'
import { personTexts } from './person-texts.ts'
import { spokenLanguages } from './words.ts'

type Props = {
  readonly intent: 'record' | 'withdraw'
  readonly line: PermissionLine
  readonly person: PersonPage
  readonly returned: Returned | undefined
  readonly language: Language
}

/** What the person has said by word or on paper, taken down by staff: never without how, and why not by the person itself (P-M6). */
export function BehalfForm({ intent, line, person, returned, language }: Props): ReactElement {
  const t = personTexts(language)
  const mine = returned?.values.permission === line.id ? returned : undefined
  const id = (name: string): string => `${name}-${line.id}`
  const said = manners.filter(manner => manner !== 'self')
  return (
    <Details summary={t(intent)} open={mine !== undefined}>
      <form method="post" action="#medgivanden">
        <FormKey intent={intent} version={line.version} />
        <HiddenKey name="permission" value={line.id} />
        <FormBody>
          <p className="ff-soft">{t(intent === 'record' ? 'recordHint' : 'withdrawHint')}</p>
          {intent === 'record' ? (
            <Radios
              name="answer"
              id={id('answer')}
              label={t('recordAnswer')}
              layout="inline"
              defaultValue={typed(mine, 'answer', '')}
              options={[
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
              ]}
            />
          ) : null}
          <Radios
            name="manner"
            id={id('manner')}
            label={t('manner')}
            defaultValue={typed(mine, 'manner', '')}
            options={said.map(value => ({ value, label: t(value) }))}
          />
          <Radios
            name="ground"
            id={id('ground')}
            label={t('ground')}
            defaultValue={typed(mine, 'ground', '')}
            options={behalfGrounds.map(value => ({ value, label: t(value) }))}
          />
          {intent === 'record' ? (
            <Select
              name="language"
              id={id('language')}
              label={t('askedLanguage')}
              defaultValue={typed(mine, 'language', person.language)}
              options={[...new Set([person.language, ...spokenLanguages])].map(value => ({
                value,
                label: languageName(value, language),
              }))}
              width="short"
            />
          ) : null}
          <SubmitRow>
            <Button variant="ghost">{t(intent === 'record' ? 'recordSave' : 'withdrawSave')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
