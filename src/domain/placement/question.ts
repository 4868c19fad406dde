import { sql } from 'kysely'
import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayPlacement } from './access.ts'
import type { PlacementRefusal, QuestionTopic } from './placement.ts'
import { lockPlacement } from './store.ts'

/** `words` are the person's own, optional, at most some hundred characters. */
export type QuestionJob = {
  readonly placement: string
  readonly about: QuestionTopic
  readonly words: string
  readonly now: Date
  readonly newId: () => string
}

/**
 * The person says that something is wrong. Changes nothing by itself: the officer of the case gets a finding, and the person's words stand
 * on the person's own history, where only those read them who may read the person. The employer is not told.
 */
export function questionJob(
  db: Db,
  actor: Actor,
  command: QuestionJob,
): Promise<Outcome<{ placement: string }, PlacementRefusal | 'form.key_reused'>> {
  return asActor<{ placement: string }, PlacementRefusal>(db, actor, async tx => {
    const placement = await lockPlacement(tx, command.placement)
    if (!placement) return refuse('placement.not_found')
    if (!mayPlacement(actor, 'placement.question', placement)) return refuse('placement.not_yours')
    await sql`select placement.raise_question(${placement.id}::uuid, ${command.about})`.execute(tx)
    const words = command.words.trim()
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'person',
      streamId: placement.person,
      kind: 'placement.questioned',
      subject: placement.id,
      plane: 'person',
      facts: { about: command.about },
      ...(words === '' ? {} : { reason: words }),
    })
    return accept({ placement: placement.id })
  })
}
