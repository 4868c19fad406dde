import { describe, expect, it } from 'vitest'
import { lossSentence } from './state-funnel.tsx'

const funnel = { called: 120, came: 94, listed: 61, interviewed: 49, hired: 38 }

describe('the sentence under the funnel', () => {
  it('names the step where the largest part is lost, as so many of ten', () => {
    // 22, 35, 20 and 22 per cent are lost.
    expect(lossSentence(funnel, 'sv')).toBe(
      'Den största förlusten är mellan mötet och kortlistan: 4 av 10 som kom hamnade inte på någon kortlista.',
    )
    expect(lossSentence({ ...funnel, came: 60, listed: 58 }, 'en')).toBe(
      'The largest loss is between the invitation and the meeting: 5 of 10 who were invited did not come.',
    )
  })

  it('says nothing about a step with a hidden number', () => {
    expect(lossSentence({ ...funnel, listed: null }, 'sv')).toContain('mellan intervjun och jobbet')
    expect(lossSentence({ called: null, came: 94, listed: null, interviewed: null, hired: 38 }, 'sv')).toBe(
      'Talen är för små för att säga var de flesta faller bort.',
    )
  })

  it('says nothing when nobody is lost, and nothing of nobody', () => {
    expect(lossSentence({ called: 9, came: 9, listed: 9, interviewed: 9, hired: 9 }, 'sv')).toContain('för små')
    expect(lossSentence({ called: 0, came: 0, listed: 0, interviewed: 0, hired: 0 }, 'sv')).toContain('för små')
  })
})
