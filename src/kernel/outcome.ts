/**
 * The answer of a use case: what was done, or why not. A refusal is a value; an exception is a bug (house rule 6).
 * `facts` carries what the sentence at the edge needs (numbers, days, names of requirements), never personal data.
 */
export type Outcome<Value, Code extends string> = Accepted<Value> | Refused<Code>

export type Accepted<Value> = { readonly ok: true; readonly value: Value }

export type Refused<Code extends string> = {
  readonly ok: false
  readonly code: Code
  readonly facts: Readonly<Record<string, string | number>>
}

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

export function refuse<Code extends string>(code: Code, facts: Record<string, string | number> = {}): Refused<Code> {
  return { ok: false, code, facts }
}
