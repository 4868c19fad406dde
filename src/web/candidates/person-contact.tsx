import type { ReactElement } from 'react'
import { type PersonPage, type RevealField, type RevealPurpose, revealFields, revealPurposes } from '#domain/candidates'
import { FormKey, type Language, type Returned } from '#shell'
import { Button, Details, FormBody, HiddenKey, Note, Panel, Radios, Select, Stack } from '#ui'
import type { Revealed } from './person-form.ts'
import { personTexts } from './person-texts.ts'

type Props = {
  readonly person: PersonPage
  readonly returned: Returned | undefined
  readonly revealed: Revealed | undefined
  readonly language: Language
}

/** Folded fields: each opens for a stated reason, once, and the opening is logged (GEN-1, ux.md §8.11). */
export function PersonContact({ person, returned, revealed, language }: Props): ReactElement | null {
  const t = personTexts(language)
  if (!person.allowed.includes('person.reveal')) return null
  return (
    <Panel title={t('contact')} id="kontakt">
      <Stack gap="s">
        <p className="ff-soft">{t('contactLede')}</p>
        {revealFields.map(field =>
          revealed?.field === field ? (
            <Note key={field} tone="pine" role="status" title={<bdi className="ps-revealed">{shown(revealed)}</bdi>}>
              {t('revealed', { purpose: t(revealed.purpose).toLowerCase() })}
            </Note>
          ) : (
            <Reveal key={field} field={field} person={person} returned={returned} language={language} />
          ),
        )}
      </Stack>
    </Panel>
  )
}

/** An identity number is shown as people write it, `ÅÅÅÅMMDD-NNNN`. */
function shown({ field, value }: Revealed): string {
  return field === 'identity' ? `${value.slice(0, 8)}-${value.slice(8)}` : value
}

function Reveal(props: Omit<Props, 'revealed'> & { readonly field: RevealField }): ReactElement {
  const { field, person, returned, language } = props
  const t = personTexts(language)
  const purposes = (Object.keys(revealPurposes) as RevealPurpose[]).filter(purpose =>
    (revealPurposes[purpose].of as readonly RevealField[]).includes(field),
  )
  const button = { phone: t('revealPhone'), email: t('revealEmail'), identity: t('revealIdentity') }[field]
  const again = returned?.values.field === field ? returned.values : undefined
  return (
    <Details summary={`${t(field)}: ${t('hidden')}`} open={again !== undefined}>
      <form method="post" action="#kontakt">
        <FormKey intent="reveal" />
        <HiddenKey name="field" value={field} />
        <FormBody>
          <Radios
            name="purpose"
            id={`purpose-${field}`}
            label={t('why')}
            defaultValue={again ? String(again.purpose ?? '') : undefined}
            options={purposes.map(purpose => ({ value: purpose, label: t(purpose) }))}
          />
          <Select
            name="procurement"
            id={`procurement-${field}`}
            label={t('forCase')}
            placeholder={t('noCase')}
            defaultValue={again ? String(again.procurement ?? '') : ''}
            options={person.cases.map(one => ({ value: one.id, label: `${one.number} ${one.title}` }))}
          />
          <Button variant="ghost">{button}</Button>
        </FormBody>
      </form>
    </Details>
  )
}
