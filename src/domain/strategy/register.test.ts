import { it } from 'vitest'
import { expectRegister } from '#test/wording'
import { strategyRegister } from './published-policies.ts'

it('STR-3: every published rule has a name, what it says and its source, in both languages', () => {
  expectRegister(strategyRegister)
})
