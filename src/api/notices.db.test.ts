import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel'
import { askChecked } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let token: string
beforeAll(async () => {
  stage = await setApiStage()
  token = await stage.tokenOf('procurer_other')
}, 120_000)
afterAll(() => stage.end())

const folder = 'docs/examples/notices'
const examples = readdirSync(folder).filter(name => /^(?!INVALID).*\.xml$/.test(name))
const xml = { 'Content-Type': 'application/xml' }

async function countNotices(): Promise<number> {
  const [row] = await stage.above<{ notices: number }>('select count(*)::int as notices from procurement.notice')
  return row?.notices ?? 0
}

describe('a notice (PRC-12)', () => {
  it.each(examples)('%s is read in, with what each lot suggests for a case', async name => {
    const raw = readFileSync(join(folder, name))
    const sent = await askChecked(stage, `post /notices?fileName=${name}`, { token, raw, headers: xml })
    expect(sent.status, sent.text).toBe(201)
    const seen = await askChecked(stage, `get /notices/${sent.body.notice}`, { token })
    const reading = seen.body.reading as { lots: { id: string }[]; proposals: { lot: string }[] }
    expect(seen.body).toMatchObject({ state: 'read', cases: [] })
    expect(reading.proposals.map(one => one.lot)).toEqual(reading.lots.map(lot => lot.id))
  })

  it('that was read in before is the same notice, whatever the key', async () => {
    const raw = readFileSync(join(folder, examples[0] ?? ''))
    const first = await askChecked(stage, 'post /notices', { token, raw, headers: xml })
    const before = await countNotices()
    const again = await askChecked(stage, 'post /notices?fileName=other.xml', { token, raw, headers: xml })
    expect(again.body).toEqual({ notice: first.body.notice, already: true })
    expect(await countNotices()).toBe(before)
  })

  it('with a key that was used for another file is refused', async () => {
    const key = newId()
    const [one, other] = examples.slice(0, 2).map(name => readFileSync(join(folder, name)))
    await askChecked(stage, 'post /notices', { token, raw: one, headers: xml, key })
    const sent = await askChecked(stage, 'post /notices', { token, raw: other, headers: xml, key })
    expect(sent.body.type).toBe('urn:fotfaste:problem:form.key_reused')
  })

  it.each([
    ['a document type', '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>', 'notice.doctype'],
    ['entities', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'notice.entities'],
    ['another XML', '<?xml version="1.0"?><root/>', 'notice.wrong_root'],
    [
      'half a file',
      '<?xml version="1.0"?><ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"><a>',
      'notice.truncated',
    ],
    ['nothing', ' ', 'notice.empty'],
  ])('that is %s is refused with a code, and nothing is written', async (_, raw, code) => {
    const before = await countNotices()
    const sent = await askChecked(stage, 'post /notices', { token, raw, headers: xml })
    expect(sent.body).toMatchObject({ status: 422, type: `urn:fotfaste:problem:${code}` })
    expect(await countNotices()).toBe(before)
  })

  it('of another authority does not exist (T11)', async () => {
    const raw = readFileSync(join(folder, examples[0] ?? ''))
    const { body } = await askChecked(stage, 'post /notices', { token, raw, headers: xml })
    const other = await stage.tokenOf('procurer')
    expect((await askChecked(stage, `get /notices/${body.notice}`, { token: other })).status).toBe(404)
  })
})

it('nothing of all this surprised the API', () => {
  expect(stage.errors).toEqual([])
})
