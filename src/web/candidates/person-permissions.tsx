import type { ReactElement } from 'react'
import type { PermissionLine, PersonPage } from '#domain/candidates'
import type { Day } from '#kernel'
import { FormKey, type Language, type Returned } from '#shell'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  EmptyState,
  FormBody,
  HiddenKey,
  Panel,
  Select,
  Stack,
  SubmitRow,
} from '#ui'
import { BehalfForm } from './behalf-form.tsx'
import { PermissionTag, permissionWhat } from './permission-words.tsx'
import { typed } from './person-faults.tsx'
import { personTexts } from './person-texts.ts'

type Props = {
  readonly person: PersonPage
  readonly returned: Returned | undefined
  readonly language: Language
  readonly today: Day
}

/** To whom the person may be shown, what and until when; asking, and taking down what was answered by word (TGT-11, P-M6). */
export function PersonPermissions(props: Props): ReactElement {
  const { person, language } = props
  const t = personTexts(language)
  return (
    <Panel title={t('permissions')} id="medgivanden">
      <Stack gap="m">
        {person.permissions.length === 0 ? (
          <EmptyState title={t('permissionsNone')} />
        ) : (
          <ul className="ps-permissions">
            {person.permissions.map(line => (
              <Line key={line.id} line={line} {...props} />
            ))}
          </ul>
        )}
        {person.allowed.includes('permission.ask') && !person.protected ? <AskForm {...props} /> : null}
      </Stack>
    </Panel>
  )
}

function Line({ line, ...props }: Props & { readonly line: PermissionLine }): ReactElement {
  const { person, language, today } = props
  const t = personTexts(language)
  const may = (operation: (typeof person.allowed)[number]): boolean => person.allowed.includes(operation)
  return (
    <li>
      <div className="ps-permission">
        <p>
          <b>
            <bdi>{line.receiver}</bdi>
          </b>{' '}
          <span className="ff-soft">{line.caseNumber}</span>
          <br />
          {permissionWhat(line, language)}
          {line.manner && line.manner !== 'self' ? <span className="ff-soft"> · {t('spokenTag')}</span> : null}
        </p>
        <PermissionTag line={line} language={language} today={today} />
      </div>
      {line.state === 'asked' && may('permission.record') && !person.protected ? (
        <BehalfForm intent="record" line={line} {...props} />
      ) : null}
      {line.state === 'in_force' && may('permission.withdraw_for') ? (
        <BehalfForm intent="withdraw" line={line} {...props} />
      ) : null}
      {line.purpose === 'show_to_employer' && line.procurement && may('permission.ask') && line.state !== 'in_force' ? (
        <form method="post" action="#medgivanden">
          <FormKey intent="ask" />
          <HiddenKey name="procurement" value={line.procurement} />
          <HiddenKey name="again" value="on" />
          {line.fields.map(field => (
            <HiddenKey key={field} name="fields" value={field} />
          ))}
          <Button variant="text" size="small">
            {t('askAgain')}
          </Button>
        </form>
      ) : null}
    </li>
  )
}

function AskForm({ person, returned, language, today }: Props): ReactElement {
  const t = personTexts(language)
  const cases = person.cases.filter(one => one.employer !== null)
  const again = returned?.values.until === undefined ? undefined : returned
  if (cases.length === 0) return <p className="ff-soft">{t('askNoCases')}</p>
  return (
    <Details summary={t('ask')} open={again !== undefined}>
      <form method="post" action="#medgivanden">
        <FormKey intent="ask" />
        <FormBody>
          <Select
            name="procurement"
            label={t('askCase')}
            placeholder={t('askCaseChoose')}
            defaultValue={typed(again, 'procurement', '')}
            options={cases.map(one => ({ value: one.id, label: `${one.number} ${one.title}, ${one.employer}` }))}
          />
          <Checkboxes
            name="fields"
            label={t('askFields')}
            hint={t('askFieldsHint')}
            defaultValues={['phone', 'competence']}
            options={[
              { value: 'phone', label: t('fieldPhone') },
              { value: 'competence', label: t('fieldCompetence') },
            ]}
          />
          <DateInput
            name="until"
            label={t('askUntil')}
            hint={t('askUntilHint')}
            min={today}
            defaultValue={typed(again, 'until', '')}
          />
          <SubmitRow>
            <Button>{t('askSend')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
