import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addDays, isDay } from '#kernel'
import { calculations, rulebook } from './rulebook.ts'
import { rulesOn } from './rules.ts'

const folder = new URL('../../docs/examples/calc/', import.meta.url)
const examples = readdirSync(folder).filter(file => file.endsWith('.json'))
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const calculationOf = (file: string) => calculations.find(({ name }) => file.startsWith(`${name}-`))
const ids = new Set(rulebook.map(({ id }) => id))

describe('every example in docs/examples/calc', () => {
  it.each(examples)('%s is calculated and explained in both languages, each line under a registered rule', file => {
    const result = calculationOf(file)?.calculate(read(file))
    if (!result?.ok) throw new Error(`${file}: ${JSON.stringify(result?.faults ?? 'no calculation of that name')}`)
    const { summary, lines, notCounted = [] } = result
    expect(lines.length).toBeGreaterThan(0)
    for (const { sv, en } of [summary, ...lines.map(({ says }) => says), ...notCounted]) {
      expect(sv).toMatch(/\S.*[.!?]$/s)
      expect(en).toMatch(/\S.*[.!?]$/s)
      expect(`${sv} ${en}`).not.toMatch(/undefined|NaN|\[object|null/)
    }
    expect(lines.filter(({ rule }) => !ids.has(rule)).map(({ rule }) => rule)).toEqual([])
    expect(lines.filter(({ source }) => source === '')).toEqual([])
    expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value)
  })

  it('shows every calculation there is', () => {
    expect(
      calculations.filter(one => !examples.some(file => calculationOf(file) === one)).map(({ name }) => name),
    ).toEqual([])
  })
})

describe('a calculation', () => {
  it.each(calculations.map(one => [one.name, one] as const))(
    '%s refuses what has no form, with a pointer and a sentence',
    (_, one) => {
      for (const bad of [undefined, null, 7, 'text', [], {}, { kind: 'nothing' }]) {
        const result = one.calculate(bad)
        expect(result.ok).toBe(false)
        if (result.ok) continue
        expect(result.faults.length).toBeGreaterThan(0)
        for (const { pointer, says } of result.faults) {
          expect(pointer).toMatch(/^(\/.*)?$/)
          expect(says.sv).toMatch(/\.$/)
          expect(says.en).toMatch(/\.$/)
        }
      }
    },
  )

  it.each(examples)('%s with something more or something less is refused by pointer, whatever it is', file => {
    const input = read(file) as Record<string, unknown>
    const calculate = (changed: unknown) => calculationOf(file)?.calculate(changed)
    const more = calculate({ ...input, surplus: 1 })
    expect(more?.ok === false && more.faults.map(({ pointer }) => pointer)).toContain('/surplus')
    for (const name of Object.keys(input)) {
      const wrong = calculate({ ...input, [name]: { nonsense: true } })
      expect([name, wrong?.ok]).toEqual([name, false])
      if (wrong?.ok === false && name !== 'kind')
        expect(wrong.faults.every(({ pointer }) => pointer.startsWith(`/${name}`))).toBe(true)
    }
  })
})

describe('the register', () => {
  it('holds rules and parameters with a name, a value in words and a source, all in both languages', () => {
    for (const { id, name, shown, source, validFrom, validTo, active, confidence } of rulebook) {
      expect(id).toMatch(/^[a-z]+(\.[A-Za-z0-9_]+)+$/)
      for (const text of [name.sv, name.en, shown.sv, shown.en, source])
        expect([id, text.trim() !== '']).toEqual([id, true])
      expect([id, isDay(validFrom), validTo === undefined || (isDay(validTo) && validTo > validFrom)]).toEqual([
        id,
        true,
        true,
      ])
      expect([id, active]).toEqual([id, confidence !== 'unverified'])
    }
  })

  it('never says two things of one id on the same day', () => {
    const overlapping = rulebook.filter((one, index) =>
      rulebook.some(
        (other, at) =>
          at > index &&
          other.id === one.id &&
          other.active === one.active &&
          one.validFrom < (other.validTo ?? '9999') &&
          other.validFrom < (one.validTo ?? '9999'),
      ),
    )
    expect(overlapping.map(({ id }) => id)).toEqual([])
  })

  it.each(rulebook.map(row => [`${row.id} from ${row.validFrom}`, row] as const))(
    '%s: listed on its first and last day, and on no day beside them',
    (_, row) => {
      const listed = (day: string): boolean => rulesOn(rulebook, day).includes(row)
      expect(listed(row.validFrom)).toBe(true)
      expect(listed(addDays(row.validFrom, -1))).toBe(false)
      if (row.validTo === undefined) expect(listed('2100-01-01')).toBe(true)
      else {
        expect(listed(addDays(row.validTo, -1))).toBe(true)
        expect(listed(row.validTo)).toBe(false)
      }
    },
  )

  it('is listed in the order of its ids', () => {
    const listed = rulesOn(rulebook, '2026-03-01').map(({ id }) => id)
    expect(listed.length).toBeGreaterThan(15)
    expect(listed).toEqual(listed.toSorted())
  })
})
