import { appendEvent, type Tx } from '#db'
import type { CandidateEvent, Permission } from './candidates.ts'
import type { OnBehalf } from './store.ts'

/** What happened to a permission, on the person's history; said by somebody else for the person, with how and why. */
export async function recordPermissionEvent(
  tx: Tx,
  permission: Permission,
  kind: CandidateEvent,
  what: {
    readonly id: string
    readonly facts?: Record<string, string | number>
    readonly onBehalf?: OnBehalf
  },
): Promise<void> {
  await appendEvent(tx, {
    id: what.id,
    stream: 'person',
    streamId: permission.person,
    kind,
    subject: permission.id,
    plane: 'person',
    facts: {
      ...(permission.caseNumber === null ? {} : { case: permission.caseNumber }),
      ...what.facts,
      ...(what.onBehalf ? { manner: what.onBehalf.manner, ground: what.onBehalf.ground } : {}),
    },
    ...(what.onBehalf ? { onBehalfOf: 'participant' } : {}),
  })
}
