import { describe, expect, it } from 'vitest'
import { compare, type OpenFinding, type Problem } from './findings.ts'

const problem = (over: Partial<Problem>): Problem => ({
  kind: 'report.overdue',
  subjectKind: 'report',
  subject: 'r1',
  procurement: 'p1',
  organisation: 'supplier',
  role: 'employer',
  facts: {},
  ...over,
})
const open = (id: string, over: Partial<OpenFinding> = {}): OpenFinding => ({
  id,
  kind: 'report.overdue',
  subject: 'r1',
  organisation: 'supplier',
  role: 'employer',
  ...over,
})

describe('two nights compared', () => {
  it('what was not there is fresh, what is no longer there is gone, the rest stands', () => {
    expect(compare([problem({}), problem({ subject: 'r2' })], [open('f1'), open('f9', { subject: 'r9' })])).toEqual({
      fresh: [problem({ subject: 'r2' })],
      gone: ['f9'],
      standing: 1,
    })
  })

  it('the same problem on two lists is two findings, and found twice on one list it is one', () => {
    const both = [problem({}), problem({ organisation: 'authority', role: 'procurer' }), problem({})]
    expect(compare(both, []).fresh).toHaveLength(2)
    expect(compare(both, [open('f1')])).toMatchObject({ standing: 1, gone: [] })
  })

  it('nothing found closes everything, and nothing open opens everything', () => {
    expect(compare([], [open('a'), open('b', { subject: 'r2' })]).gone).toEqual(['a', 'b'])
    expect(compare([], [])).toEqual({ fresh: [], gone: [], standing: 0 })
  })
})
