import type { ReactElement, ReactNode } from 'react'
import type { AreaLine } from '#domain/organisations'
import { employmentForms } from '#domain/procurement'
import type { Language, Returned } from '#shell'
import { DateInput, FormBody, Heading, NumberInput, Radios, Select, TextArea, TextInput } from '#ui'
import { typed } from './faults.tsx'
import { needFault, needTexts } from './need-texts.ts'
import { wordFor, words } from './words.ts'

/** What a field begins with, by name; numbers as text. */
export type Beginnings = Readonly<Partial<Record<string, string | number>>>

type Props = {
  readonly began: Beginnings
  readonly returned: Returned | undefined
  readonly language: Language
  /** Said under a field: where its value comes from, or what the notice says beside it. */
  readonly beside?: Readonly<Partial<Record<string, ReactElement | string>>>
}

type FieldOf = (name: string) => { name: string; defaultValue: string; error?: string }

function fieldsOf({ began, returned, language }: Props): FieldOf {
  const sentence = needFault(language)
  return name => {
    const fault = returned?.faults.find(one => one.field === name)
    const error = fault && (sentence(fault.message) ?? undefined)
    return { name, defaultValue: typed(returned, name, began[name]), ...(error ? { error } : {}) }
  }
}

/** What a case is called, when its contract runs, what it is worth. */
export function CaseFields(props: Props): ReactElement {
  const { language, beside = {} } = props
  const t = needTexts(language)
  const field = fieldsOf(props)
  const optional = words(language)('optional')
  return (
    <>
      <TextInput {...field('title')} label={t('title')} hint={beside.title ?? t('titleHint')} maxLength={200} />
      <div className="pr-pair">
        <DateInput {...field('contractStart')} label={t('contractStart')} hint={beside.contractStart} />
        <DateInput
          {...field('contractEnd')}
          label={t('contractEnd')}
          hint={beside.contractEnd ?? t('contractEndHint')}
        />
      </div>
      <div className="pr-pair">
        <TextInput
          {...field('cpv')}
          label={t('cpv')}
          hint={beside.cpv ?? t('cpvHint')}
          optional={optional}
          width="short"
          inputMode="numeric"
          maxLength={10}
        />
        <NumberInput
          {...field('value')}
          label={t('value')}
          hint={beside.value ?? t('valueHint')}
          optional={optional}
          unit={t('kr')}
        />
      </div>
    </>
  )
}

/** The six inputs of the target-group process, numbered as the guide numbers them. */
export function NeedFields(props: Props & { readonly areas: readonly AreaLine[] }): ReactElement {
  const { areas, language, beside = {} } = props
  const t = needTexts(language)
  const w = words(language)
  const field = fieldsOf(props)
  const optional = w('optional')
  return (
    <>
      <Part title={t('one')}>
        <NumberInput {...field('places')} label={t('places')} hint={beside.places ?? t('placesHint')} />
      </Part>
      <Part title={t('two')}>
        <Radios
          {...field('form')}
          label={t('form')}
          hint={beside.form}
          options={employmentForms.map(form => ({ value: form, label: wordFor(form, language) }))}
        />
        <NumberInput {...field('months')} label={t('months')} unit={t('monthsUnit')} />
      </Part>
      <Part title={t('three')}>
        <TextInput {...field('service')} label={t('service')} hint={beside.service} maxLength={300} />
      </Part>
      <Part title={t('four')}>
        <TextArea
          {...field('education')}
          label={t('education')}
          hint={beside.education ?? t('educationHint')}
          rows={2}
          maxLength={1000}
        />
        <TextArea
          {...field('priorKnowledge')}
          label={t('priorKnowledge')}
          optional={optional}
          rows={2}
          maxLength={1000}
        />
        <TextArea {...field('skills')} label={t('skills')} optional={optional} rows={2} maxLength={1000} />
      </Part>
      <Part title={t('five')}>
        <Select
          {...field('area')}
          label={t('area')}
          hint={beside.area}
          placeholder={w('wholeCity')}
          options={areas.map(area => ({ value: area.id, label: area.name }))}
          width="medium"
        />
      </Part>
      <Part title={t('six')}>
        <TextArea
          {...field('comments')}
          label={t('comments')}
          hint={beside.comments ?? t('commentsHint')}
          optional={optional}
          rows={3}
          maxLength={1000}
        />
      </Part>
    </>
  )
}

/** One of the six, under its own quiet heading. */
function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="pr-part">
      <Heading level={3}>{title}</Heading>
      <FormBody>{children}</FormBody>
    </section>
  )
}
