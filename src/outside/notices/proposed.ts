/** A text of the notice that a person should see beside an input that no field answers. */
export type Beside = { readonly field: string; readonly text: string }

export type Proposed<Value> = {
  readonly value: Value | null
  readonly missing: boolean
  /** The eForms field that the value comes from, or several joined by ` + `; null when it is missing. */
  readonly from: string | null
  /** Why a value that stands in the notice was not taken. */
  readonly because: 'foreign_currency' | 'not_an_amount' | 'not_a_day' | 'unlimited' | 'not_a_swedish_number' | null
  readonly beside: readonly Beside[]
}

/** A value with where it comes from; missing when it is null. */
export function given<Value>(value: Value | null, from: string): Proposed<Value> {
  return value === null ? missing() : { value, missing: false, from, because: null, beside: [] }
}

/** No value, with what a person should see in its place. */
export function missing<Value>(
  beside: readonly Beside[] = [],
  because: Proposed<Value>['because'] = null,
): Proposed<Value> {
  return { value: null, missing: true, from: null, because, beside }
}

/** The first that is not missing; when both are, the first, whose reason is the nearer one. */
export function either<Value>(one: Proposed<Value>, other: Proposed<Value>): Proposed<Value> {
  return one.missing && !other.missing ? other : one
}
