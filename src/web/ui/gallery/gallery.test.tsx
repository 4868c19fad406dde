import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as door from '../index.ts'
import { pageNumbers } from '../index.ts'
import { galleryPages } from './pages.tsx'

const pages = galleryPages.map(page => ({ name: page.name, html: renderToStaticMarkup(page.body) }))

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(found => found[1] ?? '')
}

describe.each(pages)('the page "$name" of the gallery', ({ html }) => {
  it('holds nothing that a strict content security policy refuses', () => {
    expect(html).not.toMatch(/ style=|<style|<script|javascript:| on[a-z]+="/)
  })

  it('has one main part, one first heading, and no level left out', () => {
    expect(html.split('<main').length - 1).toBe(1)
    expect(html.split('<h1').length - 1).toBe(1)
    const levels = all(html, /<h([1-6])/g).map(Number)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  it('has unique ids, and every reference leads to one', () => {
    const ids = all(html, / id="([^"]*)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const references = all(
      html,
      / (?:for|aria-labelledby|aria-describedby|form|popoverTarget|popovertarget)="([^"]*)"/g,
    )
    expect(references.flatMap(list => list.split(' ')).filter(id => !ids.includes(id))).toEqual([])
    expect(all(html, /url\(#([^)]*)\)/g).filter(id => !ids.includes(id))).toEqual([])
  })

  it('gives every control a label, and every picture a sentence and a table', () => {
    const controls = all(html, /<((?:input|select|textarea)\b[^>]*)>/g).filter(tag => !tag.includes('type="hidden"'))
    const labelled = all(html, / for="([^"]*)"/g)
    for (const control of controls) {
      const id = / id="([^"]*)"/.exec(` ${control}`)?.[1]
      expect(/aria-label=/.test(control) || (id !== undefined && labelled.includes(id)), control).toBe(true)
    }
    const figures = html.split('<figure').slice(1)
    for (const figure of figures) expect(figure).toMatch(/<figcaption.*<details class="ff-twin">.*<table/s)
  })
})

describe('the gallery', () => {
  it('shows every component of the door', () => {
    const source = readdirSync(import.meta.dirname)
      .filter(file => file.endsWith('.tsx') && !file.includes('.test.'))
      .map(file => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
      .join('\n')
    const components = Object.entries(door)
      .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function')
      .map(([name]) => name)
    // Parts that others are made of show themselves there.
    const inside = [
      'Crumbs',
      'Field',
      'Fieldset',
      'Figure',
      'Heading',
      'Hidden',
      'LanesDrawing',
      'Mark',
      'Picture',
      'TableScroll',
      'Prose',
    ]
    expect(components.filter(name => !inside.includes(name) && !source.includes(`<${name}`))).toEqual([])
  })

  it('turns pages with the first, the last and the neighbours, and one gap where numbers are left out', () => {
    expect(pageNumbers(4, 13)).toEqual([1, 0, 3, 4, 5, 0, 13])
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(2, 2)).toEqual([1, 2])
  })
})
