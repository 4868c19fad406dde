import type { ReactElement } from 'react'
import { type MeetingNote, meetingNotes } from '#domain/matching'
import type { Day } from '#kernel'
import type { Language, Values } from '#shell'
import { Button, DateInput, FormBody, Panel, Radios, Row, SubmitRow } from '#ui'
import { shortlistTexts } from './shortlist-texts.ts'

type Props = { readonly values: Values | undefined; readonly language: Language; readonly today: Day }

const words: Record<MeetingNote, 'noteInvited' | 'noteAttended' | 'noteInterviewed'> = {
  invited: 'noteInvited',
  attended: 'noteAttended',
  interviewed: 'noteInterviewed',
}

/** What can be done with those who are ticked: one thing first, the rest quieter. */
export function ShortlistActions({ values, language, today }: Props): ReactElement {
  const own = shortlistTexts(language)
  const typed = (name: string): string | undefined => {
    const value = values?.[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <Panel title={own('chosen')}>
      <Row gap="m">
        <Button name="intent" value="review">
          {own('review')}
        </Button>
        <Button name="intent" value="unlist" variant="ghost">
          {own('unlist')}
        </Button>
        <Button name="intent" value="withdraw" variant="text">
          {own('withdraw')}
        </Button>
      </Row>
      <div className="mt-note">
        <FormBody>
          <Radios
            name="note"
            label={own('noteWhat')}
            layout="inline"
            defaultValue={typed('note')}
            options={meetingNotes.map(note => ({ value: note, label: own(words[note]) }))}
          />
          <DateInput name="on" label={own('noteDay')} defaultValue={typed('on') ?? today} />
          <SubmitRow>
            <Button name="intent" value="note" variant="ghost">
              {own('save')}
            </Button>
          </SubmitRow>
        </FormBody>
      </div>
    </Panel>
  )
}
