import type { ReactElement } from 'react'
import type { Language } from '#shell'
import { type CrumbsProps, Tabs } from '#ui'
import { texts } from './texts.ts'

export type CasePart = 'forslag' | 'matchning' | 'kortlista'

/** The three pages about a case's people, for those who match. A district has the first only. */
export function CaseTabs(props: { procurement: string; part: CasePart; language: Language }): ReactElement {
  const { procurement, part, language } = props
  const t = texts(language)
  const parts = [
    ['forslag', t('partPropose')],
    ['matchning', t('partMatch')],
    ['kortlista', t('partShortlist')],
  ] as const
  return (
    <Tabs
      label={t('parts')}
      tabs={parts.map(([key, label]) => ({
        href: `/upphandlingar/${procurement}/${key}`,
        label,
        current: key === part,
      }))}
    />
  )
}

export function crumbsOf(head: { id: string; number: string }, language: Language): CrumbsProps {
  const t = texts(language)
  return {
    label: t('crumbs'),
    items: [
      { label: t('procurements'), href: '/upphandlingar' },
      { label: head.number, href: `/upphandlingar/${head.id}` },
    ],
  }
}
