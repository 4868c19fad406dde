import type { ReactElement } from 'react'
import { type Concept, type People, peoplePermissions, personStatuses } from '#domain/candidates'
import type { Day } from '#kernel'
import { formatDay, type Language, languageName } from '#shell'
import { DateInput, Details, type FilterChip, FilterForm, FormBody, HiddenKey, Select, TextInput } from '#ui'
import { filterHref, path, type Shown } from './people-filter.ts'
import { texts } from './texts.ts'
import { groupWord, spokenLanguages, statusWord, targetGroups } from './words.ts'

type Props = {
  readonly people: People
  readonly concepts: readonly Concept[]
  readonly filter: Shown
  readonly hasOwn: boolean
  readonly language: Language
  readonly today: Day
}

/** Four filters first, the rest folded; each that is on stands as a chip that takes it away. */
export function PeopleFilters(props: Props): ReactElement {
  const { people, filter, language } = props
  const t = texts(language)
  const chips = chipsOf(props)
  return (
    <FilterForm
      label={t('filter')}
      action={path}
      submitLabel={t('apply')}
      chips={chips}
      clear={{ href: filterHref({ scope: filter.scope, order: filter.order, page: 1 }), label: t('clear') }}
      count={t('count', { n: people.count, most: people.countedTo })}
    >
      {filter.order === 'waiting' ? null : <HiddenKey name="ordning" value={filter.order} />}
      <Select
        name="lage"
        label={t('status')}
        placeholder={t('anyStatus')}
        defaultValue={filter.status ?? ''}
        options={personStatuses.map(value => ({ value, label: statusWord(value, language) }))}
        width="short"
      />
      <Select
        name="kan"
        label={t('can')}
        placeholder={t('anyCan')}
        defaultValue={filter.can ?? ''}
        options={props.concepts.map(({ concept, label }) => ({ value: concept, label }))}
        width="medium"
      />
      <DateInput name="redo" label={t('readyBy')} defaultValue={filter.readyBy ?? ''} />
      <TextInput
        name="nr"
        label={t('number')}
        inputMode="numeric"
        maxLength={9}
        defaultValue={filter.number === undefined ? '' : String(filter.number)}
        width="short"
      />
      <MoreFilters
        {...props}
        open={chips.some(chip => ['language', 'group', 'permission', 'scope'].includes(chip.key))}
      />
    </FilterForm>
  )
}

function MoreFilters({ filter, hasOwn, language, open }: Props & { readonly open: boolean }): ReactElement {
  const t = texts(language)
  const permissionWords = permissionWordsOf(language)
  return (
    <Details summary={t('more')} open={open}>
      <FormBody>
        {hasOwn ? (
          <Select
            name="vilka"
            label={t('scope')}
            defaultValue={filter.scope}
            options={[
              { value: 'own', label: t('scopeOwn') },
              { value: 'assigned', label: t('scopeAssigned') },
            ]}
            width="short"
          />
        ) : null}
        <Select
          name="sprak"
          label={t('language')}
          placeholder={t('anyLanguage')}
          defaultValue={filter.language ?? ''}
          options={spokenLanguages.map(value => ({ value, label: languageName(value, language) }))}
          width="short"
        />
        <Select
          name="grupp"
          label={t('group')}
          placeholder={t('anyGroup')}
          defaultValue={filter.targetGroup ?? ''}
          options={targetGroups.map(value => ({ value, label: groupWord(value, language) }))}
          width="medium"
        />
        <Select
          name="medgivande"
          label={t('permission')}
          placeholder={t('anyPermission')}
          defaultValue={filter.permission ?? ''}
          options={peoplePermissions.map(value => ({ value, label: permissionWords[value] }))}
          width="medium"
        />
      </FormBody>
    </Details>
  )
}

function permissionWordsOf(language: Language): Record<(typeof peoplePermissions)[number], string> {
  const t = texts(language)
  return {
    in_force: t('permissionInForce'),
    ends_soon: t('permissionEndsSoon'),
    asked: t('permissionAsked'),
    none: t('permissionNone'),
  }
}

function chipsOf({ filter, concepts, hasOwn, language, today }: Props): FilterChip[] {
  const t = texts(language)
  const group = targetGroups.find(one => one === filter.targetGroup)
  const on: readonly (readonly [string, string | undefined, Partial<Shown>])[] = [
    ['status', filter.status && statusWord(filter.status, language), { status: undefined }],
    ['can', filter.can && (concepts.find(one => one.concept === filter.can)?.label ?? filter.can), { can: undefined }],
    [
      'ready',
      filter.readyBy && `${t('readyBy')} ${formatDay(filter.readyBy, language, today)}`,
      { readyBy: undefined },
    ],
    ['number', filter.number === undefined ? undefined : `${t('number')} ${filter.number}`, { number: undefined }],
    ['language', filter.language && languageName(filter.language, language), { language: undefined }],
    ['group', group && groupWord(group, language), { targetGroup: undefined }],
    [
      'permission',
      filter.permission && `${t('permission')}: ${permissionWordsOf(language)[filter.permission].toLowerCase()}`,
      { permission: undefined },
    ],
    ['scope', hasOwn && filter.scope === 'assigned' ? t('scopeAssigned') : undefined, { scope: 'own' }],
  ]
  return on.flatMap(([key, label, off]) =>
    label ? [{ key, label, removeHref: filterHref({ ...filter, ...off, page: 1 }), removeLabel: t('remove') }] : [],
  )
}
