import { operationsOf, readPages } from '../house/inventory.ts'
import type { FoundForm } from './matrix.ts'
import type { Facts, Row } from './oracle/facts.ts'

// Forms that no page of the world draws on its day, since nothing there stands just so. What they send is right in shape.

type Hand = { readonly about: string; readonly fields: (row: Row, facts: Facts) => Record<string, string> }

const candidacyIn = (row: Row, facts: Facts): Row | undefined =>
  facts.by('matching.candidacy', 'procurement_id', row.id)[0]
const ticked = (row: Row | undefined): string => `${row?.id}.${row?.version}`
const bookingOn = (row: Row, facts: Facts): string => String(facts.by('tracks.booking', 'start_id', row.id)[0]?.id)
const versioned = (row: Row): { version: string } => ({ version: String(row.version) })

const need = (row: Row, facts: Facts): Record<string, string> => ({
  version: String(facts.by('procurement.need', 'procurement_id', row.id)[0]?.version ?? 0),
  places: '2',
  form: 'permanent',
  months: '6',
  service: 'Prov',
  education: 'Prov',
  priorKnowledge: '',
  skills: '',
  area: '',
  comments: '',
})

const hands: Readonly<Record<string, Hand>> = {
  'upphandlingar/:procurement/behov save': { about: 'procurement.procurement', fields: need },
  'upphandlingar/:procurement/behov submit': { about: 'procurement.procurement', fields: need },
  'upphandlingar/:procurement/villkor decide': {
    about: 'procurement.procurement',
    fields: row => ({ ...versioned(row), requirement: 'none', reason: 'too_small' }),
  },
  'upphandlingar/:procurement/villkor choose': {
    about: 'procurement.procurement',
    fields: row => ({
      ...versioned(row),
      months: '72',
      within: '6',
      groups: 'youth_foreign_born',
      part: '75',
      reasons: 'summarily_dismissed',
      interval: '3',
      ownGroupSv: '',
      ownGroupEn: '',
      formSv: 'Tillsvidareanställning',
      formEn: 'Permanent employment',
    }),
  },
  'upphandlingar/:procurement/villkor lock': {
    about: 'procurement.procurement',
    fields: (row, facts) => versioned(facts.by('procurement.clause', 'procurement_id', row.id)[0] ?? row),
  },
  'upphandlingar/:procurement/tilldelning award': {
    about: 'procurement.procurement',
    fields: (row, facts) => ({
      ...versioned(row),
      supplier: String(facts.by('organisations.organisation', 'kind', 'supplier')[0]?.id),
      contractStart: '2026-06-01',
      contractEnd: '2028-05-31',
    }),
  },
  'personer/:person record': {
    about: 'candidates.person',
    fields: (row, facts) => ({
      version: '1',
      permission: String(facts.by('candidates.permission', 'person_id', row.id)[0]?.id ?? row.id),
      answer: 'yes',
      manner: 'spoken',
      ground: 'cannot_sign_in',
      language: 'sv',
    }),
  },
  'insatser/:start book': {
    about: 'catalogue.start',
    fields: (_, facts) => {
      const candidacy = facts.rows('matching.candidacy').find(row => row.state === 'proposed')
      return { person: String(candidacy?.person_id), procurement: String(candidacy?.procurement_id) }
    },
  },
  ...Object.fromEntries(
    ['cancelled', 'completed', 'dropped'].map(intent => [
      `insatser/:start ${intent}`,
      {
        about: 'catalogue.start',
        fields: (row: Row, facts: Facts) => ({ booking: bookingOn(row, facts), version: '1' }),
      },
    ]),
  ),
  'upphandlingar/:procurement/matchning propose': {
    about: 'procurement.procurement',
    fields: (_, facts) => ({ person: String(facts.rows('candidates.person').find(row => !row.protected)?.id) }),
  },
  'upphandlingar/:procurement/kortlista present': {
    about: 'procurement.procurement',
    fields: (row, facts) => ({ candidacy: ticked(candidacyIn(row, facts)), shownTo: '2026-03-20' }),
  },
  'kandidater/:procurement offer': {
    about: 'procurement.procurement',
    fields: (row, facts) => ({
      candidacy: String(candidacyIn(row, facts)?.id),
      version: String(candidacyIn(row, facts)?.version),
      form: 'permanent',
      rate: '100',
      startsOn: '2026-03-16',
      endsOn: '',
    }),
  },
  'anstallda/:placement start': {
    about: 'placement.placement',
    fields: row => ({ ...versioned(row), firstDay: '2026-03-02' }),
  },
  'anstallda/:placement still': { about: 'placement.placement', fields: versioned },
  'rapporter/:report submit': { about: 'followup.report', fields: row => ({ ...versioned(row), basis: '1 0 100' }) },
  'rapporter/:report correct': {
    about: 'followup.report',
    fields: row => ({ ...versioned(row), field: 'persons', persons: '2' }),
  },
  ...Object.fromEntries(
    ['accept', 'decline', 'still'].map(intent => [
      `mitt-jobb/:placement ${intent}`,
      { about: 'placement.placement', fields: versioned },
    ]),
  ),
  'mitt-jobb/:placement question': { about: 'placement.placement', fields: () => ({ about: 'pay' }) },
}

/** The forms of intents that were not drawn, each about three things of its kind. */
export function formsByHand(facts: Facts, drawn: ReadonlySet<string>): FoundForm[] {
  return readPages().flatMap(page =>
    Object.entries(operationsOf(page)?.actions ?? {}).flatMap(([intent, operation]) => {
      const hand = hands[`${page.path} ${intent}`]
      if (!hand || drawn.has(`${page.path} ${intent}`)) return []
      const rows = facts.rows(hand.about)
      const chosen = [rows[0], rows[rows.length >> 1], rows.at(-1)].filter(row => row !== undefined)
      return chosen.map(row => ({
        form: { action: '', intent, fields: { intent, ...hand.fields(row, facts) } },
        page,
        path: `/${page.path.replace(/:\w+/, String(row.id))}`,
        operation,
        drawnFor: 'nobody, by hand',
      }))
    }),
  )
}

/** Intents that neither a page drew nor a hand wrote. */
export function unwritten(intents: readonly string[], drawn: ReadonlySet<string>): string[] {
  return intents.filter(intent => !drawn.has(intent) && !(intent in hands))
}
