import { describe, expect, it } from 'vitest'
import type { Profile, ProfileRequirement } from './profile.ts'
import { decideAdd, decideAdopt, weeksFromNothing } from './rules.ts'

const line = (over: Partial<ProfileRequirement> = {}): ProfileRequirement => ({
  id: 'r1',
  kind: 'must',
  type: 'skill',
  concept: 'cleaning',
  labelSv: 'Lokalvård',
  labelEn: 'Cleaning',
  ...over,
})
const draft = (...requirements: readonly ProfileRequirement[]): Profile => ({
  id: 'p1',
  procurement: 'c1',
  edition: 1,
  state: 'draft',
  title: 'Lokalvårdare',
  tasks: '',
  version: 1,
  requirements,
})
const many = (count: number): ProfileRequirement[] =>
  Array.from({ length: count }, (_, index) => line({ id: `r${index}`, concept: `c${index}` }))

describe('TGT-3: a line of a profile', () => {
  it('stands there once, whatever kind it is', () => {
    expect(decideAdd(draft(), line(), false)).toEqual({ ok: true, value: true })
    expect(decideAdd(draft(line()), line({ concept: 'windows' }), false).ok).toBe(true)
    expect(decideAdd(draft(line({ concept: 'windows' }), line()), line({ kind: 'merit' }), false)).toMatchObject({
      code: 'profile.concept_twice',
      facts: { label: 'Lokalvård' },
    })
  })

  it('has a level where levels mean something', () => {
    const swedish = line({ type: 'language', concept: 'sv', labelSv: 'Svenska' })
    expect(decideAdd(draft(), swedish, true)).toMatchObject({
      code: 'profile.level_missing',
      facts: { label: 'Svenska' },
    })
    expect(decideAdd(draft(), { ...swedish, level: 2 }, true).ok).toBe(true)
    expect(decideAdd(draft(), swedish, false).ok).toBe(true)
  })

  it('says how many weeks it takes when it can be taught', () => {
    const taught = line({ kind: 'teachable' })
    expect(decideAdd(draft(), taught, false)).toMatchObject({
      code: 'profile.weeks_missing',
      facts: { label: 'Lokalvård' },
    })
    expect(decideAdd(draft(), { ...taught, weeksToLearn: 0 }, false).ok).toBe(true)
    expect(decideAdd(draft(), line({ kind: 'merit' }), false).ok).toBe(true)
  })

  it('is one of thirty at most', () => {
    expect(decideAdd(draft(...many(29)), line(), false).ok).toBe(true)
    expect(decideAdd(draft(...many(30)), line(), false)).toMatchObject({
      code: 'profile.too_many_lines',
      facts: { most: 30 },
    })
  })
})

describe('PRC-8: a profile is adopted', () => {
  it('with a title and a must', () => {
    expect(decideAdopt(draft(line({ kind: 'merit' }), line()))).toEqual({ ok: true, value: true })
    expect(decideAdopt({ ...draft(line()), title: '  ' })).toMatchObject({ code: 'profile.title_missing' })
    expect(decideAdopt(draft(line({ kind: 'merit' }), line({ kind: 'teachable' })))).toMatchObject({
      code: 'profile.no_must',
    })
    expect(decideAdopt(draft())).toMatchObject({ code: 'profile.no_must' })
  })

  it('tells the weeks of all that can be taught, and of nothing else', () => {
    const taught = (weeksToLearn?: number) => line({ kind: 'teachable', weeksToLearn })
    expect(weeksFromNothing(draft(taught(4), line({ weeksToLearn: 9 }), taught(12), taught()))).toBe(16)
    expect(weeksFromNothing(draft())).toBe(0)
  })
})
