import { clauseText, procurementAccess, viewClause } from '#domain/procurement'
import { isId } from '#kernel'
import { formatDay, formatNumber, type Handle, isLanguage, look, notFound, orNotFound, visit } from '#shell'
import type { Route } from './+types/clause-pdf'
import { clauseTexts } from './clause-texts.ts'

export const handle: Handle = { operations: { loader: 'clause.print' } }

/** The clause as a tagged PDF, in Swedish or English. The supplier gets it once it is locked; a draft says that it is one. */
export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Response> {
  const v = visit(context, procurementAccess, 'clause.print', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  const page = orNotFound(await look(v, tx => viewClause(tx, v.actor, id)))
  const clause = orNotFound(page.clause)
  const asked = new URL(request.url).searchParams.get('sprak')
  const lang = (isLanguage(asked) ? asked : v.language) === 'en' ? 'en' : 'sv'
  const t = clauseTexts(lang)
  const about = { number: page.number, title: page.title }
  const days = `${formatDay(page.contractStart, lang)} – ${formatDay(page.contractEnd, lang)}`
  const months = formatNumber(clause.parameters.fullTimeMonths / 100, lang, 2)
  const bytes = await v.renderPdf({
    template: 'clause',
    lang,
    title: t('documentTitle'),
    madeAt: v.now(),
    data: {
      kicker: clause.locked ? t('documentKicker', about) : t('documentDraft', about),
      lede: clause.locked ? t('documentLede') : t('documentDraftLede'),
      facts: [
        { label: t('documentAuthority'), value: page.authority },
        { label: t('documentContract'), value: days },
        { label: t('documentMonths'), value: t('documentMonthsValue', { months }) },
      ],
      sections: clauseText(clause.parameters, lang),
      foot: `${page.authority} · ${page.number}`,
      page: t('documentPage'),
    },
  })
  const name = `${lang === 'sv' ? 'villkor' : 'clause'}-${page.number}-${lang}.pdf`
  return new Response(Buffer.from(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
