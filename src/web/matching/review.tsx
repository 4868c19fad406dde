import type { ReactElement, ReactNode } from 'react'
import type { CaseHead, ShortlistLine } from '#domain/matching'
import { addDays, type Day } from '#kernel'
import type { Language } from '#shell'
import { Button, ButtonLink, DateInput, EmptyState, FormBody, Note, Page, Stack, SubmitRow } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { CandidateCard, CardGrid } from './candidate-card.tsx'
import { crumbsOf } from './case-tabs.tsx'
import { shortlistTexts } from './shortlist-texts.ts'
import { kickerOf } from './words.ts'

type Props = {
  readonly head: CaseHead
  readonly lines: readonly ShortlistLine[]
  /** How many were ticked. */
  readonly asked: number
  readonly faults: ReactNode
  readonly language: Language
  readonly today: Day
}

/** Two weeks is time enough to meet and choose. A card whose permission ends before is not shown longer than that. */
const usualDays = 14

/** The last look before a card is shown: it cannot be unseen, so the officer sees it first (ux.md §4.12). */
export function Review({ head, lines, asked, faults, language, today }: Props): ReactElement {
  const own = shortlistTexts(language)
  const ready = lines.flatMap(line => (line.state === 'shortlisted' && line.card ? [{ ...line, card: line.card }] : []))
  const back = `/upphandlingar/${head.id}/kortlista`
  const until = addDays(today, usualDays)
  const left = asked - ready.length
  return (
    <Page
      title={own('reviewTitle', { n: ready.length })}
      kicker={kickerOf(head, language, today)}
      crumbs={crumbsOf(head, language)}
      lede={ready.length > 0 ? own('reviewLede', { employer: head.employer?.name ?? '' }) : undefined}
    >
      <Stack gap="m">
        {faults}
        {ready.length === 0 ? (
          <EmptyState
            title={own('reviewNone')}
            action={
              <ButtonLink href={back} variant="ghost">
                {own('back')}
              </ButtonLink>
            }
          />
        ) : (
          <>
            {left > 0 ? <Note tone="sun">{own('reviewLeft', { n: left })}</Note> : null}
            <CardGrid>
              {ready.map(line => (
                <CandidateCard
                  key={line.candidacy}
                  card={{ ...line.card, shownTo: earlier(line.card.shownTo, until) }}
                  language={language}
                  today={today}
                />
              ))}
            </CardGrid>
            <form method="post">
              <FormKey intent="present" />
              {ready.map(line => (
                <input
                  key={line.candidacy}
                  type="hidden"
                  name="candidacy"
                  value={`${line.candidacy}.${line.version}`}
                />
              ))}
              <FormBody>
                <DateInput
                  name="shownTo"
                  label={own('shownTo')}
                  hint={own('shownToHint')}
                  defaultValue={until}
                  min={today}
                  max={head.contractEnd}
                />
                <SubmitRow>
                  <Button>{own('present')}</Button>
                  <ButtonLink href={back} variant="text">
                    {own('back')}
                  </ButtonLink>
                </SubmitRow>
              </FormBody>
            </form>
          </>
        )}
      </Stack>
    </Page>
  )
}

function earlier(a: Day, b: Day): Day {
  return [a, b].sort()[0] ?? a
}
