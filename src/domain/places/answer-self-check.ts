import { appendEvent, asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayPlaces } from './access.ts'
import type { PlacesRefusal, SelfCheckQuestion } from './places.ts'
import { decideSelfCheck } from './rules.ts'
import { keepSelfCheck, lockApportionment } from './store.ts'

/** `asked`: organisations that were asked, by id. A no, or a yes without anybody asked, needs a note. */
export type AnswerSelfCheck = {
  readonly procurement: string
  readonly question: SelfCheckQuestion
  readonly considered: boolean
  readonly asked: readonly string[]
  readonly note: string
  readonly now: Date
  readonly newId: () => string
}

/** Answers one question of the self-check (TGT-7). May be changed until the apportionment is decided; each answer is an event. */
export function answerSelfCheck(
  db: Db,
  actor: Actor,
  command: AnswerSelfCheck,
): Promise<Outcome<{ question: string }, PlacesRefusal | 'form.key_reused'>> {
  return asActor<{ question: string }, PlacesRefusal>(db, actor, async tx => {
    const held = await lockApportionment(tx, command.procurement)
    const visible = await tx
      .selectFrom('procurement.procurement')
      .select('id')
      .where('id', '=', command.procurement)
      .executeTakeFirst()
    if (!visible) return refuse('places.not_found')
    if (!mayPlaces(actor, 'places.self_check')) return refuse('places.not_yours')
    if (held?.state === 'decided') return refuse('places.already_decided')

    const decision = decideSelfCheck(command)
    if (!decision.ok) return decision
    await keepSelfCheck(tx, command.procurement, command.newId(), command, command.now)
    await appendEvent(tx, {
      id: command.newId(),
      stream: 'procurement',
      streamId: command.procurement,
      kind: 'places.self_check_answered',
      subject: command.procurement,
      plane: 'contract',
      facts: { question: command.question, considered: command.considered, asked: command.asked.length },
      reason: command.note || undefined,
    })
    return accept({ question: command.question })
  })
}
