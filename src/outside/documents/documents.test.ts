import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PdfDocument, renderPdf } from './index.ts'

const document: PdfDocument = {
  template: 'clause',
  lang: 'sv',
  title: 'Villkor om anställning',
  madeAt: new Date('2026-03-02T09:00:00Z'),
  data: {
    kicker: 'Upphandling 2026-041',
    lede: 'Ni anställer personer ur målgruppen när ni utför kontraktet.',
    facts: [{ label: 'Kontrakt', value: '4 maj 2026 – 3 maj 2028' }],
    sections: [
      { heading: 'Vad ni åtar er', paragraphs: ['Minst 36 månader på heltid.', 'En eller flera – 75 % kan räcka.'] },
      { heading: 'Uppföljning', paragraphs: ['Var tredje månad.'] },
    ],
    foot: 'Lokalförvaltningen',
    page: 'Sida',
  },
}

const folder = mkdtempSync(path.join(tmpdir(), 'fotfaste-pdf-'))
const file = path.join(folder, 'villkor.pdf')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function has(tool: string): boolean {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}

describe('a PDF that everybody can read', () => {
  beforeAll(async () => writeFileSync(file, await renderPdf(document)))

  it('declares PDF/UA-1, tags, title and language in the file itself', async () => {
    const text = Buffer.from(await renderPdf(document)).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(text).toMatch(/\/Lang\s*\(sv/)
    expect(text).toContain('/StructTreeRoot')
  })

  it('the same content at the same time gives the same bytes', async () => {
    const [one, other] = [await renderPdf(document), await renderPdf(document)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    const english = await renderPdf({ ...document, lang: 'en', title: 'Clause on employment' })
    expect(Buffer.from(english).toString('latin1')).toMatch(/\/Lang\s*\(en/)
  })

  it('what is typed stays text: markup and code in the data are set as they stand', async () => {
    const evil = '#panic("no") = Rubrik *fet* $x$ \\ #read("/etc/passwd") <script>'
    const typed = { ...document, data: { ...document.data, lede: evil } }
    writeFileSync(path.join(folder, 'evil.pdf'), await renderPdf(typed))
    if (!has('pdftotext')) return
    const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'evil.pdf'), '-']).toString()
    expect(text.replace(/\s+/g, ' ')).toContain('#panic("no") = Rubrik *fet* $x$')
  })

  it.runIf(has('pdfinfo'))('pdfinfo finds it tagged, with its title', () => {
    const found = execFileSync('pdfinfo', [file]).toString()
    expect(found).toMatch(/Title:\s+Villkor om anställning/)
    expect(found).toMatch(/Tagged:\s+yes/)
    expect(found).toMatch(/Page size:.*A4/)
  })

  it.runIf(has('pdfinfo'))('its structure has one first heading, then the sections', () => {
    const tree = execFileSync('pdfinfo', ['-struct', file]).toString()
    expect(tree.match(/^\s*H1 /gm)).toHaveLength(1)
    expect(tree.match(/^\s*H2 /gm)).toHaveLength(2)
  })

  it.runIf(has('qpdf'))('qpdf finds nothing wrong', () => {
    expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors found')
  })
})
