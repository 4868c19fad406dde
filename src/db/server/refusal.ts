/** Why the embedded server would not start. The message is one plain English sentence that says how to mend it. */
export type ServerRefusalCode =
  | 'server.already_running'
  | 'server.not_stopped'
  | 'server.other_version'
  | 'server.password_lost'
  | 'server.unreachable_folder'
  | 'server.unnamed_user'
  | 'server.no_binaries'

/** Thrown by `startServer` for what an operator can mend; anything else it throws is a bug or a broken machine. */
export class ServerRefusal extends Error {
  readonly code: ServerRefusalCode

  constructor(code: ServerRefusalCode, message: string) {
    super(message)
    this.name = 'ServerRefusal'
    this.code = code
  }
}
