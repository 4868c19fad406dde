import { expect, test } from 'vitest'
import { createThrottle, type Throttle } from './throttle.ts'

const victim = 'karin.berg@stad.example'

async function guess(throttle: Throttle, times: number, network: (time: number) => string): Promise<number> {
  let admitted = 0
  for (let time = 0; time < times; time += 1) {
    if ((await throttle.admitPassword({ email: victim, network: network(time) })) === 0) admitted += 1
  }
  return admitted
}

test('of 10 000 guesses from one network ten are judged (ASVS 6.3.1)', async () => {
  const throttle = createThrottle()
  expect(await guess(throttle, 10_000, () => '203.0.113.7')).toBe(10)
})

test('of 10 000 guesses from 500 networks at most three a network are judged after the first fifty', async () => {
  const throttle = createThrottle()
  const admitted = await guess(throttle, 10_000, time => `198.51.${time % 2}.${time % 250}`)
  expect(admitted).toBeGreaterThan(50)
  expect(admitted).toBeLessThanOrEqual(50 + 3 * 500)
})

test('the owner is not locked out by what others do, neither at a known network nor at a new one', async () => {
  const throttle = createThrottle()
  await guess(throttle, 5000, time => `198.51.100.${time % 250}`)
  expect(await throttle.admitPassword({ email: victim, network: '192.0.2.1', known: true })).toBe(0)
  expect(await throttle.admitPassword({ email: victim, network: '192.0.2.2' })).toBe(0)
})

test('spraying many accounts from one network is braked, and the answer says for how long', async () => {
  const throttle = createThrottle()
  const waits: number[] = []
  for (let time = 0; time < 400; time += 1)
    waits.push(await throttle.admitPassword({ email: `a${time}@stad.example`, network: '203.0.113.7' }))
  expect(waits.filter(wait => wait === 0)).toHaveLength(300)
  expect(waits.at(-1)).toBeGreaterThan(3500)
  expect(waits.at(-1)).toBeLessThanOrEqual(3600)
})

test('a right password takes away the tries that came before it', async () => {
  const throttle = createThrottle()
  const attempt = { email: victim, network: '192.0.2.1', known: true }
  for (let day = 0; day < 5; day += 1) {
    for (let time = 0; time < 9; time += 1) expect(await throttle.admitPassword(attempt)).toBe(0)
    await throttle.forgive(attempt)
  }
})

test('capital letters are not another account', async () => {
  const throttle = createThrottle()
  await guess(throttle, 10, () => '203.0.113.7')
  expect(await throttle.admitPassword({ email: victim.toUpperCase(), network: '203.0.113.7' })).toBeGreaterThan(0)
})

test('links and codes have brakes of their own', async () => {
  const throttle = createThrottle()
  for (let time = 0; time < 30; time += 1) expect(await throttle.admitLink('192.0.2.1')).toBe(0)
  expect(await throttle.admitLink('192.0.2.1')).toBeGreaterThan(0)
  expect(await throttle.admitCode('192.0.2.1')).toBe(0)
  expect(await throttle.admitLink('192.0.2.2')).toBe(0)
})
