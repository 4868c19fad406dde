import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { allocation } from '../gallery/apportion.tsx'
import { lanes } from '../gallery/case.tsx'
import { commitment, spark, tornado, waterfall } from '../gallery/figures.tsx'
import { match } from '../gallery/match.tsx'
import { funnel } from '../gallery/state.tsx'
import {
  AllocationBars,
  CommitmentBar,
  Funnel,
  Lanes,
  lackingOf,
  MatchGrid,
  SparkBars,
  StepLine,
  Tornado,
  Waterfall,
} from '../index.ts'

/** The twin table as text, header first. */
function twin(html: string): string[][] {
  const table = html.slice(html.indexOf('<details class="ff-twin">'))
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(row => row[1] ?? '')
  return rows.map(row => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(cell => cell[1] ?? ''))
}

/** Shapes with a class, as their attributes in order of appearance. */
function shapes(html: string, name: string): Record<string, string>[] {
  const tags = [...html.matchAll(/<(?:rect|line|path|circle)\b[^>]*>/g)].map(tag => tag[0])
  return tags
    .filter(tag => new RegExp(`class="(?:[^"]* )?${name}(?: [^"]*)?"`).test(tag))
    .map(tag =>
      Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(part => [part[1] ?? '', part[2] ?? ''])),
    )
}

function number(text: string | undefined): number {
  return Number.parseFloat((text ?? '').replace('−', '-').replace('+', '').replace(',', '.').replace('%', ''))
}

/** Drawn lengths stand in one proportion to the numbers. */
function proportional(drawn: readonly number[], told: readonly number[]): void {
  expect(drawn.length).toBe(told.length)
  const index = told.indexOf(Math.max(...told))
  const unit = (drawn[index] ?? 0) / (told[index] ?? 1)
  drawn.forEach((length, at) => {
    expect(length).toBeCloseTo((told[at] ?? 0) * unit, 1)
  })
}

describe('a picture and its table tell the same', () => {
  it('P2: each thing in a lane is drawn, listed and tabled, and a bar is as long as its days', () => {
    const words = { lane: 'Bana', what: 'Vad', when: 'När', note: 'Not', problem: 'hinner inte', none: '' }
    const html = renderToStaticMarkup(
      <Lanes
        id="l"
        title="T"
        summary="S"
        showTable="V"
        lanes={lanes}
        from="2026-03-01"
        to="2026-08-28"
        months={[]}
        words={words}
      />,
    )
    const rows = twin(html).slice(1)
    const items = lanes.flatMap(lane => lane.items)
    expect(rows.map(row => row[0])).toEqual(items.map(item => item.label))
    expect(rows.filter(row => row[3] === 'hinner inte').map(row => row[0])).toEqual([
      'blir klar 10 veckor efter intervjuerna',
    ])
    for (const item of items) expect(html.split(`>${item.label}<`).length - 1).toBe(4)
    // 180 days on the axis: 2–20 March is 19 days from day 1, in both drawings.
    const bars = [...html.matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(bar => [
      Number(bar[1]),
      Number(bar[2]),
    ])
    const day = 100 / 180
    expect(bars[0]?.[0]).toBeCloseTo(day, 1)
    expect(bars[0]?.[1]).toBeCloseTo(19 * day, 1)
    expect(bars.length).toBe(2 * items.filter(item => 'from' in item).length)
  })

  it('P3: bar, tick and proposal are as long as given, due and proposed', () => {
    const html = renderToStaticMarkup(<AllocationBars {...allocation} />)
    const rows = twin(html).slice(1)
    expect(rows.map(row => row[0])).toEqual(allocation.rows.map(row => row.name))
    const given = shapes(html, 'ff-alloc-given').map(bar => number(bar.width))
    proportional(
      given,
      rows.map(row => number(row[3])),
    )
    const due = shapes(html, 'ff-alloc-due').map(tick => number(tick.x1))
    proportional([...given, ...due], [...rows.map(row => number(row[3])), ...rows.map(row => number(row[2]))])
    const added = shapes(html, 'ff-alloc-added').map(bar => number(bar.width))
    proportional(
      added,
      rows.map(row => number(row[5])).filter(places => places > 0),
    )
    expect(rows.find(row => row[0] === 'Centrum')?.[5]).toBe('passar')
  })

  it('P4 (GEN-6): bars follow the counts, and a suppressed count is neither drawn nor told', () => {
    const html = renderToStaticMarkup(<Funnel {...funnel} />)
    const rows = twin(html).slice(1)
    const shown = rows.filter(row => row[1] !== 'färre än 5')
    proportional(
      shapes(html, 'ff-funnel-kept').map(bar => number(bar.width)),
      shown.map(row => number(row[1])),
    )
    expect(shapes(html, 'ff-funnel-hidden').length).toBe(1)
    expect(rows.at(-1)).toEqual(['Kvar 24 mån', 'färre än 5', '', ''])
    const lost = shapes(html, 'ff-funnel-lost').map(bar => bar.width)
    expect(lost.slice(0, 5)).toEqual(
      shapes(html, 'ff-funnel-kept')
        .map(bar => bar.width)
        .slice(0, 5),
    )
  })

  it('P6 (GEN-4): each sign in the grid is the word in the table, and nobody has a sum', () => {
    const html = renderToStaticMarkup(<MatchGrid {...match} />)
    const grid = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
    const signs = [...grid.matchAll(/ff-match-sign--(\w+)"[^>]*>([^<]*)</g)].map(sign => ({
      kind: sign[1],
      text: sign[2],
    }))
    const said = twin(html)
      .slice(1)
      .flatMap(row => row.slice(1, -1))
    const word: Record<string, string> = { met: 'uppfyllt', not_met: 'inte uppfyllt', unknown: 'vi vet inte' }
    expect(said).toEqual(signs.map(sign => word[sign.kind ?? ''] ?? `uppfyllt senast ${sign.text}`))
    expect(twin(html)[0]?.length).toBe(1 + 6 + 1)
  })

  it('P6: what is not known about a person is unknown, never "no"', () => {
    const html = renderToStaticMarkup(<MatchGrid {...match} people={[{ key: 'x', name: 'X', cells: {} }]} />)
    expect(twin(html)[1]).toEqual(['X', ...Array.from({ length: 6 }, () => 'vi vet inte'), ''])
  })

  it('P7: done and running fill the frame as the table says, and lacking is what is left', () => {
    const html = renderToStaticMarkup(<CommitmentBar {...commitment} />)
    const rows = twin(html).slice(1)
    const done = shapes(html, 'ff-commit-done').map(bar => number(bar.width))
    const running = shapes(html, 'ff-commit-running').map(bar => number(bar.width))
    rows.forEach((row, index) => {
      proportional([done[index] ?? 0, running[index] ?? 0, 100], [number(row[2]), number(row[3]), number(row[1])])
      expect(number(row[4])).toBe(number(row[1]) - number(row[2]) - number(row[3]))
    })
    expect(lackingOf({ key: 'x', label: 'x', promised: 4, done: 5, running: 1 })).toBe(0)
  })

  it('P8: each step begins where the one before ended, and the last row is their sum', () => {
    const html = renderToStaticMarkup(<Waterfall {...waterfall} />)
    const rows = twin(html).slice(1)
    const bars = [...html.matchAll(/<rect x="([\d.]+)%" y="5" width="([\d.]+)%"/g)].map(bar => ({
      x: Number(bar[1]),
      width: Number(bar[2]),
    }))
    proportional(
      bars.map(bar => bar.width),
      rows.map(row => Math.abs(number(row[1]))),
    )
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(bars[1]?.x ?? 0, 1)
    expect(rows.slice(0, -1).reduce((sum, row) => sum + number(row[1]), 0)).toBeCloseTo(number(rows.at(-1)?.[1]), 5)
  })

  it('P9: a bar is as high as its value, and a value not shown is a gap', () => {
    const html = renderToStaticMarkup(<SparkBars {...spark} />)
    const rows = twin(html).slice(1)
    const told = rows.filter(row => row[1] !== 'färre än 5').map(row => number(row[1]))
    proportional(
      shapes(html, 'ff-spark-bar').map(bar => number(bar.height)),
      told,
    )
    expect(shapes(html, 'ff-spark-gap').length).toBe(rows.length - told.length)
  })

  it('P10: the widest assumption comes first, and both ends are as far from the base as told', () => {
    const html = renderToStaticMarkup(<Tornado {...tornado} />)
    const rows = twin(html).slice(1)
    const spans = rows.map(row => Math.abs(number(row[2]) - number(row[3])))
    expect(spans).toEqual([...spans].sort((a, b) => b - a))
    const drawn = [...shapes(html, 'ff-tornado-low'), ...shapes(html, 'ff-tornado-high')].map(bar => number(bar.width))
    const told = [...rows.map(row => number(row[2])), ...rows.map(row => number(row[3]))]
    proportional(
      drawn,
      told.map(value => Math.abs(value - tornado.base.value)),
    )
  })
})

describe('the process line (P1)', () => {
  it('marks exactly the step that is now or late as current, and says every state in words', () => {
    const states = { done: 'klart', now: 'pågår', late: 'försenat', todo: 'inte påbörjat', locked: 'låst' }
    const steps = [
      { key: 'a', label: 'Planera', state: 'done' },
      { key: 'b', label: 'Analysera', state: 'late' },
      { key: 'c', label: 'Upphandla', state: 'locked' },
    ] as const
    const html = renderToStaticMarkup(<StepLine label="Steg" steps={steps} states={states} />)
    expect(html.split('aria-current="step"').length - 1).toBe(1)
    expect(html).toMatch(/aria-current="step".*Analysera.*försenat/s)
    for (const step of steps) expect(html).toContain(`, ${states[step.state]}<`)
  })
})
