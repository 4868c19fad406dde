/**
 * What every route module says of itself. `operations` names each operation the module performs, as in the access tables:
 * `loader` for looking, one entry per form intent in `actions`. The house test compares them with the tables, both ways.
 */
export type Handle = {
  readonly operations: { readonly loader?: string; readonly actions?: Readonly<Record<string, string>> }
  /** Participants' pages are framed apart: one question, big words (design README). */
  readonly frame?: 'staff' | 'participant' | 'plain'
}
