import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fieldAt, fieldById, isKnownCode, meaningOf, onlyListWith } from './codes.ts'

const room = join(process.cwd(), 'src', 'outside', 'notices')

test('every field that the code names is a field it knows, by the same spelling', () => {
  const sources = readdirSync(room).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const named = sources.flatMap(
    name => readFileSync(join(room, name), 'utf8').match(/'(?:BT|OPP|OPT)-[^' ]+-[^' ]+'/g) ?? [],
  )
  expect(named.length).toBeGreaterThan(60)
  const unknown = named.map(one => one.slice(1, -1)).filter(id => fieldById(id) === undefined)
  expect(unknown).toEqual([])
})

describe('a field is found by its path and, where paths are shared, by the code list', () => {
  const requirement = 'ProcurementProjectLot/TenderingTerms/ContractExecutionRequirement'
  test.each([
    ['conditions', 'Description', 'BT-70-Lot'],
    ['nda', 'Description', 'BT-802-Lot'],
    ['reserved-execution', 'ExecutionRequirementCode', 'BT-736-Lot'],
    ['einvoicing', 'ExecutionRequirementCode', 'BT-743-Lot'],
  ])('%s %s is %s', (list, element, field) => {
    expect(fieldAt(`${requirement}/${element}`, list)?.id).toBe(field)
  })

  test('a shared path without a list is nobody’s field', () => {
    expect(fieldAt(`${requirement}/Description`, undefined)).toBeUndefined()
    expect(fieldAt('constructor', undefined)).toBeUndefined()
  })
})

describe('codes', () => {
  test('mean what the official list says, in Swedish and English', () => {
    expect(meaningOf('reserved-execution', 'not-known')).toEqual({ sv: 'Ännu ej känt', en: 'Not yet known' })
    expect(meaningOf('nuts', 'SE232')?.sv).toBe('Västra Götalands län')
    expect(meaningOf('social-objective', 'constructor')).toBeUndefined()
    expect(meaningOf('toString', 'opp')).toBeUndefined()
  })

  test.each([
    ['social-objective', 'opp', true],
    ['social-objective', 'OPP', false],
    ['nuts', 'SE232', true],
    ['nuts', 'SE999', false],
    ['nuts', 'FRD22', true],
    ['cpv', '90910000', true],
    ['cpv', '90910000-9', true],
    ['cpv', '9091', false],
    ['a list that is not kept', 'anything', true],
  ])('in %s, %s: %s', (list, code, known) => {
    expect(isKnownCode(list, code)).toBe(known)
  })

  test('tell their list only when no other list has them', () => {
    const lists = ['strategic-procurement', 'social-objective', 'environmental-impact', 'gpp-criteria']
    expect(onlyListWith('opp', lists)).toBe('social-objective')
    expect(onlyListWith('other', lists)).toBeUndefined()
    expect(onlyListWith('none', lists)).toBeUndefined()
    expect(onlyListWith('nonsense', lists)).toBeUndefined()
  })
})
