import type { ReactElement } from 'react'
import type { Decision, DecisionCode } from '#domain/reports'
import { type Language, listed } from '#shell'
import { Panel, Stack } from '#ui'
import { texts } from './texts.ts'

/** Where the reader may go and see. */
export type DecisionLinks = Readonly<Record<'commitments' | 'procurements' | 'apportionment' | 'reports', boolean>>

const goesTo: Readonly<Record<DecisionCode, { page: keyof DecisionLinks; href: string }>> = {
  first_starts_late: { page: 'commitments', href: '/ataganden' },
  commitments_short: { page: 'commitments', href: '/ataganden' },
  districts_pass: { page: 'apportionment', href: '/fordelning' },
  requirement_undecided: { page: 'procurements', href: '/upphandlingar' },
  reports_late: { page: 'reports', href: '/rapporter' },
}

type Props = { readonly decisions: readonly Decision[]; readonly links: DecisionLinks; readonly language: Language }

/** What needs somebody's decision: what is so, what it means, and the way there. */
export function StateDecisions({ decisions, links, language }: Props): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('decide')} tone={decisions.length > 0 ? 'sun' : 'plain'} id="beslut">
      {decisions.length === 0 ? <p>{t('decideNone')}</p> : null}
      <Stack gap="m">
        {decisions.map(({ code, facts }) => {
          const { page, href } = goesTo[code]
          return (
            <p key={code}>
              <b>{t(code, { n: Number(facts.n) })}</b>
              <br />
              {sentence(code, facts, language)}
              {links[page] ? (
                <span className="rs-see">
                  <br />
                  <a href={href}>{t('see')}</a>
                </span>
              ) : null}
            </p>
          )
        })}
      </Stack>
    </Panel>
  )
}

function sentence(code: DecisionCode, facts: Decision['facts'], language: Language): string {
  const t = texts(language)
  if (code !== 'districts_pass') return t(`${code}_text`)
  return t('districts_pass_text', {
    areas: listed(String(facts.areas ?? '').split('|'), language),
    times: Number(facts.times),
  })
}
