import type { ReactElement } from 'react'
import type { CandidacyState, Line } from '#domain/matching'
import type { Language } from '#shell'
import { Button, EmptyState, Panel, PersonChip, Tag, type Tone } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { proposeTexts } from './propose-texts.ts'
import { texts } from './texts.ts'

const tones: Partial<Record<CandidacyState, Tone>> = { chosen: 'pine', presented: 'sky', wanted: 'sky' }
const canTakeBack: readonly CandidacyState[] = ['proposed', 'shortlisted', 'presented', 'wanted']

/** Whom one has proposed and where each stands. A proposal can be taken back until somebody is chosen. */
export function Proposed({ lines, language }: { lines: readonly Line[]; language: Language }): ReactElement {
  const t = texts(language)
  const own = proposeTexts(language)
  if (lines.length === 0) {
    return (
      <Panel>
        <EmptyState title={own('proposedNone')}>{own('proposedNoneBody')}</EmptyState>
      </Panel>
    )
  }
  return (
    <Panel title={own('proposedTitle', { n: lines.length })}>
      <ul className="mt-asks">
        {lines.flatMap(line =>
          line.candidacy ? (
            <li key={line.id}>
              <span className="mt-who">
                <PersonChip name={line.name} number={line.number} href={`/personer/${line.id}`} />
                <Tag tone={tones[line.candidacy.state] ?? 'plain'}>{t(line.candidacy.state)}</Tag>
              </span>
              {canTakeBack.includes(line.candidacy.state) ? (
                <form method="post">
                  <FormKey intent="withdraw" />
                  <input type="hidden" name="candidacy" value={`${line.candidacy.id}.${line.candidacy.version}`} />
                  <Button variant="text" size="small">
                    {own('takeBack', { name: line.name })}
                  </Button>
                </form>
              ) : null}
            </li>
          ) : (
            []
          ),
        )}
      </ul>
    </Panel>
  )
}
