import { describe, expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

describe('a cursor', () => {
  it('leads to the page it was made for, whatever order the filters come in', () => {
    expect(readCursor(writeCursor(7, { state: 'open', step: 'map' }), { step: 'map', state: 'open' })).toBe(7)
  })

  it('is not there on the first page', () => {
    expect(readCursor(undefined, { state: 'open' })).toBe(1)
  })

  it('does not lead into another question', () => {
    expect(readCursor(writeCursor(2, { state: 'open' }), { state: 'closed' })).toBeUndefined()
  })

  it.each(['', 'x', '%', Buffer.from('{"page":-1,"of":"abcdefghijkl"}').toString('base64url'), '/../..', 'bnVsbA'])(
    'that was made up (%j) leads nowhere',
    made => {
      expect(readCursor(made, {})).toBeUndefined()
    },
  )
})
