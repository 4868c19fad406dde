import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { listNotices, type NoticeLine, procurementAccess, receiveNotice } from '#domain/procurement'
import { dayOf } from '#kernel'
import { answer, FormFaults, FormKey, formatDay, type Handle, look, readFields, visit } from '#shell'
import {
  Button,
  DataTable,
  EmptyState,
  FileInput,
  FormBody,
  Page,
  Pagination,
  Panel,
  Stack,
  SubmitRow,
  Tag,
  type Tone,
} from '#ui'
import type { Route } from './+types/notices'
import { unreadNotices } from './notice-refusals.ts'
import { noticeTexts } from './notice-texts.ts'
import { procurementRefusals } from './refusals.ts'
import { words } from './words.ts'

export const handle: Handle = { operations: { loader: 'notice.list', actions: { receive: 'notice.receive' } } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'notice.list', request)
  const page = Number(new URL(request.url).searchParams.get('sida') ?? 1)
  const list = await look(v, tx => listNotices(tx, v.actor, Number.isInteger(page) ? page : 1))
  return { list, language: v.language, today: v.today, pageTitle: noticeTexts(v.language)('crumb') }
}

/** The file itself does not reach the database: its digest stands for it, in the receipt as well. */
const schema = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{64}$/, 'fault_no_file'),
  fileName: z.string().max(200),
})

export async function action({ context, request }: Route.ActionArgs) {
  const v = visit(context, procurementAccess, 'notice.receive', request)
  const form = await request.formData()
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  form.set('fileName', file instanceof File ? file.name.slice(-200) : '')
  form.set('file', bytes.length > 0 ? createHash('sha256').update(bytes).digest('hex') : '')
  const read = readFields(form, v, 'notice.receive', schema)
  if (!read.ok) return read.answer
  const reading = v.readNotice(bytes)
  if (!reading.ok) return answer(reading, {}, '')
  const proposals = reading.value.lots.flatMap(lot => {
    const proposed = v.proposeCase(reading.value, lot.id)
    return proposed.ok ? [proposed.value] : []
  })
  const outcome = await receiveNotice(read.db, v.actor, {
    fileName: read.value.fileName,
    digest: Buffer.from(read.value.file, 'hex'),
    reading: reading.value,
    proposals,
    now: v.now(),
    today: v.today,
    newId: v.newId,
  })
  if (!outcome.ok) return answer(outcome, {}, '')
  return redirect(`/annonser/${outcome.value.notice}?klart=${outcome.value.already ? 'already' : 'received'}`, 303)
}

const states = { read: 'stateRead', accepted: 'stateAccepted', discarded: 'stateDiscarded' } as const
const tones: Record<NoticeLine['state'], Tone> = { read: 'sun', accepted: 'plain', discarded: 'plain' }

export default function Notices({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { list, language, today } = loaderData
  const t = noticeTexts(language)
  const w = words(language)
  return (
    <Page title={t('listTitle')} lede={t('listLede')}>
      <Stack gap="l">
        <FormFaults
          returned={actionData}
          sentences={{ ...procurementRefusals, ...unreadNotices }}
          faultText={message => (message === 'fault_no_file' ? t(message) : undefined)}
          language={language}
        />
        <Panel>
          <form method="post" encType="multipart/form-data">
            <FormKey intent="receive" />
            <FormBody>
              <FileInput
                name="file"
                label={t('file')}
                hint={t('fileHint')}
                accept=".xml,application/xml,text/xml"
                error={actionData?.faults.some(fault => fault.field === 'file') ? t('fault_no_file') : undefined}
              />
              <SubmitRow>
                <Button>{t('readIn')}</Button>
              </SubmitRow>
            </FormBody>
          </form>
        </Panel>
        <DataTable<NoticeLine>
          caption={t('caption')}
          rows={list.lines}
          rowKey={line => line.id}
          empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
          columns={[
            {
              key: 'notice',
              label: t('colNotice'),
              cell: line => (
                <>
                  <a href={`/annonser/${line.id}`}>{line.title ?? t('noTitle')}</a>
                  <span className="pr-under">{[line.buyer, line.fileName].filter(Boolean).join(' · ')}</span>
                </>
              ),
            },
            { key: 'lots', label: t('colLots'), cell: line => line.lots, numeric: true },
            {
              key: 'signs',
              label: t('colSigns'),
              cell: line => t('lotsWith', { n: line.lotsWithEmployment, of: line.lots }),
            },
            {
              key: 'read',
              label: t('colRead'),
              cell: line => formatDay(dayOf(new Date(line.receivedAt)), language, today),
            },
            {
              key: 'state',
              label: t('colState'),
              cell: line => <Tag tone={tones[line.state]}>{t(states[line.state])}</Tag>,
            },
          ]}
        />
        <Pagination
          label={w('pages')}
          page={list.page}
          pages={list.pages}
          href={page => `/annonser?sida=${page}`}
          previous={w('previous')}
          next={w('next')}
        />
      </Stack>
    </Page>
  )
}
