import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { timeVectors } from './test-time-vectors.ts'

const script = fileURLToPath(new URL('./test-time-vectors.ts', import.meta.url))
/** Far west and far east of the date line, half and quarter hours, summer time on the other half of the globe. */
const zones = [
  'UTC',
  'Europe/Stockholm',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
]

async function inZone(zone: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

describe('time (house.md §6): every calculation is the same on a server in any time zone', () => {
  it.each(zones)('%s', { timeout: 60_000 }, async zone => {
    expect(JSON.parse(await inZone(zone))).toEqual(JSON.parse(JSON.stringify(timeVectors())))
  })

  it('the zones are really different: midnight in Stockholm is another day in some', { timeout: 60_000 }, async () => {
    const local = async (zone: string) => {
      const code = `process.stdout.write(String(new Date('2026-06-30T22:00:00Z').getDate()))`
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', code], {
        env: { ...process.env, TZ: zone },
      })
      return stdout
    }
    expect(await local('Pacific/Pago_Pago')).toBe('30')
    expect(await local('Pacific/Kiritimati')).toBe('1')
  })
})
