import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel'
import { askChecked } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let token: string
beforeAll(async () => {
  stage = await setApiStage()
  token = await stage.tokenOf('procurer')
}, 120_000)
afterAll(() => stage.end())

const need = { places: 6, form: 'fixed_term', months: 6, service: 'Golventreprenad', education: 'Ingen särskild' }
const floors = { title: 'Golventreprenad, Lundby', contractStart: '2026-05-04', contractEnd: '2028-05-03', need }

async function countCases(): Promise<number> {
  const [row] = await stage.above<{ cases: number }>('select count(*)::int as cases from procurement.procurement')
  return row?.cases ?? 0
}

async function open(body: unknown = floors, key = newId()): Promise<string> {
  const sent = await askChecked(stage, 'post /procurements', { token, body, key })
  expect(sent.status, sent.text).toBe(201)
  return String(sent.body.id)
}

describe('the six inputs (TGT-1)', () => {
  it('open a case with the need submitted, as the page does', async () => {
    const before = await countCases()
    const made = await askChecked(stage, 'post /procurements', {
      token,
      body: {
        ...floors,
        cpv: '45432100',
        valueOre: 410_000_000,
        need: { ...need, skills: 'Golvläggning', comments: 'Nytt' },
      },
    })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1/procurements/${made.body.id}`)
    expect(made.body.number).toMatch(/^2026-\d{3}$/)
    expect(await countCases()).toBe(before + 1)

    const seen = await askChecked(stage, `get /procurements/${made.body.id}`, { token })
    expect(seen.body).toMatchObject({
      number: made.body.number,
      title: floors.title,
      state: 'open',
      step: 'plan',
      cpv: '45432100',
      valueOre: 410_000_000,
      contractStart: '2026-05-04',
      contractEnd: '2028-05-03',
    })
    const written = await askChecked(stage, `get /procurements/${made.body.id}/need`, { token })
    expect(written.body).toMatchObject({
      version: 1,
      need: { ...need, skills: 'Golvläggning', priorKnowledge: '', comments: 'Nytt' },
      submittedAt: expect.stringMatching(/^2026-03-02T/),
    })
    const events = await stage.above<{ kind: string }>('select kind from log.event where stream_id = $1 order by seq', [
      made.body.id,
    ])
    expect(events.map(event => event.kind)).toEqual(['procurement.opened', 'procurement.need_submitted'])
  })

  it('have their effect once, however often they are sent with the same key (trust.md R5)', async () => {
    const [key, before] = [newId(), await countCases()]
    const first = await askChecked(stage, 'post /procurements', { token, body: floors, key })
    const again = await askChecked(stage, 'post /procurements', { token, body: floors, key })
    const otherOrder = await askChecked(stage, 'post /procurements', {
      token,
      key,
      body: Object.fromEntries(Object.entries(floors).toReversed()),
    })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect(otherOrder.text).toBe(first.text)
    expect(await countCases()).toBe(before + 1)
  })

  it('have their effect once also when they are sent at the same time', async () => {
    const [key, before] = [newId(), await countCases()]
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => askChecked(stage, 'post /procurements', { token, body: floors, key })),
    )
    expect(sent.map(one => one.status)).toEqual([201, 201, 201, 201])
    expect(new Set(sent.map(one => one.text)).size).toBe(1)
    expect(await countCases()).toBe(before + 1)
  })

  it('are refused when the key was used for another body, or for another address', async () => {
    const key = newId()
    const id = await open(floors, key)
    const before = await countCases()
    const other = await askChecked(stage, 'post /procurements', { token, key, body: { ...floors, title: 'Another' } })
    const elsewhere = await askChecked(stage, `put /procurements/${id}/need`, {
      token,
      key,
      body: { version: 1, need },
    })
    for (const sent of [other, elsewhere])
      expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:form.key_reused' })
    expect(await countCases()).toBe(before)
  })

  it('of another token with the same key are another request', async () => {
    const key = newId()
    const mine = await open(floors, key)
    const theirs = await askChecked(stage, 'post /procurements', {
      token: await stage.tokenOf('procurer_other'),
      body: floors,
      key,
    })
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(mine)
  })

  it('are told everything that is wrong, at once, with where it is', async () => {
    const sent = await askChecked(stage, 'post /procurements?draft=1', {
      token,
      key: 'not a key',
      body: {
        title: ' ',
        contractStart: '2026-02-30',
        contractEnd: '2028-05-03',
        authority: newId(),
        need: { ...need, places: 501, months: 1.5, form: 'gig', service: 'a\u0000b', status: 'submitted' },
      },
    })
    expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:request.invalid' })
    const errors = sent.body.errors as { pointer?: string; parameter?: string; header?: string }[]
    expect(errors.map(one => one.pointer ?? one.parameter ?? one.header).toSorted()).toEqual(
      [
        ...['Idempotency-Key', 'draft', '#/title', '#/contractStart', '#/authority', '#/need/places', '#/need/months'],
        ...['#/need/form', '#/need/service', '#/need/status'],
      ].toSorted(),
    )
  })

  it('are refused by the domain with its code and the facts of it', async () => {
    const backwards = await askChecked(stage, 'post /procurements', {
      token,
      body: { ...floors, contractEnd: '2026-05-03' },
    })
    expect(backwards.body).toMatchObject({
      status: 422,
      type: 'urn:fotfaste:problem:procurement.ends_before_it_begins',
      title: 'The contract ends before it begins',
    })
    const nowhere = await askChecked(stage, 'post /procurements', {
      token,
      body: { ...floors, need: { ...need, area: newId() } },
    })
    expect(nowhere.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:need.area_unknown' })
  })

  it('name an area that the keys in force know', async () => {
    const { body } = await askChecked(stage, 'get /keys', { token })
    const [key] = body.items as { rows: { area: string; name: string }[] }[]
    const area = key?.rows[0]
    const id = await open({ ...floors, need: { ...need, area: area?.area } })
    const written = await askChecked(stage, `get /procurements/${id}/need`, { token })
    expect(written.body).toMatchObject({ areaName: area?.name })
  })
})

describe('a need that is written again', () => {
  it('must have seen what stands there: a stale version is 409 with the one that holds', async () => {
    const id = await open({ ...floors, submit: false })
    const first = await askChecked(stage, `put /procurements/${id}/need`, {
      token,
      body: { version: 1, need: { ...need, places: 7 }, submit: true },
    })
    expect([first.status, first.body]).toEqual([200, { version: 2, submitted: true }])
    const stale = await askChecked(stage, `put /procurements/${id}/need`, { token, body: { version: 1, need } })
    expect(stale.body).toMatchObject({
      status: 409,
      type: 'urn:fotfaste:problem:need.changed_meanwhile',
      currentVersion: 2,
    })
    const seen = await askChecked(stage, `get /procurements/${id}/need`, { token })
    expect(seen.body).toMatchObject({ version: 2, need: { places: 7 } })
  })

  it('can be tried again with the same key after a refusal', async () => {
    const id = await open()
    const key = newId()
    const stale = await askChecked(stage, `put /procurements/${id}/need`, { token, key, body: { version: 9, need } })
    expect(stale.status).toBe(409)
    const right = await askChecked(stage, `put /procurements/${id}/need`, { token, key, body: { version: 1, need } })
    expect(right.status).toBe(200)
  })

  it('stands when places are apportioned after it', async () => {
    const [row] = await stage.above<{ id: string; version: number; key: string }>(
      `select n.procurement_id as id, n.version from procurement.need n join procurement.procurement p on p.id = n.procurement_id
        join places.apportionment a on a.procurement_id = p.id and a.state = 'decided'
        join gate.cast c on c.appointment_id = p.procurer_id where p.state = 'open' and p.authority_id =
          (select organisation_id from gate.appointment where display_name = 'Karin Berg' limit 1) limit 1`,
    )
    const sent = await askChecked(stage, `put /procurements/${row?.id}/need`, {
      token,
      body: { version: row?.version, need },
    })
    expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:need.places_apportioned' })
    expect(sent.body.detail).toMatch(/^\d+ places have been given/)
  })

  it('of another authority does not exist (T11)', async () => {
    const id = await open()
    const other = await stage.tokenOf('procurer_other')
    const theirs = await askChecked(stage, `put /procurements/${id}/need`, { token: other, body: { version: 1, need } })
    const none = await askChecked(stage, `put /procurements/${newId()}/need`, {
      token: other,
      body: { version: 1, need },
    })
    expect(theirs.status).toBe(404)
    expect({ ...theirs.body, instance: '' }).toEqual({ ...none.body, instance: '' })
  })

  it('is not for other roles: the address is not there for them', async () => {
    for (const key of ['matching_officer', 'district_team', 'employer', 'decision_maker', 'auditor']) {
      const sent = await askChecked(stage, 'post /procurements', { token: await stage.tokenOf(key), body: floors })
      expect(sent.status, key).toBe(404)
    }
  })
})

it('nothing of all this surprised the API', () => {
  expect(stage.errors).toEqual([])
})
