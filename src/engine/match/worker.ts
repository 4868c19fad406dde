// The matching on a thread of its own: started by matchOnThread with the instance; says progress, then the answer. 'stop' ends it.
import { parentPort, workerData } from 'node:worker_threads'
import { match } from './run.ts'
import type { FromThread, ThreadTask } from './thread.ts'

const stopped = new AbortController()
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')
port.once('message', () => stopped.abort())

const { instance, ties, cross, weigh } = workerData as ThreadTask
const say = (message: FromThread): void => port.postMessage(message)
try {
  const answer = await match(instance, {
    ...(ties ? { ties } : {}),
    ...(cross ? { cross } : {}),
    signal: stopped.signal,
    onProgress: ({ stage, done, of, soFar }) =>
      say({ progress: { stage, done, of, ...(weigh ? { weight: soFar() } : {}) } }),
  })
  say({ answer })
} catch (error) {
  if (!stopped.signal.aborted) throw error
}
port.close()
