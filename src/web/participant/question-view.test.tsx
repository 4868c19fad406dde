import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { OwnJob, PermissionLine } from '#domain/candidates'
import type { Language } from '#shell'
import { QuestionView } from './question-view.tsx'

const line: PermissionLine = {
  id: '0190a000-0000-7000-8000-000000000001',
  person: '0190a000-0000-7000-8000-000000000002',
  purpose: 'show_to_employer',
  receiver: 'Städ & Vård i Väst',
  procurement: '0190a000-0000-7000-8000-000000000003',
  caseNumber: null,
  fields: ['name', 'phone'],
  edition: 1,
  askedOn: '2026-02-20',
  answeredOn: null,
  manner: null,
  validTo: '2026-03-12',
  withdrawnOn: null,
  state: 'asked',
  version: 3,
}
const job: OwnJob = {
  title: 'Lokalvårdare',
  area: 'Lundby',
  startsOn: '2026-03-16',
  hours: [
    { concept: 'hours:early', label: 'Kan börja kl. 06' },
    { concept: 'hours:night', label: 'Kan arbeta natt' },
  ],
  form: 'fixed_term',
  months: 6,
}
const contact = { name: 'Sara Ek', organisation: 'Enheten Nordost', phone: '031-11 00 00' }

const drawn = (language: Language, over: Partial<PermissionLine> = {}, about: OwnJob | undefined = job): string =>
  renderToStaticMarkup(
    <QuestionView
      line={{ ...line, ...over }}
      job={about}
      contact={contact}
      path="/nu"
      language={language}
      today="2026-03-02"
    />,
  )

describe('TGT-11: the question', () => {
  it.each(['sv', 'en', 'ar'] as const)('in %s sets every name apart, as Swedish, and leaves none outside', language => {
    const html = drawn(language)
    for (const name of ['Städ &amp; Vård i Väst', 'Lokalvårdare', 'Lundby', 'Kan arbeta natt', 'Sara Ek']) {
      expect(html.replaceAll(`<bdi lang="sv">${name}</bdi>`, ''), name).not.toContain(name)
      expect(html, name).toContain(`<bdi lang="sv">${name}</bdi>`)
    }
    expect(html).not.toMatch(/[\u2068\u2069]/)
  })

  it('asks for exactly the fields of the permission, and says until when', () => {
    const html = drawn('sv')
    expect(html).toContain('<li>ditt namn</li><li>ditt telefonnummer</li>')
    expect(html).not.toContain('vad du kan')
    expect(html).toContain('De ser det till 12 mars.')
  })

  it('has two answers, each a button of the same form, with the words’ edition and the version that was read', () => {
    const form = /<form[^>]*action="\/fraga\/[^"]*".*?<\/form>/s.exec(drawn('sv'))?.[0] ?? ''
    expect([...form.matchAll(/<button[^>]*value="(\w+)"/g)].map(match => match[1])).toEqual(['yes', 'no'])
    expect(form).toMatch(/name="edition" value="1"/)
    expect(form).toMatch(/name="version" value="3"/)
    expect(form).toMatch(/name="form_key" value="[0-9a-f-]{36}"/)
  })

  it('P-M8: says that a no is not told, where it is true', () => {
    expect(drawn('sv')).toContain('Om du säger nej får de inte veta det.')
    expect(drawn('sv', { purpose: 'match' }, undefined)).not.toContain('Om du säger nej')
  })

  it('works without script: nothing in it needs one', () => {
    expect(drawn('ar')).not.toMatch(/<script|onclick|style=/)
  })
})
