import type { ReactElement } from 'react'
import { type CompetenceSource, type Concept, competenceSources, type PersonPage } from '#domain/candidates'
import type { Day } from '#kernel'
import { FormKey, formatDay, type Language, type Returned } from '#shell'
import {
  Button,
  DateInput,
  Details,
  EmptyState,
  FormBody,
  NumberInput,
  Panel,
  Radios,
  Select,
  Stack,
  SubmitRow,
} from '#ui'
import { typed } from './person-faults.tsx'
import { personTexts } from './person-texts.ts'

type Props = {
  readonly person: PersonPage
  readonly concepts: readonly Concept[]
  readonly returned: Returned | undefined
  readonly language: Language
  readonly today: Day
}

function sourceWord(source: CompetenceSource, language: Language): string {
  const t = personTexts(language)
  return {
    self: t('sourceSelf'),
    officer: t('sourceOfficer'),
    certificate: t('sourceCertificate'),
    course: t('sourceCourse'),
  }[source]
}

/** What the person can, and is known not to. The rest is unknown, which is said. */
export function PersonCompetences(props: Props): ReactElement {
  const { person, language, today } = props
  const t = personTexts(language)
  const groups = [
    { key: 'held', title: t('held'), lines: person.competences.filter(one => one.state === 'held') },
    { key: 'lacking', title: t('lacking'), lines: person.competences.filter(one => one.state === 'lacking') },
  ].filter(group => group.lines.length > 0)
  return (
    <Panel title={t('competences')} id="kompetens">
      <Stack gap="m">
        {groups.length === 0 ? <EmptyState title={t('competencesNone')} /> : null}
        {groups.map(group => (
          <div key={group.key}>
            <h3>{group.title}</h3>
            <ul className="ps-competences">
              {group.lines.map(one => (
                <li key={one.id}>
                  <span>
                    {one.label}
                    {one.level === null ? '' : `, ${t('level', { level: one.level })}`}
                  </span>
                  <span className="ff-soft">
                    {sourceWord(one.source, language)}, {formatDay(one.notedOn, language, today)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {person.allowed.includes('person.note_competence') ? <NoteForm {...props} /> : null}
      </Stack>
    </Panel>
  )
}

function NoteForm({ person, concepts, returned, language, today }: Props): ReactElement {
  const t = personTexts(language)
  const again = returned?.values.concept === undefined ? undefined : returned
  return (
    <Details summary={t('note')} open={again !== undefined}>
      <form method="post" action="#kompetens">
        <FormKey intent="competence" version={person.version} />
        <FormBody>
          <Select
            name="concept"
            label={t('noteWhat')}
            hint={t('noteHint')}
            placeholder={t('noteChoose')}
            defaultValue={typed(again, 'concept', '')}
            options={concepts.map(one => ({ value: one.concept, label: one.label }))}
          />
          <Radios
            name="state"
            label={t('noteState')}
            layout="inline"
            defaultValue={typed(again, 'state', 'held')}
            options={[
              { value: 'held', label: t('held') },
              { value: 'lacking', label: t('lacking') },
            ]}
          />
          <NumberInput name="level" label={t('noteLevel')} defaultValue={typed(again, 'level', '')} />
          <Radios
            name="source"
            label={t('noteSource')}
            defaultValue={typed(again, 'source', 'officer')}
            options={competenceSources.map(value => ({ value, label: sourceWord(value, language) }))}
          />
          <DateInput name="day" label={t('noteDay')} defaultValue={typed(again, 'day', today)} max={today} />
          <SubmitRow>
            <Button variant="ghost">{t('noteSave')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
