import type { ReactElement } from 'react'
import { type ConceptHit, commonConcepts, type Profile, requirementKinds } from '#domain/competence'
import type { Language } from '#shell'
import {
  Button,
  FormBody,
  Heading,
  NumberInput,
  Panel,
  Radios,
  Row,
  Select,
  Stack,
  SubmitRow,
  TextArea,
  TextInput,
} from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

type Search = { readonly words: string; readonly hits: readonly ConceptHit[] }

type Props = {
  readonly draft: Profile
  readonly language: Language
  readonly skills: Search
  readonly occupations: Search
}

/** What the work is: title and tasks in words, and the occupation of the taxonomy, found by search. */
export function DescribeWork({ draft, language, occupations }: Props): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('work')}>
      <Stack>
        <form method="get">
          <Row>
            <TextInput
              name="yrke"
              type="search"
              label={t('occupationSearch')}
              hint={t('occupationHint')}
              defaultValue={occupations.words}
            />
            <Button variant="ghost">{t('search')}</Button>
          </Row>
        </form>
        {occupations.words === '' ? null : (
          <p role="status">{t('hits', { n: occupations.hits.length, words: occupations.words })}</p>
        )}
        <form method="post">
          <FormKey version={draft.version} intent="describe" />
          <FormBody>
            <Select
              name="occupation"
              label={t('occupation')}
              defaultValue={occupations.hits[0]?.id ?? draft.occupation?.id ?? ''}
              options={[
                { value: '', label: t('occupationNone') },
                ...(draft.occupation ? [{ value: draft.occupation.id, label: draft.occupation.label }] : []),
                ...occupations.hits
                  .filter(hit => hit.id !== draft.occupation?.id)
                  .map(hit => ({ value: hit.id, label: hit.label })),
              ]}
            />
            <TextInput name="title" label={t('workTitle')} defaultValue={draft.title} maxLength={120} />
            <TextArea name="tasks" label={t('tasks')} hint={t('tasksHint')} defaultValue={draft.tasks} rows={3} />
            <SubmitRow>
              <Button variant="ghost">{t('saveWork')}</Button>
            </SubmitRow>
          </FormBody>
        </form>
      </Stack>
    </Panel>
  )
}

/** Adds a line: one of the common requirements, or a skill found in the taxonomy. */
export function AddRequirement({ draft, language, skills }: Props): ReactElement {
  const t = texts(language)
  const common = [
    ...commonConcepts.map(concept => ({
      value: concept.concept,
      label: language === 'en' ? concept.labelEn : concept.labelSv,
    })),
    ...(draft.occupation ? [{ value: 'experience', label: t('experience') }] : []),
  ]
  return (
    <Panel title={t('add')}>
      <Stack>
        <form method="get">
          <Row>
            <TextInput
              name="sok"
              type="search"
              label={t('skillSearch')}
              hint={t('skillHint')}
              defaultValue={skills.words}
            />
            <Button variant="ghost">{t('search')}</Button>
          </Row>
        </form>
        {skills.words === '' ? null : <p role="status">{t('hits', { n: skills.hits.length, words: skills.words })}</p>}
        <form method="post">
          <FormKey version={draft.version} intent="add" />
          <FormBody>
            {skills.hits.length > 0 ? (
              <Radios
                name="concept"
                label={t('skillSearch')}
                options={skills.hits.map(hit => ({ value: hit.id, label: hit.label }))}
              />
            ) : (
              <Select name="concept" label={t('common')} options={common} />
            )}
            <Radios
              name="kind"
              label={t('kindLabel')}
              layout="inline"
              options={requirementKinds.map(kind => ({ value: kind, label: t(kind) }))}
            />
            <Row>
              {skills.hits.length > 0 ? null : (
                <Select
                  name="level"
                  label={t('levelLabel')}
                  hint={t('levelHint')}
                  options={[
                    { value: '', label: t('levelNone') },
                    ...([1, 2, 3, 4, 5] as const).map(n => ({ value: String(n), label: t(`level${n}`) })),
                  ]}
                />
              )}
              <NumberInput
                name="weeks"
                label={t('weeksLabel')}
                hint={t('weeksHint')}
                unit={t('weeksUnit')}
                min={0}
                max={104}
              />
            </Row>
            <SubmitRow>
              <Button variant="ghost">{t('addLine')}</Button>
            </SubmitRow>
          </FormBody>
        </form>
      </Stack>
    </Panel>
  )
}

/** The need beside the profile, so that the team never has to look for it. */
export function NeedBeside(props: {
  need: Readonly<Record<'service' | 'education' | 'priorKnowledge' | 'skills' | 'comments', string>>
  language: Language
}): ReactElement {
  const t = texts(props.language)
  const lines = (['service', 'education', 'priorKnowledge', 'skills', 'comments'] as const).filter(
    key => props.need[key] !== '',
  )
  return (
    <section>
      <Heading level={2}>{t('need')}</Heading>
      <dl className="ff-defs ff-defs--above">
        {lines.map(key => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{props.need[key]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
