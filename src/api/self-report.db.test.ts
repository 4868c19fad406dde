import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel'
import { cast } from '#world'
import { askChecked } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
let token: string
beforeAll(async () => {
  stage = await setApiStage()
  token = await stage.tokenOf('employer')
}, 120_000)
afterAll(() => stage.end())

/** A report of the employer's that waits to be sent, and whose period is over. */
async function openReport(): Promise<string> {
  const employer = cast.find(one => one.key === 'employer')
  const [row] = await stage.above<{ id: string }>(
    `select id from followup.report where supplier_id = $1 and state = 'open' and period_to < gate.today() order by due_on limit 1`,
    [employer?.organisationId],
  )
  if (!row) throw new Error('The employer owes no report')
  return row.id
}

type Figures = { persons: number; started: number; fullTimeMonths: number }

describe('the self-report (PRC-10)', () => {
  it('says every figure that cannot be true, each at its place', async () => {
    const id = await openReport()
    const { body } = await askChecked(stage, `get /reports/${id}`, { token })
    const sent = await askChecked(stage, `put /reports/${id}/corrections`, {
      token,
      body: {
        version: body.version,
        corrections: { persons: 1, started: 3, fullTimeMonths: 9000, endedFor: { other: 4 } },
      },
    })
    expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:report.impossible' })
    expect((sent.body.errors as { pointer: string }[]).map(one => one.pointer).toSorted()).toEqual([
      '#/corrections/endedFor',
      '#/corrections/fullTimeMonths',
      '#/corrections/started',
    ])
    expect((await askChecked(stage, `get /reports/${id}`, { token })).body.version).toBe(body.version)
  })

  it('is refused when it is stale, with the version that holds, and when the register has moved', async () => {
    const id = await openReport()
    const { body } = await askChecked(stage, `get /reports/${id}`, { token })
    const stale = await askChecked(stage, `post /reports/${id}/submission`, {
      token,
      body: { version: Number(body.version) + 7, basis: body.basis },
    })
    expect(stale.body).toMatchObject({ status: 409, currentVersion: body.version })
    const moved = await askChecked(stage, `post /reports/${id}/submission`, {
      token,
      body: { version: body.version, basis: 'something else' },
    })
    expect(moved.body).toMatchObject({ status: 409, type: 'urn:fotfaste:problem:report.basis_moved' })
  })

  it('takes no identity number in the remark (P-A6)', async () => {
    const id = await openReport()
    const { body } = await askChecked(stage, `get /reports/${id}`, { token })
    const sent = await askChecked(stage, `put /reports/${id}/corrections`, {
      token,
      body: { version: body.version, remark: 'Gäller 19900101-2380' },
    })
    expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:report.remark_holds_identity' })
    expect(sent.text).not.toContain('19900101')
  })

  it('of another employer does not exist, and the procurer cannot send it (T11)', async () => {
    const id = await openReport()
    const { body } = await askChecked(stage, `get /reports/${id}`, { token })
    const said = { version: body.version, basis: body.basis }
    for (const key of ['employer_other', 'procurer', 'matching_officer']) {
      const other = await stage.tokenOf(key)
      expect(
        (await askChecked(stage, `post /reports/${id}/submission`, { token: other, body: said })).status,
        key,
      ).toBe(404)
      const change = { version: body.version, remark: 'x' }
      expect((await askChecked(stage, `put /reports/${id}/corrections`, { token: other, body: change })).status).toBe(
        404,
      )
    }
  })

  it('is read pre-filled, corrected, sent with what was seen, and answered with a receipt; then it stands', async () => {
    const id = await openReport()
    const before = await askChecked(stage, `get /reports/${id}`, { token })
    expect(before.body).toMatchObject({ state: 'open', remark: '', faults: [] })
    const counted = (before.body.prefilled as { figures: Figures }).figures
    expect(before.body.figures).toEqual(counted)

    const changed = await askChecked(stage, `put /reports/${id}/corrections`, {
      token,
      body: {
        version: before.body.version,
        corrections: { fullTimeMonths: Math.max(0, counted.fullTimeMonths - 25) },
        remark: 'En var ledig några dagar.',
      },
    })
    expect([changed.status, changed.body]).toEqual([200, { id }])

    const seen = await askChecked(stage, `get /reports/${id}`, { token })
    expect(seen.body).toMatchObject({
      version: Number(before.body.version) + 1,
      remark: 'En var ledig några dagar.',
      figures: { ...counted, fullTimeMonths: Math.max(0, counted.fullTimeMonths - 25) },
      prefilled: { figures: counted },
    })

    const key = newId()
    const body = { version: seen.body.version, basis: seen.body.basis }
    const sent = await askChecked(stage, `post /reports/${id}/submission`, { token, key, body })
    expect(sent.status).toBe(201)
    expect(sent.body).toEqual({ receiptNumber: expect.stringMatching(/^\d{4}-\d{3}-\d+/), corrected: true })
    const again = await askChecked(stage, `post /reports/${id}/submission`, { token, key, body })
    expect(again.text).toBe(sent.text)

    const procurer = await stage.tokenOf('procurer')
    const judged = await askChecked(stage, `get /reports/${id}`, { token: procurer })
    expect(judged.body).toMatchObject({ state: 'submitted', receiptNumber: sent.body.receiptNumber, corrected: true })
    const kinds = await stage.above<{ kind: string }>(
      `select kind from log.event where subject = $1 and kind in ('followup.report_corrected', 'followup.report_submitted') order by seq`,
      [id],
    )
    expect(kinds.map(row => row.kind)).toEqual(['followup.report_corrected', 'followup.report_submitted'])

    const twice = await askChecked(stage, `post /reports/${id}/submission`, {
      token,
      body: { ...body, version: Number(body.version) + 1 },
    })
    expect(twice.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:report.already_sent' })
  })
})

it('nothing of all this surprised the API', () => {
  expect(stage.errors).toEqual([])
})
