import { describe, expect, it } from 'vitest'
import { volumeCommitment, volumeRule } from './volume.ts'

const of = (type: 'works' | 'services', kronor: number, day = '2026-03-01') => volumeCommitment(type, kronor, day)

describe('PRC-6: places by the value of the contract (Trafikverket)', () => {
  it('SEK 100 m of works is 100 / 50 = 2 places: 2 × 12 months of employment or 2 × 6 of placement', () => {
    expect(of('works', 100_000_000)).toMatchObject({ places: 2, employmentMonths: 24, placementMonths: 12 })
  })

  it.each([
    ['works', 0, 0],
    ['works', 49_999_999, 0],
    ['works', 50_000_000, 1],
    ['works', 99_999_999, 1],
    ['services', 24_999_999, 0],
    ['services', 25_000_000, 1],
    ['services', 100_000_000, 4],
  ] as const)('%s for %d kronor: %d whole places', (type, kronor, places) => {
    expect(of(type, kronor)?.places).toBe(places)
  })

  it('shows its arithmetic', () => {
    const [first, second] = of('works', 100_000_000)?.lines ?? []
    expect(first).toMatchObject({
      rule: 'procurement.clause.volume_rule',
      inputs: { type: 'works', valueKronor: 100_000_000, kronorPerPlace: 50_000_000, places: 2 },
    })
    expect(first?.says.en).toBe('SEK 100,000,000 divided by SEK 50,000,000 gives 2 whole places.')
    expect(first?.says.sv.replaceAll('\u00a0', ' ')).toBe('100 000 000 kr delat med 50 000 000 kr ger 2 hela platser.')
    expect(second?.says).toEqual({
      sv: 'Det är 24 månader anställning på heltid, eller 12 månader handledd praktik.',
      en: 'That is 24 months of full-time employment, or 12 months of supervised placement.',
    })
    expect(second?.inputs).toEqual({ places: 2, employmentMonths: 24, placementMonths: 12 })
  })

  it('there is none before the rule begins, and the rule that holds is the one of the day', () => {
    expect(of('works', 100_000_000, '2025-12-31')).toBeUndefined()
    const [now] = volumeRule.versions
    const halved = {
      ...volumeRule,
      versions: [
        { ...now!, validTo: '2027-01-01' },
        {
          ...now!,
          validFrom: '2027-01-01',
          value: { ...now!.value, kronorPerPlace: { works: 25_000_000, services: 1 } },
        },
      ],
    }
    expect(volumeCommitment('works', 50_000_000, '2026-12-31', halved)?.places).toBe(1)
    expect(volumeCommitment('works', 50_000_000, '2027-01-01', halved)?.places).toBe(2)
  })

  it('is told in the register with both amounts and both lengths', () => {
    expect(volumeRule.shown(volumeRule.versions[0]!.value).en).toBe(
      'one place per SEK 50,000,000 (works) or SEK 25,000,000 (services); a place is 12 months of employment or 6 months of placement',
    )
    expect(volumeRule.shown(volumeRule.versions[0]!.value).sv).toContain(
      '12 månader anställning eller 6 månader praktik',
    )
  })
})
