import { describe, expect, it } from 'vitest'
import { listed, type ToDo } from './to-do.ts'

const today = '2026-03-02'
const item = (kind: ToDo['kind'], key: string, due?: string): ToDo => ({ kind, key, href: '/', facts: {}, due })
const keys = (all: readonly ToDo[], most?: number): string[] =>
  listed(all, today, most).shown.map(({ kind, key }) => `${kind} ${key}`)

describe('the list of things to do', () => {
  it('has the late first, then by day, and what has no day last', () => {
    expect(
      keys([
        item('accept_notice', 'a'),
        item('submit_need', 'b', '2026-03-09'),
        item('judge_report', 'c', '2026-02-20'),
        item('award', 'd', '2026-03-02'),
      ]),
    ).toEqual(['judge_report c', 'award d', 'submit_need b', 'accept_notice a'])
  })

  it('orders equals the same way whatever order they came in', () => {
    const equal = [item('ask_again', '2', today), item('ask_again', '1', today), item('award', '3', today)]
    expect(keys(equal)).toEqual(['award 3', 'ask_again 1', 'ask_again 2'])
    expect(keys(equal.toReversed())).toEqual(keys(equal))
  })

  it('counts the late and those of today over all, and says how many are not shown', () => {
    const many = Array.from({ length: 30 }, (_, n) => item('apportion', String(n).padStart(2, '0'), '2026-03-01'))
    expect(listed([...many, item('award', 'x', today)], today)).toMatchObject({ more: 11, late: 30, today: 1 })
    expect(listed(many, today).shown).toHaveLength(20)
  })

  it('leaves out what is due more than ninety days ahead: it is not yet something to do', () => {
    expect(keys([item('close', 'a', '2026-05-31'), item('close', 'b', '2026-06-01')])).toEqual(['close a'])
  })
})
