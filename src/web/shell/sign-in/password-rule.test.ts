import { expect, test } from 'vitest'
import { passwordFault } from './password-rule.ts'

const email = 'karin.berg@stad.example'

test.each([
  'korrekt häst batteri klammer',
  'vi åt lingon under bron i juli',
  '字典里没有的十五个字符才可以用',
  'x7#kQ!m2@pL9$vR',
  'Den 3 mars regnade det i Borås',
])('is good: %s', password => {
  expect(passwordFault(password, email)).toBeUndefined()
})

test.each([
  ['', 'too_short'],
  ['Sommar2026!', 'too_short'],
  ['fjorton tecken', 'too_short'],
  ['å'.repeat(201), 'too_long'],
  ['aaaaaaaaaaaaaaaa', 'too_plain'],
  ['sommar2026sommar2026', 'too_plain'],
  ['lösenlösenlösenl', 'too_plain'],
  ['1234567890123456', 'too_plain'],
  ['qwertyuiopasdfghjkl', 'too_plain'],
  ['abcdefghijklmnop', 'too_plain'],
  ['Karin.Berg är bäst i stan', 'names_you'],
  ['jag loggar in på Fotfäste', 'names_you'],
])('%j is refused: %s', (password, fault) => {
  expect(passwordFault(password, email)).toBe(fault)
})

test('letters are counted, not bytes or halves of a sign', () => {
  expect(passwordFault('🌲🌊🏔️☀️🌧️❄️⚡🌈', email)).toBe('too_short')
})
