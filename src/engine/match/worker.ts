// The matching on a thread of its own, started by thread.ts: says progress, then the answers. Any message to it stops the work.
import { parentPort, workerData } from 'node:worker_threads'
import type { Matched } from './match.ts'
import { match } from './run.ts'
import type { FromThread, ThreadTask } from './thread.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')
const stopped = new AbortController()
port.once('message', () => stopped.abort())

const { work, options } = workerData as ThreadTask
const say = (message: FromThread): void => port.postMessage(message)
try {
  const answers: Matched[] = []
  for (const { instance, ties } of work) {
    answers.push(
      await match(instance, {
        ...options,
        ties,
        signal: stopped.signal,
        onProgress: ({ stage, done, of, soFar }) =>
          say({ progress: { stage, done, of, ...(options.weigh ? { weight: soFar() } : {}) } }),
      }),
    )
  }
  say({ answers })
} catch (error) {
  if (!stopped.signal.aborted) throw error
}
port.close()
