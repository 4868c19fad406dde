// The product's own PostgreSQL, used when no DATABASE_URL is given.
export { ServerRefusal, type ServerRefusalCode } from './refusal.ts'
export { type RunningServer, type ServerOptions, startServer } from './start.ts'
