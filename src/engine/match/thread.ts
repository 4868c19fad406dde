import { Worker } from 'node:worker_threads'
import type { CrossLimits } from './cross.ts'
import type { MatchInstance, TieRule } from './instance.ts'
import type { Matched } from './match.ts'
import type { Progress } from './progress.ts'

/** Progress as it comes from another thread: with the weight of the plan so far when it was asked for. */
export type ThreadProgress = Pick<Progress, 'stage' | 'done' | 'of'> & {
  readonly weight?: ReturnType<Progress['soFar']>
}

export type ThreadOptions = {
  readonly ties?: TieRule
  readonly cross?: CrossLimits
  readonly relaxed?: boolean
  readonly onProgress?: (progress: ThreadProgress) => void
  /** Weigh the plan at every progress report (costs a pass over the arcs each time). */
  readonly weigh?: boolean
  readonly signal?: AbortSignal
}

export type ThreadTask = {
  readonly work: readonly { readonly instance: MatchInstance; readonly ties?: TieRule }[]
  readonly options: Pick<ThreadOptions, 'cross' | 'relaxed' | 'weigh'>
}
export type FromThread = { readonly progress: ThreadProgress } | { readonly answers: readonly Matched[] }

/**
 * `match` on a thread of its own: the caller's thread stays free. The arrays are copied to the thread, unless they lie in shared
 * memory. Rejects with the signal's reason when stopped, and with the thread's error when it fails.
 */
export async function matchOnThread(instance: MatchInstance, options: ThreadOptions = {}): Promise<Matched> {
  const [answer] = await matchAllOnThread([{ instance, ties: options.ties }], options)
  return answer!
}

/** Several instances on one thread, one after the other: what one has warmed up serves the next. */
export function matchAllOnThread(work: ThreadTask['work'], options: ThreadOptions): Promise<readonly Matched[]> {
  const { onProgress, signal, cross, relaxed, weigh } = options
  signal?.throwIfAborted()
  // By way of the door's own address, so that the thread's file is found from a bundle of the pages too.
  const file = new URL('match/worker.ts', import.meta.resolve('#engine'))
  const task: ThreadTask = { work, options: { cross, relaxed, weigh } }
  const worker = new Worker(file, { workerData: task })
  const stop = (): void => worker.postMessage('stop')
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<readonly Matched[]>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if ('progress' in message) onProgress?.(message.progress)
      else resolve(message.answers)
    })
    worker.once('error', reject)
    worker.once('exit', () =>
      reject(signal?.aborted ? signal.reason : new Error('The matching thread ended without an answer')),
    )
  }).finally(() => signal?.removeEventListener('abort', stop))
}
