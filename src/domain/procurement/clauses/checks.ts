/** A fault in parameters from outside: where (JSON pointer), what, and the limits that a sentence needs. */
export type ClauseFault = {
  readonly pointer: string
  readonly code:
    | 'missing'
    | 'unknown_field'
    | 'wrong_type'
    | 'out_of_range'
    | 'empty'
    | 'unknown_value'
    | 'twice'
    | 'after_contract_end'
  readonly facts: Readonly<Record<string, string | number>>
}

/** Looks at one value from outside and tells every fault in it, each with the pointer it lies at. */
export type Check = (value: unknown, pointer: string) => ClauseFault[]

export function whole(least: number, most: number): Check {
  return (value, pointer) => {
    if (value === undefined) return [fault(pointer, 'missing')]
    if (typeof value !== 'number' || !Number.isInteger(value))
      return [fault(pointer, 'wrong_type', { expected: 'whole number' })]
    return value < least || value > most ? [fault(pointer, 'out_of_range', { least, most })] : []
  }
}

/** A part of a whole: two whole numbers, more than nothing and no more than everything. */
export function part(value: unknown, pointer: string): ClauseFault[] {
  if (!isRecord(value)) return [fault(pointer, 'wrong_type', { expected: 'object' })]
  const faults = [
    ...whole(1, 1000)(value.numerator, `${pointer}/numerator`),
    ...whole(1, 1000)(value.denominator, `${pointer}/denominator`),
  ]
  if (faults.length > 0) return faults
  return Number(value.numerator) > Number(value.denominator)
    ? [fault(pointer, 'out_of_range', { least: 0, most: 1 })]
    : []
}

export function oneOf(values: readonly string[]): Check {
  return (value, pointer) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : [fault(pointer, 'unknown_value', { allowed: values.join(', ') })]
}

export function list(item: Check, identity: (value: unknown) => unknown, least: number): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return [fault(pointer, 'wrong_type', { expected: 'list' })]
    if (value.length < least) return [fault(pointer, 'empty')]
    const ids = value.map(identity)
    return value.flatMap((entry: unknown, index) => {
      const at = `${pointer}/${index}`
      const faults = item(entry, at)
      return faults.length === 0 && ids.indexOf(ids[index]) !== index ? [fault(at, 'twice')] : faults
    })
  }
}

export function wording(value: unknown, pointer: string): ClauseFault[] {
  if (value === undefined) return [fault(pointer, 'missing')]
  if (!isRecord(value)) return [fault(pointer, 'wrong_type', { expected: 'object' })]
  return [...text(value.sv, `${pointer}/sv`), ...text(value.en, `${pointer}/en`)]
}

export function text(value: unknown, pointer: string): ClauseFault[] {
  if (value === undefined) return [fault(pointer, 'missing')]
  if (typeof value !== 'string') return [fault(pointer, 'wrong_type', { expected: 'text' })]
  return value.trim() === '' ? [fault(pointer, 'empty')] : []
}

export function flag(value: unknown, pointer: string): ClauseFault[] {
  return typeof value === 'boolean' ? [] : [fault(pointer, 'wrong_type', { expected: 'true or false' })]
}

export function fault(pointer: string, code: ClauseFault['code'], facts: ClauseFault['facts'] = {}): ClauseFault {
  return { pointer, code, facts }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
