export { type Letter, letterFor } from './letters.ts'
export { runClock } from './schedule.ts'
export { startWorker, type Worker, type WorkerOptions } from './worker.ts'
