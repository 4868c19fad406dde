import { describe, expect, it } from 'vitest'
import { runningOrder } from '../index.ts'

// The two keys of the target-group process (TGT-4), in the order of the source: Angered … Lundby. Per mille, and per cent (sum 99).
const young = [232, 217, 45, 47, 71, 74, 58, 133, 65, 58]
const disability = [13, 9, 9, 5, 11, 13, 12, 10, 5, 12]

/** Cumulative seats for 1 … places, by a rule that picks the next area; all comparisons in whole numbers. */
function sequence(key: number[], places: number, pick: (given: number[], place: number) => number): number[][] {
  const given = key.map(() => 0)
  return Array.from({ length: places }, (_, index) => {
    given[pick(given, index + 1)]! += 1
    return [...given]
  })
}

function firstGreatest(key: number[], compare: (i: number, j: number) => number): number {
  return key.reduce(
    (best, weight, i) => (compare(i, best) > 0 || (compare(i, best) === 0 && weight > key[best]!) ? i : best),
    0,
  )
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

const largestDeficit = (key: number[], places: number): number[][] =>
  sequence(key, places, (given, place) => {
    const total = sum(key)
    const deficit = key.map((weight, i) => weight * place - given[i]! * total)
    return firstGreatest(key, (i, j) => deficit[i]! - deficit[j]!)
  })

const sainteLague = (key: number[], places: number): number[][] =>
  sequence(key, places, given =>
    firstGreatest(key, (i, j) => key[i]! * (2 * given[j]! + 1) - key[j]! * (2 * given[i]! + 1)),
  )

const dHondt = (key: number[], places: number): number[][] =>
  sequence(key, places, given => firstGreatest(key, (i, j) => key[i]! * (given[j]! + 1) - key[j]! * (given[i]! + 1)))

/** Balinski and Young: as D'Hondt, but only among those who are below their target with this place counted in. */
const quotaMethod = (key: number[], places: number): number[][] =>
  sequence(key, places, (given, place) => {
    const total = sum(key)
    const below = (i: number): number => (given[i]! * total < key[i]! * place ? 1 : 0)
    return firstGreatest(key, (i, j) => below(i) - below(j) || key[i]! * (given[j]! + 1) - key[j]! * (given[i]! + 1))
  })

const largestRemainder = (key: number[], places: number): number[][] =>
  Array.from({ length: places }, (_, index) => {
    const total = sum(key)
    const given = key.map(weight => Math.floor((weight * (index + 1)) / total))
    const rests = key.map((weight, i) => ({ i, rest: (weight * (index + 1)) % total, weight }))
    rests.sort((a, b) => b.rest - a.rest || b.weight - a.weight || a.i - b.i)
    for (const { i } of rests.slice(0, index + 1 - sum(given))) given[i]! += 1
    return given
  })

const tijdeman = (key: number[], places: number): number[][] => {
  const order = runningOrder(key, places)
  return sequence(key, places, (_, place) => order[place - 1]! - 1)
}

/** Greatest |target − given| ever, in places. */
function deviation(key: number[], table: number[][]): number {
  const total = sum(key)
  return (
    Math.max(...table.flatMap((given, index) => given.map((n, i) => Math.abs(key[i]! * (index + 1) - n * total)))) /
    total
  )
}

/** Number of (places, area) where the area has fewer than its target rounded down, or more than rounded up; counted once a place. */
function outOfQuota(key: number[], table: number[][]): number {
  const total = sum(key)
  return table.filter((given, index) => given.some((n, i) => Math.abs(key[i]! * (index + 1) - n * total) >= total))
    .length
}

/** How often one more place makes somebody lose one. */
function takesBack(table: number[][]): number {
  return table.filter((given, index) => index > 0 && given.some((n, i) => n < table[index - 1]![i]!)).length
}

describe('TGT-4: the rules compared on the two keys, 1 to 1000 places', () => {
  it("Tijdeman's order never takes back a place and stays below 1 − 1/18 of a place", () => {
    for (const [key, greatest] of [
      [young, 0.944],
      [disability, 0.869],
    ] as const) {
      const table = tijdeman(key, 1000)
      expect(takesBack(table)).toBe(0)
      expect(outOfQuota(key, table)).toBe(0)
      expect(deviation(key, table)).toBeCloseTo(greatest, 3)
      expect(deviation(key, table)).toBeLessThan(17 / 18)
    }
  })

  it('largest remainder takes places back, 29 and 10 times, so it cannot run through a year', () => {
    expect(takesBack(largestRemainder(young, 1000))).toBe(29)
    expect(takesBack(largestRemainder(disability, 1000))).toBe(10)
    for (const [key, greatest] of [
      [young, 0.768],
      [disability, 0.869],
    ] as const) {
      expect(deviation(key, largestRemainder(key, 1000))).toBeCloseTo(greatest, 3)
      expect(outOfQuota(key, largestRemainder(key, 1000))).toBe(0)
    }
  })

  it("Sainte-Laguë leaves the quota on the city's own key", () => {
    expect(outOfQuota(young, sainteLague(young, 1000))).toBe(4)
    expect(deviation(young, sainteLague(young, 1000))).toBeCloseTo(1.072, 3)
    expect(takesBack(sainteLague(young, 1000))).toBe(0)
    expect(outOfQuota(disability, sainteLague(disability, 1000))).toBe(0)
    expect(deviation(disability, sainteLague(disability, 1000))).toBeCloseTo(0.869, 3)
  })

  it("D'Hondt favours the large: outside the quota 349 times on one key and 20 on the other", () => {
    expect(deviation(young, dHondt(young, 1000))).toBeCloseTo(2.088, 3)
    expect(outOfQuota(young, dHondt(young, 1000))).toBe(349)
    expect(deviation(disability, dHondt(disability, 1000))).toBeCloseTo(1.182, 3)
    expect(outOfQuota(disability, dHondt(disability, 1000))).toBe(20)
    expect(takesBack(dHondt(young, 1000)) + takesBack(dHondt(disability, 1000))).toBe(0)
  })

  it('the quota method stays within quota and takes nothing back, but comes nearer to a whole place than Tijdeman', () => {
    for (const [key, greatest] of [
      [young, 0.998],
      [disability, 0.97],
    ] as const) {
      const table = quotaMethod(key, 1000)
      expect([outOfQuota(key, table), takesBack(table)]).toEqual([0, 0])
      expect(deviation(key, table)).toBeCloseTo(greatest, 3)
      expect(deviation(key, table)).toBeGreaterThan(deviation(key, tijdeman(key, 1000)))
    }
  })

  it('the largest deficit breaks the bound of one place on other keys, where Tijdeman does not', () => {
    const uneven = [8, 1, 8, 1, 1, 8, 16, 40]
    expect(deviation(young, largestDeficit(young, 1000))).toBeCloseTo(0.77, 2)
    expect(deviation(uneven, largestDeficit(uneven, 1000))).toBeCloseTo(85 / 83, 6)
    expect(deviation(uneven, tijdeman(uneven, 1000))).toBeLessThanOrEqual(1 - 1 / 14)
  })
})

describe('TGT-4: the golden sequences of the largest-deficit rule, and where the running order differs', () => {
  const firstTen = (key: number[]): number[] => {
    const table = largestDeficit(key, 10)
    return table.map((given, index) => given.findIndex((n, i) => n > (table[index - 1]?.[i] ?? 0)) + 1)
  }

  it('the reference reproduces the first picks of both keys', () => {
    // Angered, Östra, Västra Hisingen, Askim/Frölunda/Högsbo, Majorna/Linné, Angered, Östra, Norra Hisingen, Västra Göteborg, Lundby
    expect(firstTen(young)).toEqual([1, 2, 8, 6, 5, 1, 2, 9, 7, 10])
    // Angered, Askim/Frölunda/Högsbo, Västra Göteborg, Lundby, Majorna/Linné, Västra Hisingen, Östra, Örgryte/Härlanda, Centrum, Norra Hisingen
    expect(firstTen(disability)).toEqual([1, 6, 7, 10, 5, 8, 2, 3, 4, 9])
  })

  it('the reference reproduces the totals after 10, 20 and 50 places, equal to largest remainder', () => {
    const totals: [number[], number, number[]][] = [
      [young, 10, [2, 2, 0, 0, 1, 1, 1, 1, 1, 1]],
      [young, 20, [5, 4, 1, 1, 1, 2, 1, 3, 1, 1]],
      [young, 50, [12, 11, 2, 2, 3, 4, 3, 7, 3, 3]],
      [disability, 10, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
      [disability, 20, [3, 2, 2, 1, 2, 3, 2, 2, 1, 2]],
    ]
    for (const [key, places, expected] of totals) {
      expect(largestDeficit(key, places).at(-1)).toEqual(expected)
      expect(largestRemainder(key, places).at(-1)).toEqual(expected)
    }
  })

  it("Tijdeman's order agrees on the first three and differs at the fourth place, since Angered is due again by the fifth", () => {
    expect(runningOrder(young, 20)).toEqual([1, 2, 8, 6, 1, 2, 5, 9, 1, 2, 8, 7, 10, 1, 2, 4, 3, 1, 8, 2])
    expect(runningOrder(disability, 10)).toEqual([1, 6, 7, 10, 5, 8, 2, 3, 1, 6])
    expect(tijdeman(young, 50).at(-1)).toEqual(largestDeficit(young, 50).at(-1))
    expect(tijdeman(disability, 20).at(-1)).toEqual(largestDeficit(disability, 20).at(-1))
  })
})
