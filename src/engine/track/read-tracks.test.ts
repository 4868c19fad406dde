import { describe, expect, it } from 'vitest'
import { randomTracks, region } from '#test/engine/random-tracks'
import { readTracks } from '../index.ts'

const sound = {
  format: 'jtt 1',
  weeks: 20,
  competences: 2,
  profile: [1],
  travel: [[0]],
  modules: [
    { id: 0, covers: [1], weeks: 4, hours: 10, town: -1, needs: [0], starts: [{ week: 2, seats: 1 }] },
    { id: 1, covers: [0], weeks: 4, hours: 10, town: 0, needs: [], starts: [] },
  ],
  participants: [{ id: 5, town: 0, reach: 30, hours: 20, ready: 0, has: [0] }],
}

/** The faults of the sound instance with something else in one place. */
function faultsWith(pointer: string, value: unknown): string[] {
  const instance = structuredClone(sound) as Record<string, unknown>
  const names = pointer.split('/').slice(1)
  const owner = names.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, instance)
  owner[names.at(-1)!] = value
  const reading = readTracks(instance)
  return reading.ok ? [] : reading.faults.map(({ pointer, fault }) => `${pointer} ${fault}`)
}

describe('a file of tracks', () => {
  it('is read as it stands when it is sound, with names or fields of others', () => {
    expect(readTracks(sound)).toEqual({ ok: true, value: sound })
    expect(readTracks({ ...sound, seed: 3, names: { competences: ['svenska'], towns: ['Göteborg'] } }).ok).toBe(true)
    expect(readTracks({ format: 'jtt 1', ...randomTracks(1, { ...region, participants: 40 }) }).ok).toBe(true)
  })

  it.each([null, 3, 'text', [], undefined])('%j is refused', input => {
    expect(readTracks(input)).toEqual({ ok: false, faults: [{ pointer: '', fault: 'not_an_object' }] })
  })

  it.each<[string, unknown, string[]]>([
    ['/format', 'jtt 2', ['/format unknown_format']],
    ['/weeks', 0, ['/weeks out_of_range']],
    ['/weeks', 1.5, ['/weeks not_whole']],
    ['/profile', [2], ['/profile/0 out_of_range']],
    ['/profile', { 0: 1 }, ['/profile not_a_list']],
    ['/profile', [1, 1], ['/profile/1 twice']],
    ['/travel', [[0, 1]], ['/travel/0 not_square']],
    ['/travel/0', 'near', ['/travel/0 not_a_list']],
    ['/travel/0/0', null, ['/travel/0/0 not_whole']],
    ['/modules/1', 7, ['/modules/1 not_an_object']],
    ['/modules/1/id', 4, ['/modules/1/id not_in_order']],
    ['/modules/0/town', 1, ['/modules/0/town out_of_range']],
    ['/modules/0/weeks', 21, ['/modules/0/weeks out_of_range']],
    ['/modules/0/hours', -3, ['/modules/0/hours out_of_range']],
    ['/modules/0/hours', '10', ['/modules/0/hours not_whole']],
    ['/modules/0/needs', [-1], ['/modules/0/needs/0 out_of_range']],
    ['/modules/0/starts/0/seats', -1, ['/modules/0/starts/0/seats out_of_range']],
    [
      '/modules/0/starts',
      [
        { week: 2, seats: 1 },
        { week: 2, seats: 3 },
      ],
      ['/modules/0/starts/1/week twice'],
    ],
    ['/participants/0/town', 9, ['/participants/0/town out_of_range']],
    ['/participants/0/has', undefined, ['/participants/0/has missing']],
    ['/participants', [sound.participants[0], sound.participants[0]], ['/participants/1/id twice']],
    ['/names', [], ['/names not_an_object']],
    ['/names', { towns: [3] }, ['/names/towns/0 not_text']],
  ])('%s as %j is named with its pointer', (pointer, value, faults) => {
    expect(faultsWith(pointer, value)).toEqual(faults)
  })

  it('has all its faults told at once, with the range where a number is outside it', () => {
    const reading = readTracks({ ...sound, weeks: -1, profile: [0, 9], participants: [{}] })
    expect(reading.ok ? [] : reading.faults).toEqual([
      { pointer: '/weeks', fault: 'out_of_range', least: 1, most: 2000 },
      { pointer: '/profile/1', fault: 'out_of_range', least: 0, most: 1 },
      ...['id', 'town', 'reach', 'hours', 'ready', 'has'].map(name => ({
        pointer: `/participants/0/${name}`,
        fault: 'missing',
      })),
    ])
  })

  it('is refused when somebody lacks more competences than can be planned for', () => {
    const many = Array.from({ length: 31 }, (_, index) => index)
    const reading = readTracks({
      ...sound,
      competences: 31,
      profile: many,
      participants: [{ ...sound.participants[0], has: [] }],
    })
    expect(reading).toEqual({
      ok: false,
      faults: [{ pointer: '/participants/0/has', fault: 'too_many_lacking', most: 30 }],
    })
  })
})
