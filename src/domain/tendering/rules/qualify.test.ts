import { describe, expect, it, test } from 'vitest'
import type { Answer, Requirement } from '../tendering.ts'
import { qualify } from './qualify.ts'

const requirements: Requirement[] = [
  { id: 'exclusion', kind: 'exclusion_ground', says: 'ingen uteslutningsgrund' },
  { id: 'finance', kind: 'qualification', says: 'stabil ekonomi' },
  { id: 'languages', kind: 'obligatory', says: 'språk' },
]

describe('UPH-4: qualification', () => {
  test.each<[Answer, Answer, Answer, string]>([
    ['met', 'met', 'met', 'qualified'],
    ['unknown', 'met', 'met', 'to_complete'],
    ['met', 'met', 'unknown', 'to_complete'],
    ['not_met', 'met', 'met', 'not_qualified'],
    ['met', 'not_met', 'met', 'not_qualified'],
    ['met', 'met', 'not_met', 'not_qualified'],
    ['unknown', 'not_met', 'unknown', 'not_qualified'],
  ])('%s, %s and %s is %s', (exclusion, finance, languages, status) => {
    expect(qualify(requirements, { exclusion, finance, languages }).status).toBe(status)
  })

  it('names what is not met and what is unknown, each in the order of the requirements', () => {
    expect(qualify(requirements, { exclusion: 'unknown', finance: 'not_met', languages: 'unknown' })).toEqual({
      status: 'not_qualified',
      notMet: ['finance'],
      unknown: ['exclusion', 'languages'],
    })
  })

  it('an answer that was left out is unknown, not a no', () => {
    expect(qualify(requirements, { exclusion: 'met', finance: 'met' })).toEqual({
      status: 'to_complete',
      notMet: [],
      unknown: ['languages'],
    })
  })

  it('without requirements everybody qualifies', () => {
    expect(qualify([], {}).status).toBe('qualified')
  })
})
