import type { ReactElement } from 'react'
import type { Contact, OrganisationLine } from '#domain/organisations'
import { type CasePage, plannable } from '#domain/procurement'
import { type Day, formatKronor, type Ore } from '#kernel'
import { FormKey, type Language, type Values } from '#shell'
import { Button, DateInput, DefinitionList, Details, FormBody, Panel, Select, SubmitRow } from '#ui'
import { caseTexts } from './case-texts.ts'
import { span, wordFor, words } from './words.ts'

type Props = {
  readonly page: CasePage
  readonly units: readonly OrganisationLine[]
  readonly coordinators: readonly OrganisationLine[]
  readonly values?: Values
  readonly today: Day
  readonly language: Language
}

/** Who takes part and whom to call; and for the procurer, the two things that are set here: parties and days. */
export function CaseSides(props: Props): ReactElement {
  const { page, today, language } = props
  const t = caseTexts(language)
  const mayChange = page.state === 'open'
  return (
    <Panel title={t('parties')} id="parter">
      <DefinitionList
        layout="above"
        items={[
          {
            key: 'authority',
            label: t('authority'),
            value: <Side name={page.authority.name} people={[page.procurer]} />,
          },
          {
            key: 'matching',
            label: t('matching'),
            value: page.matching ? (
              <Side name={page.matching.name} contacts={contactsAt(page, page.matching.id)} />
            ) : (
              t('nobodyYet')
            ),
          },
          ...(page.coordinator
            ? [
                {
                  key: 'coordinator',
                  label: t('coordinator'),
                  value: <Side name={page.coordinator.name} contacts={contactsAt(page, page.coordinator.id)} />,
                },
              ]
            : []),
          {
            key: 'supplier',
            label: t('supplier'),
            value: page.supplier ? (
              <Side name={page.supplier.name} contacts={contactsAt(page, page.supplier.id)} />
            ) : (
              t('notAwarded')
            ),
          },
          { key: 'contract', label: t('contract'), value: span(page.contractStart, page.contractEnd, today, language) },
          ...(page.valueOre === undefined
            ? []
            : [{ key: 'value', label: t('value'), value: formatKronor(page.valueOre as Ore) }]),
          ...(page.notice && page.allowed.includes('notice.view')
            ? [
                {
                  key: 'notice',
                  label: t('fromNotice'),
                  value: <a href={`/annonser/${page.notice}`}>{t('showNotice')}</a>,
                },
              ]
            : []),
        ]}
      />
      {mayChange ? (
        <div className="pr-screen">
          {page.allowed.includes('procurement.set_parties') ? <PartiesForm {...props} /> : null}
          {page.allowed.includes('procurement.plan_steps') ? <DaysForm {...props} /> : null}
          {page.allowed.includes('procurement.complete_step') ? <CompleteAnyway {...props} /> : null}
        </div>
      ) : null}
    </Panel>
  )
}

function contactsAt(page: CasePage, organisation: string): Contact[] {
  return page.contacts.filter(contact => contact.organisation === organisation).slice(0, 3)
}

function Side(props: { name: string; people?: readonly string[]; contacts?: readonly Contact[] }): ReactElement {
  return (
    <>
      {props.name}
      {(props.people ?? []).filter(Boolean).map(person => (
        <span className="pr-under" key={person}>
          {person}
        </span>
      ))}
      {(props.contacts ?? []).map(contact => (
        <span className="pr-under" key={contact.appointment}>
          {contact.name}
          {contact.phone ? (
            <>
              {', '}
              <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
            </>
          ) : null}
        </span>
      ))}
    </>
  )
}

function PartiesForm({ page, units, coordinators, values, language }: Props): ReactElement {
  const t = caseTexts(language)
  const w = words(language)
  const option = (one: OrganisationLine) => ({ value: one.id, label: one.name })
  return (
    <Details summary={page.matching ? t('changeParties') : t('setParties')} open={!page.matching}>
      <form method="post" action="#parter">
        <FormKey version={page.version} intent="parties" />
        <FormBody>
          <Select
            name="matching"
            label={t('matchingField')}
            hint={t('matchingHint')}
            options={units.map(option)}
            placeholder={w('choose')}
            defaultValue={String(values?.matching ?? page.matching?.id ?? '')}
          />
          <Select
            name="coordinator"
            label={t('coordinatorField')}
            optional={w('optional')}
            options={coordinators.map(option)}
            placeholder={t('noCoordinator')}
            defaultValue={String(values?.coordinator ?? page.coordinator?.id ?? '')}
          />
          <SubmitRow>
            <Button variant="ghost">{t('saveParties')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}

function DaysForm({ page, values, language }: Props): ReactElement {
  const t = caseTexts(language)
  const open = page.steps.filter(line => line.doneOn === undefined && line.step !== 'manage')
  return (
    <Details summary={t('planDays')} open={values?.plan !== undefined || values?.map !== undefined}>
      <form method="post">
        <FormKey version={page.version} intent="plan" />
        <FormBody>
          <p className="ff-soft">{t('planHint')}</p>
          {plannable
            .filter(step => open.some(line => line.step === step))
            .map(step => (
              <DateInput
                key={step}
                name={step}
                label={wordFor(step, language)}
                defaultValue={String(values?.[step] ?? open.find(line => line.step === step)?.plannedOn ?? '')}
              />
            ))}
          <SubmitRow>
            <Button variant="ghost">{t('savePlan')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}

/** A step can be completed although somebody else is waited for: the case may not hang on one who does not answer. */
function CompleteAnyway({ page, language }: Props): ReactElement | null {
  const { code } = page.turn
  if (page.step === 'procure' || page.step === 'manage' || code === 'complete_step') return null
  const t = caseTexts(language)
  const step = wordFor(page.step, language)
  return (
    <Details summary={t('completeAnyway', { step })}>
      <form method="post">
        <FormKey version={page.version} intent="complete" />
        <p className="pr-aside">{t('completeAnywayHint')}</p>
        <Button variant="ghost">{t('complete', { step })}</Button>
      </form>
    </Details>
  )
}
