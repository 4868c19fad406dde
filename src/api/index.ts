// The door: the public REST API. Mounted by main.ts, printed by the command line.
import type { AccessTable } from '#kernel'
import { apiAccess } from './access.ts'
import { basePath, createDocument } from './openapi.ts'
import { createOperations, type NoticeTools } from './v1/operations.ts'

export { type ApiOptions, createApi } from './api.ts'
export { apiAccess, basePath }

// The document says the same whoever reads the files.
const noTools: NoticeTools = {
  readNotice: () => ({ ok: false, code: 'notice.empty', facts: {} }),
  proposeCase: () => ({ ok: false, code: 'notice.lot_unknown', facts: {} }),
}

/** The API's document, OpenAPI 3.1. */
export function apiDocument(): ReturnType<typeof createDocument> {
  return createDocument(createOperations(noTools))
}

/** One operation of the API with its entry in an access table, for whoever compares pages, API and tables. */
export type ApiOperation = {
  readonly method: string
  /** With `basePath` before it; holes in braces, every one an identity. */
  readonly path: string
  readonly operation: string
  readonly access: AccessTable
}

/** Every operation of the API. */
export function apiOperations(): readonly ApiOperation[] {
  return createOperations(noTools).map(({ method, path, operation, access }) => ({
    method: method.toUpperCase(),
    path: basePath + path,
    operation,
    access,
  }))
}
