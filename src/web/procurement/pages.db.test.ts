import { readdirSync, readFileSync } from 'node:fs'
import { RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Opened, openSession } from '#db'
import { dayOf, newId } from '#kernel'
import { renderPdf } from '#outside/documents'
import { proposeCase, readNotice } from '#outside/notices'
import { type App, appContext } from '#shell'
import { writeSession } from '#test/trust/sessions'
import { actorCalled, openTrustWorld, type TrustWorld } from '#test/trust/world'
import * as pdfPage from './clause-pdf.ts'
import * as newPage from './new.tsx'
import * as noticePage from './notice.tsx'
import * as noticesPage from './notices.tsx'

let world: TrustWorld
const actors = new Map<string, Opened>()
beforeAll(async () => {
  world = await openTrustWorld()
  for (const key of ['procurer', 'procurer_other', 'employer', 'employer_other', 'matching_officer']) {
    const token = await writeSession(world.above, actorCalled(key).appointment)
    const opened = await openSession(world.db, token)
    if (opened) actors.set(key, opened)
  }
})
afterAll(() => world.end())

/** What a page is called with, as the server does it: the application with its actor, the address and what was sent. */
function call(key: string, path: string, params: Record<string, string>, form?: FormData) {
  const app: App = {
    db: world.db,
    now: world.now,
    newId,
    settings: { demonstration: true, secret: world.secret, publicUrl: 'http://own.invalid' },
    actor: actors.get(key),
    language: 'sv',
    requestId: newId(),
    sendMail: async () => undefined,
    onError: error => {
      throw error
    },
    readNotice,
    proposeCase,
    renderPdf,
  }
  const context = new RouterContextProvider()
  context.set(appContext, app)
  const request = new Request(`http://own.invalid${path}`, form ? { method: 'POST', body: form } : {})
  // The router adds what the pages do not use: the pattern and the parsed address.
  return { context, params, request } as never
}

/** Where an action leads, or the status and the code that it refused with. */
async function outcome(answer: Promise<unknown>): Promise<{ to?: string; status?: number; code?: string }> {
  const got = await answer.catch((thrown: unknown) => thrown)
  if (got instanceof Response) return { to: got.headers.get('location') ?? undefined, status: got.status }
  const { data, init } = got as {
    data: { refusal?: { code: string }; faults: { message: string }[] }
    init: { status: number }
  }
  return { status: init.status, code: data.refusal?.code ?? data.faults[0]?.message }
}

const counts = () =>
  world.above(`select (select count(*) from procurement.notice) as notices, (select count(*) from procurement.procurement) as cases,
    (select count(*) from log.event) as events, (select count(*) from gate.receipt) as receipts`)

function upload(bytes: Uint8Array<ArrayBuffer>, name = 'annons.xml'): FormData {
  const form = new FormData()
  form.set('form_key', newId())
  form.set('intent', 'receive')
  form.set('file', new File([bytes], name, { type: 'text/xml' }))
  return form
}

const receive = (key: string, form: FormData) => outcome(noticesPage.action(call(key, '/annonser', {}, form)))
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content)
const root = '<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2">'
const examples = new URL('../../../docs/examples/notices/', import.meta.url)

const example = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, examples)))
const whole = readdirSync(examples).filter(name => name.endsWith('.xml') && !name.startsWith('INVALID'))

describe('PRC-12: a file that is no notice', () => {
  const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  const refused: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
    ['one that fetches another file', text(entity), 'notice.entities'],
    ['one that only declares its type', text('<!DOCTYPE x SYSTEM "http://own.invalid/x.dtd"><x/>'), 'notice.doctype'],
    ['one that multiplies itself', text(`<!DOCTYPE x [<!ENTITY l0 "ha">${lol}]><x>&l9;</x>`), 'notice.entities'],
    ['one that is nested too deep', text(`${root}${'<a>'.repeat(9000)}${'</a>'.repeat(9000)}`), 'notice.too_deep'],
    ['one without its own number', example('INVALID_cn_24_stage-1.xml'), 'notice.no_identifier'],
    ['a PDF', text('%PDF-1.7'), 'notice.is_pdf'],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'notice.is_zip'],
    ['another kind of XML', text('<Invoice xmlns="urn:x"/>'), 'notice.wrong_root'],
    ['nothing at all', text(''), 'fault_no_file'],
    ['one of more than five megabytes', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20), 'notice.too_large'],
  ]
  for (const [what, bytes, code] of refused)
    it(`${what} is refused with ${code}, and nothing is written`, async () => {
      const before = await counts()
      expect(await receive('procurer', upload(bytes))).toEqual({ status: 422, code })
      expect(await counts()).toEqual(before)
    })

  it('nobody but a procurer can send one: the page does not exist for them', async () => {
    const bytes = example('cn_24_minimal.xml')
    for (const key of ['employer', 'matching_officer'])
      expect(await receive(key, upload(bytes))).toEqual({ status: 404 })
  })
})

describe('PRC-12: from a file to a case', () => {
  it('every example is read, and the same file again leads to the same notice', async () => {
    expect(whole).toHaveLength(12)
    for (const name of whole) {
      const bytes = example(name)
      const first = await receive('procurer_other', upload(bytes, name))
      expect(first.to, name).toMatch(/^\/annonser\/[0-9a-f-]{36}\?klart=received$/)
      const again = await receive('procurer_other', upload(bytes, `kopia av ${name}`))
      expect(again.to, name).toBe(first.to?.replace('received', 'already'))
    }
  })

  it('the proposal is accepted as the person changed it; the same form sent twice leads to the same case', async () => {
    const bytes = example('synthetic_sv_cn16_employment_two_lots.xml')
    const received = await receive('procurer_other', upload(bytes))
    const notice = /annonser\/([^?]+)/.exec(received.to ?? '')?.[1] ?? ''
    const page = await noticePage.loader(call('procurer_other', `/annonser/${notice}`, { notice }))
    expect(page.lot).toMatchObject({ id: 'LOT-0001' })
    expect(page.lot?.signals.map(signal => signal.field)).toContain('BT-775')
    const form = new FormData()
    const fields = {
      form_key: newId(),
      intent: 'accept',
      version: '1',
      lot: 'LOT-0001',
      title: 'Lokalvård, ändrad',
      contractStart: '2026-09-01',
      contractEnd: '2028-08-31',
      cpv: '90910000',
      value: '',
      places: '4',
      form: 'fixed_term',
      months: '9',
      service: 'Lokalvård',
      education: 'ingen särskild',
      priorKnowledge: '',
      skills: '',
      area: '',
      comments: '',
    }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const send = () => outcome(noticePage.action(call('procurer_other', `/annonser/${notice}`, { notice }, form)))
    const first = await send()
    expect(first.to).toMatch(/^\/upphandlingar\/[0-9a-f-]{36}\?klart=opened$/)
    expect(await send()).toEqual(first)
    const id = /upphandlingar\/([^?]+)/.exec(first.to ?? '')?.[1]
    expect(await world.above('select title, lot, notice_id from procurement.procurement where id = $1', [id])).toEqual([
      { title: 'Lokalvård, ändrad', lot: 'LOT-0001', notice_id: notice },
    ])
    expect(await outcome(noticePage.loader(call('procurer', `/annonser/${notice}`, { notice })))).toMatchObject({
      status: 404,
    })
  })
})

describe('pages that are not one’s own do not exist', () => {
  it('the clause as PDF: for the parties once it is locked, for nobody else', async () => {
    const [row] = await world.above<{ id: string; supplier: string }>(
      `select p.id, p.supplier_id as supplier from procurement.procurement p join procurement.clause k on k.procurement_id = p.id
        where k.state = 'locked' and p.supplier_id = $1 and p.authority_id = $2 limit 1`,
      [actorCalled('employer').organisation, actorCalled('procurer').organisation],
    )
    const params = { procurement: row?.id ?? '' }
    const get = async (key: string, lang: string) => {
      const got = await pdfPage.loader(call(key, `/x?sprak=${lang}`, params)).catch((thrown: unknown) => thrown)
      return got as Response
    }
    for (const key of ['procurer', 'employer']) {
      const response = await get(key, 'en')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/pdf')
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="clause-\d{4}-\d+-en\.pdf"$/)
      expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    }
    for (const key of ['procurer_other', 'employer_other']) expect((await get(key, 'sv')).status).toBe(404)
    await world.above(`update procurement.clause set state = 'draft', locked_at = null where procurement_id = $1`, [
      row?.id,
    ])
    expect((await get('employer', 'sv')).status).toBe(404)
    expect((await get('procurer', 'sv')).status).toBe(200)
  })

  it('an earlier case of another authority cannot be copied from', async () => {
    const [row] = await world.above<{ id: string }>(
      `select p.id from procurement.procurement p join procurement.need n on n.procurement_id = p.id where p.authority_id = $1 limit 1`,
      [actorCalled('procurer').organisation],
    )
    const own = await newPage.loader(call('procurer', `/upphandlingar/ny?fran=${row?.id}`, {}))
    expect(own).toMatchObject({ sourceId: row?.id })
    const other = await newPage.loader(call('procurer_other', `/upphandlingar/ny?fran=${row?.id}`, {}))
    expect(other).toMatchObject({ sourceId: undefined, began: {} })
    expect(dayOf(world.now())).toBe(own.today)
  })
})
