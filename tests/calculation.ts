import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Calculated, Calculation, InputFault } from '#kernel'
import { expectWhole, explained } from './wording.ts'

const folder = new URL('../docs/examples/calc/', import.meta.url)

/** The result on a good input, when its summary, its lines and what it leaves out are whole in both languages. */
export function told(calculation: Calculation, input: unknown): Calculated {
  const result = calculation.calculate(input)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  expectWhole(result.summary)
  for (const one of result.notCounted ?? []) expectWhole(one)
  return explained(result)
}

/** The faults of an input, when each says in both languages what is wrong; none when it is good. */
export function faultsIn(calculation: Calculation, input: unknown): readonly InputFault[] {
  const result = calculation.calculate(input)
  return result.ok ? [] : heard(result.faults)
}

/** Faults, when each says in both languages what is wrong. */
export function heard(faults: readonly InputFault[]): readonly InputFault[] {
  for (const { pointer, says } of faults) {
    expect(pointer).toMatch(/^(\/.+)?$/)
    expectWhole(says)
    expect([pointer, says.sv]).not.toEqual([pointer, says.en])
    expect([pointer, says.en]).not.toEqual([pointer, 'Has the wrong form.']) // what is said when nobody has said what is wrong
  }
  return faults
}

/** A calculation is called what its examples in docs are, says in both languages what it is about, and tells each of them whole. */
export function expectExamples(calculation: Calculation): void {
  const { name, about } = calculation
  for (const text of [about.sv, about.en]) expect([name, text]).toEqual([name, expect.stringMatching(/^\S.{20,}\S$/s)])
  const files = readdirSync(folder).filter(file => file.startsWith(`${name}-`))
  expect([name, files.length > 0]).toEqual([name, true])
  for (const file of files) told(calculation, JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
}
