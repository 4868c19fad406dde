import type { ReactElement } from 'react'
import { type ApportionmentPage, overrideReasons, passReasons } from '#domain/places'
import type { Language, Values } from '#shell'
import { Button, Details, Fieldset, FormBody, Select, SubmitRow, TextInput } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

const mostPlacesShown = 20

/** Passes and places outside the order, each with its reason. Folded until somebody needs it: the proposal is usually right. */
export function ChangeProposal({
  page,
  language,
  values,
}: {
  page: ApportionmentPage
  language: Language
  values?: Values
}): ReactElement {
  const t = texts(language)
  const typed = (name: string, row: number): string | undefined => {
    const all = values?.[name]
    return Array.isArray(all) ? all[row] : undefined
  }
  const changed = page.calculation.passes.length + page.calculation.overrides.length > 0 || values !== undefined
  return (
    <Details summary={t('change')} open={changed}>
      <form method="post">
        <FormKey version={page.version} intent="change" />
        <input type="hidden" name="targetGroup" value={page.key.targetGroup} />
        <FormBody>
          <p className="ff-soft">{t('changeHint')}</p>
          <Fieldset id="passes" label={t('passLegend')}>
            {page.lines.map((line, row) => (
              <div key={line.area} className="pl-row">
                <input type="hidden" name="pass_area" value={line.area} />
                <Select
                  id={`pass_reason-${row + 1}`}
                  name="pass_reason"
                  label={line.name}
                  defaultValue={typed('pass_reason', row) ?? line.pass?.reason ?? ''}
                  options={[
                    { value: '', label: t('doesNotPass') },
                    ...passReasons.map(reason => ({ value: reason, label: t(reason) })),
                  ]}
                />
                <TextInput
                  id={`pass_note-${row + 1}`}
                  name="pass_note"
                  label={t('noteFor', { what: line.name })}
                  defaultValue={typed('pass_note', row) ?? line.pass?.note ?? ''}
                />
              </div>
            ))}
          </Fieldset>
          <Fieldset id="overrides" label={t('overrideLegend')}>
            {page.calculation.output.steps.slice(0, mostPlacesShown).map((step, row) => {
              const held = page.calculation.overrides.find(override => override.place === step.place)
              return (
                <div key={step.place} className="pl-row">
                  <Select
                    id={`override_area-${step.place}`}
                    name="override_area"
                    label={t('placeNumber', { n: step.place })}
                    defaultValue={typed('override_area', row) ?? held?.area ?? ''}
                    options={[
                      { value: '', label: t('byOrder') },
                      ...page.lines.map(line => ({ value: line.area, label: line.name })),
                    ]}
                  />
                  <Select
                    id={`override_reason-${step.place}`}
                    name="override_reason"
                    label={t('reasonFor', { n: step.place })}
                    defaultValue={typed('override_reason', row) ?? held?.reason ?? ''}
                    options={[
                      { value: '', label: t('chooseReason') },
                      ...overrideReasons.map(reason => ({ value: reason, label: t(reason) })),
                    ]}
                  />
                  <TextInput
                    id={`override_note-${step.place}`}
                    name="override_note"
                    label={t('noteFor', { what: t('placeNumber', { n: step.place }).toLowerCase() })}
                    defaultValue={typed('override_note', row) ?? held?.note ?? ''}
                  />
                </div>
              )
            })}
          </Fieldset>
          <SubmitRow>
            <Button variant="ghost">{t('saveChange')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
