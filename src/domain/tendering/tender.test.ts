import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Calculated, NotCalculated } from '#kernel'
import { expectExamples, told } from '#test/calculation'
import type { LotOutcome } from './evaluate.ts'
import { tenderCalculation } from './index.ts'
import type { Lot, Procurement, Tender } from './tendering.ts'

const example = (): Procurement =>
  JSON.parse(readFileSync(new URL('../../../docs/examples/calc/tender-two-regions.json', import.meta.url), 'utf8'))

function calculated(input: unknown): Calculated & { lots: LotOutcome[] } {
  const result = told(tenderCalculation, input)
  return { ...result, lots: (result.value as { lots: LotOutcome[] }).lots }
}
const refused = (input: unknown): NotCalculated => {
  const result = tenderCalculation.calculate(input)
  if (result.ok) throw new Error('It was calculated')
  return result
}
const lines = (input: unknown, language: 'sv' | 'en' = 'sv'): string[] =>
  calculated(input).lines.map(({ says }) => says[language])
const withLot = (over: Partial<Lot>, at = 0): Procurement => {
  const input = example()
  return { ...input, lots: input.lots.map((lot, i) => (i === at ? { ...lot, ...over } : lot)) }
}
const withTender = (id: string, over: Partial<Tender>): Procurement => {
  const input = example()
  return { ...input, tenders: input.tenders.map(one => (one.id === id ? { ...one, ...over } : one)) }
}
const [goteborg, trollhattan, torsby] = calculated(example()).lots as [LotOutcome, LotOutcome, LotOutcome]

describe('UPH-4: the example, lot by lot', () => {
  it('is told whole, as every other, in both languages', () => {
    expectExamples(tenderCalculation)
  })

  it('Alfa 40 × 4 + 35 × 4 + 25 × 3 = 3.75 before Birka 40 × 5 + 35 × 3 + 25 × 2.6 = 3.70', () => {
    expect(goteborg.tenders.flatMap(({ ranked }) => ranked ?? [])).toEqual([
      { tender: 'g-alfa', total: 37_500, rank: 1 },
      { tender: 'g-birka', total: 37_000, rank: 2, partedBy: 'total' },
    ])
    expect(goteborg.awarded).toEqual(['g-alfa', 'g-birka'])
  })

  it('a tender to be clarified is not ranked yet, and the order is said to be open', () => {
    expect(goteborg.tenders[2]).toMatchObject({ status: 'to_complete', unknown: ['finance'] })
    expect(goteborg.tenders[2]?.ranked).toBeUndefined()
    expect(goteborg.open).toEqual(['to_complete'])
  })

  it('JSP-7: a sister company’s delivery and too few points leave the second lot without a contract', () => {
    expect(trollhattan.tenders.map(({ tender: id, status }) => [id, status])).toEqual([
      ['t-alfa', 'conflict'],
      ['t-delta', 'under_least'],
    ])
    expect(trollhattan).toMatchObject({ awarded: [], open: ['too_few'] })
  })

  it('UPH-2: the third is exempt: six tracks of four, 24 of 40 hired of half', () => {
    expect(torsby).toMatchObject({ procured: false, awarded: [], tenders: [], open: [] })
  })

  it('UPH-1: the course ends with Alfa full and 30 waiting, since Birka failed', () => {
    expect(goteborg.course).toMatchObject({
      waiting: 30,
      suppliers: [
        { tender: 'g-alfa', received: 50, ongoing: 40, delivers: true },
        { tender: 'g-birka', received: 35, ongoing: 0, delivers: false },
      ],
    })
  })

  it('says the outcome of every lot in one summary, in both languages', () => {
    const { summary } = calculated(example())
    expect(summary.sv).toBe(
      'Göteborg: Alfa Matchning AB, Birka Jobb AB. Ordningen kan ändras när oklara anbud har förtydligats. Trollhättan-Vänersborg: inget anbud får avtal. Anbuden räcker inte till alla avtal. Torsby: undantas.',
    )
    expect(summary.en).toContain('Torsby: exempt.')
  })
})

describe('every bidder is told why', () => {
  it('the ranked with the arithmetic and the difference to the first', () => {
    expect(lines(example())).toContain(
      'Birka Jobb AB är nummer 2: erfarenhet av målgruppen 40 % × 5 + arbetet med arbetsgivare 35 % × 3 + dagersättning 25 % × 2,6 = 3,7 poäng. Mot den första: erfarenhet av målgruppen +0,4, arbetet med arbetsgivare −0,35, dagersättning −0,1.',
    )
    const first = lines(example(), 'en').find(one => one.includes(' is number 1'))
    expect(first).toMatch(/^Alfa Matchning AB is number 1: .* = 3\.75 points\.$/)
  })

  it('the unqualified with what was not met', () => {
    const input = withTender('g-cirkel', {
      requirements: { exclusion: 'met', finance: 'not_met', languages: 'unknown' },
    })
    expect(lines(input)).toEqual(
      expect.arrayContaining([
        'Cirkel kooperativ kvalificerar sig inte. Inte uppfyllt: stabil ekonomi, visad med kreditomdöme.',
        'Cirkel kooperativ ska förtydliga: tjänsten ges på ett språk som deltagaren behärskar väl.',
      ]),
    )
    expect(calculated(input).lots[0]?.open).toEqual([])
  })

  it('the one in conflict with what would change it', () => {
    expect(lines(example())).toContain(
      'Alfa Matchning AB får inte avtal: Alfa Utbildning AB levererar yrkesvux, vård och omsorg i regionen under avtalet. Det ändras om leveransen upphör före 2026-06-01.',
    )
  })

  it('each criterion with the assessors’ reason, or the price on its scale', () => {
    expect(lines(example()).slice(0, 3)).toEqual([
      'Alfa Matchning AB, erfarenhet av målgruppen: 4 poäng. Två referenser med långtidsarbetslösa, goda omdömen.',
      'Alfa Matchning AB, arbetet med arbetsgivare: 4 poäng. Beskriver uppsökande arbete, även mot små arbetsgivare.',
      'Alfa Matchning AB, dagersättning: 3 poäng. 300 kr på skalan från 200 kr (5) till 400 kr (1).',
    ])
  })

  it('the one under the least with its points and what was asked', () => {
    expect(lines(example(), 'en')).toContain(
      'Delta Bemanning AB, erfarenhet av målgruppen: 1 point. Ingen referens med målgruppen. It must be at least 2.',
    )
    const enough = withTender('t-delta', {
      scores: { ...example().tenders[4]!.scores, experience: { points: 2, why: 'En referens.' } },
    })
    expect(lines(enough, 'en')).toContain('Delta Bemanning AB, erfarenhet av målgruppen: 2 points. En referens.')
  })

  it('two of one group are to be examined, and neither is excluded for that', () => {
    const input = withTender('g-cirkel', { supplier: 'alfa-vux' })
    const [lot] = calculated(input).lots
    expect(lot?.tenders.map(({ sameGroup }) => sameGroup)).toEqual([['g-cirkel'], [], ['g-alfa']])
    expect(lot?.awarded).toEqual(['g-alfa', 'g-birka'])
    expect(lines(input).filter(one => one.includes('samma koncern'))).toHaveLength(2)
  })

  it('a tie that is to be drawn, that a criterion settled, and that the lot settled', () => {
    const scores = example().tenders[0]!.scores
    const tie = withTender('g-birka', { scores, price: 300 })
    expect(calculated(tie).lots[0]?.open).toEqual(['to_complete', 'to_draw'])
    expect(lines(tie).some(one => one.includes('Lika med den före: lotten måste dras.'))).toBe(true)
    const drawn = { ...tie, lots: tie.lots.map((lot, i) => (i === 0 ? { ...lot, drawn: ['g-birka', 'g-alfa'] } : lot)) }
    expect(calculated(drawn).lots[0]).toMatchObject({ awarded: ['g-birka', 'g-alfa'], open: ['to_complete'] })
    expect(lines(drawn).some(one => one.includes('Lotten avgjorde mot den före.'))).toBe(true)
    // 40 × 3 + 35 × 4 + 25 × 4.6 = 375, as Alfa has; Alfa has more experience.
    const settled = withTender('g-birka', {
      scores: { experience: { points: 3, why: 'Enligt intyg.' }, employers: { points: 4, why: 'Enligt intyg.' } },
      price: 220,
    })
    expect(calculated(settled).lots[0]?.tenders[1]?.ranked).toEqual({
      tender: 'g-birka',
      total: 37_500,
      rank: 2,
      partedBy: 'criterion:experience',
    })
    expect(
      lines(settled).some(one => one.includes('Lika poäng med den före; erfarenhet av målgruppen avgjorde.')),
    ).toBe(true)
  })

  it('every line stands under a rule with its source', () => {
    for (const { rule, source } of calculated(example()).lines) {
      expect(rule).toMatch(/^tendering\./)
      expect(source.length).toBeGreaterThan(10)
    }
  })
})

describe('an award that is open', () => {
  it('a tie after the last contract needs no lot', () => {
    const tied = withTender('g-cirkel', {
      requirements: { exclusion: 'met', finance: 'met', languages: 'met' },
      scores: example().tenders[1]!.scores,
      price: 320,
    })
    // Birka and Cirkel share the second place of two contracts: the lot must be drawn.
    expect(calculated(tied).lots[0]?.open).toEqual(['to_draw'])
    // With one contract, which Alfa has, it need not.
    const one = { ...tied, lots: tied.lots.map(lot => ({ ...lot, callOff: { kind: 'one' as const }, course: [] })) }
    expect(calculated(one).lots[0]).toMatchObject({ awarded: ['g-alfa'], open: [] })
  })

  it('UPH-2: a region exempt in part is still procured, and one not shown to work is procured as usual', () => {
    const { exemption } = example().lots[2]!
    const partly = calculated(withLot({ exemption: { ...exemption!, municipalities: ['1737'] } }, 2))
    expect(partly.lots[2]).toMatchObject({ procured: true, open: ['too_few'] })
    expect(partly.lines.at(-1)?.says.sv).toMatch(
      /^Torsby \(1737\) undantas från upphandling\. Resten av regionen upphandlas\. Villkor – /,
    )
    const unproven = calculated(withLot({ exemption: { ...exemption!, consulted: 'unknown' } }, 2))
    expect(unproven.lots[2]?.procured).toBe(true)
    expect(unproven.lines.at(-1)?.says.sv).toBe(
      'Torsby kan inte undantas ännu. Villkor – kommunerna har begärt det: ja; samråd med Arbetsförmedlingen: vet ej; lokal överenskommelse som gäller: ja; tillräckligt många jobbspår: ja; tillräckligt stor andel fick arbete: ja.',
    )
  })
})

describe('the course is told event by event', () => {
  it('with who failed and why before what it led to', () => {
    const told = lines(example()).filter(one => one.startsWith('2026-10-15'))
    expect(told).toEqual([
      '2026-10-15: Birka Jobb AB faller bort (konkurs).',
      '2026-10-15: 5 deltagare till Alfa Matchning AB – flyttade från en koordinator som föll bort.',
      '2026-10-15: 30 deltagare – väntar: alla är fulla.',
    ])
  })

  it('and one that came back', () => {
    const { course = [] } = example().lots[0]!
    const told = lines(
      withLot({ course: [...course, { day: '2026-11-01', kind: 'restored', tender: 'g-birka' }] }),
      'en',
    )
    expect(told.filter(one => one.startsWith('2026-11-01'))).toEqual([
      '2026-11-01: Birka Jobb AB delivers again.',
      '2026-11-01: 30 participants to Birka Jobb AB – had waited.',
    ])
  })

  it('an event that cannot have happened is refused with its pointer', () => {
    const { course = [] } = example().lots[0]!
    const { faults } = refused(
      withLot({ course: [...course, { day: '2026-11-01', kind: 'failed', tender: 'g-birka', why: 'igen' }] }),
    )
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/lots/0/course/4'])
  })
})

test.each([
  ['2020-02-29', false],
  ['2020-03-01', true],
])('the rules on %s hold: %s', (on, holds) => {
  const result = tenderCalculation.calculate({ ...example(), on })
  expect(result.ok).toBe(holds)
  if (!result.ok) expect(result.faults.map(({ pointer }) => pointer)).toEqual(['/on'])
})
