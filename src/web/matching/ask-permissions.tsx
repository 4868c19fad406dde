import type { ReactElement } from 'react'
import type { CaseHead, Line } from '#domain/matching'
import type { Language } from '#shell'
import { Button, Details, PersonChip } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { matchTexts } from './match-texts.ts'

type Props = { readonly head: CaseHead; readonly lines: readonly Line[]; readonly language: Language }

/** Whom one can ask: proposed, not answered, and with an employer to be shown to. Who has said no is not asked from a list (P-M8). */
export function askable({ head, lines }: Pick<Props, 'head' | 'lines'>): Line[] {
  if (!head.employer) return []
  return lines.filter(line => line.candidacy && ['none', 'lapsed', 'ended'].includes(line.permission.state))
}

/** One question at a time: each is the person's own, and each form has its own key. */
export function AskPermissions({ head, lines, language }: Props): ReactElement | null {
  const own = matchTexts(language)
  const people = askable({ head, lines })
  if (people.length === 0) return null
  return (
    <Details summary={own('permissionsTitle', { n: people.length })} id="medgivande">
      <p className="ff-soft">{own('permissionsLede')}</p>
      <ul className="mt-asks">
        {people.map(line => (
          <li key={line.id}>
            <PersonChip name={line.name} number={line.number} href={`/personer/${line.id}`} />
            <form method="post">
              <FormKey intent="ask" />
              <input type="hidden" name="ask" value={line.id} />
              <Button variant="ghost" size="small">
                {own('askOne', { name: line.name })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Details>
  )
}
