import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Effects, effectsCalculation, effectsOf } from '#domain/effects'
import { amountsFor, reachOf } from './figures.ts'
import { EffectsPicture } from './picture.tsx'

const example = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/calc/effects-${name}.json`, import.meta.url), 'utf8'))

function drawn(input: unknown, language: 'sv' | 'en' = 'sv'): string {
  const [done, explained] = [effectsOf(input), effectsCalculation.calculate(input)]
  if (!done.ok || !explained.ok) throw new Error('not reckoned')
  const { lines, notCounted = [] } = explained
  const picture = <EffectsPicture result={done.result} lines={lines} notCounted={notCounted} language={language} />
  return renderToStaticMarkup(picture).replace(/[\u00a0\u202f]/g, ' ')
}

function effects(name: string): Effects[] {
  const done = effectsOf(example(name))
  if (!done.ok) throw new Error('not reckoned')
  return [done.result.forecast, done.result.outcome].filter(one => one !== undefined)
}

/** The rows of each table that stands behind a picture, without its head. */
function tables(html: string): string[][][] {
  return [...html.matchAll(/<details class="ff-twin">(.*?)<\/details>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
      .slice(1)
      .map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(cell => cell[1] ?? '')),
  )
}

describe('the picture of the effects (STR-10)', { timeout: 60_000 }, () => {
  it('tells in the table what the bars show: each actor, and society last', () => {
    const [waterfall, ...others] = tables(drawn(example('golden')))
    expect(waterfall).toEqual([
      ['Individ', '+118 tkr', ''],
      ['Kommun', '+56 tkr', ''],
      ['Region', '+31 tkr', ''],
      ['Stat', '−63 tkr', ''],
      ['Arbetsgivare', '+252 tkr', ''],
      ['Samhället', '+394 tkr', ''],
    ])
    expect(others).toEqual([]) // nothing is uncertain, so there is no tornado
  })

  it('compares before and after on one scale, and says in the title what came of what was expected', () => {
    const html = drawn(example('before-and-after'))
    expect(html).toContain('<h1>Samhället vann 706 tkr, prognosen var 757 tkr</h1>')
    const [before, after] = effects('before-and-after')
    const [from, to] = reachOf([before!, after!])
    for (const one of [before!, after!]) {
      expect(from).toBeLessThanOrEqual(reachOf([one])[0])
      expect(to).toBeGreaterThanOrEqual(reachOf([one])[1])
    }
    const zero = [...html.matchAll(/class="ff-fall-bar"[^>]*><line class="ff-zero" x1="([\d.]+%)"/g)].map(
      match => match[1],
    )
    expect(zero).toHaveLength(12)
    expect(new Set(zero).size).toBe(1)
  })

  it('says its answer, what is not counted and every source in words, in both languages', () => {
    const [sv, en] = [drawn(example('internship')), drawn(example('internship'), 'en')]
    expect(sv).toContain('Prognos: samhället vinner 15 000 kr')
    expect(sv).toContain('Tiden efteråt, hälsa och ändrade priser räknas inte.')
    expect(sv).toContain(
      'Arbetsgivarens handledning, per person och månad betyder mest: från −7,5 tkr till 30 tkr för samhället.',
    )
    expect(sv).toContain('Undanträngning: ingen annan antas ha förlorat sitt arbete.')
    expect(sv).toContain('5 personer, 12,3 tkr per person och år')
    expect(en).toContain('<h1>Society gains SEK 15k</h1>')
    expect(en).toContain('Displacement: nobody else is taken to have lost their work.')
    expect(en).toContain('SFS 2017:819')
    expect(en.match(/<h1>/g)).toHaveLength(1)
  })

  it('says a loss as a loss, and an outcome alone as what came', () => {
    const { forecast, ...rest } = example('before-and-after')
    expect(drawn(rest)).toContain('<h1>Samhället vann 706 tkr</h1>')
    const poor = { ...example('golden'), assumptions: { productivity: 0, employerCosts: 20_000 } }
    expect(drawn(poor)).toContain('<h1>Samhället förlorar 240 tkr</h1>')
    expect(drawn(poor, 'en')).toContain('<h1>Society loses SEK 240k</h1>')
  })

  it('writes amounts in thousands, with a decimal only while none is large', () => {
    const small = amountsFor(effects('internship'), 'sv')
    expect([small.bare(1_234_567), small.signed(-150_000), small.between(150_000, 250_000)]).toEqual([
      '12,3',
      '−1,5 tkr',
      '1,5–2,5',
    ])
    const large = amountsFor(effects('golden'), 'en')
    expect([
      large.signed(39_426_000),
      large.signed(-6_280_740),
      large.signed(0),
      large.between(-100_000, 200_000),
    ]).toEqual(['+SEK 394k', '−SEK 63k', 'SEK 0k', '−1 to 2'])
  })
})
