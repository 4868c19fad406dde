import type { Role } from '#kernel'
import type { Language } from './language.ts'

type Item = { readonly to: string; readonly sv: string; readonly en: string; readonly ar?: string }

/** The menu of each role: five to seven words, objects rather than departments (ux.md §2.1). The first is the role's start page. */
const menus: Record<Role, readonly Item[]> = {
  decision_maker: [
    { to: '/laget', sv: 'Läget', en: 'State of things' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
    { to: '/fordelning', sv: 'Fördelning', en: 'Apportionment' },
  ],
  procurer: [
    { to: '/min-dag', sv: 'Min dag', en: 'My day' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
    { to: '/ataganden', sv: 'Åtaganden', en: 'Commitments' },
    { to: '/annonser', sv: 'Annonser', en: 'Notices' },
    { to: '/laget', sv: 'Läget', en: 'State of things' },
  ],
  matching_officer: [
    { to: '/min-dag', sv: 'Min dag', en: 'My day' },
    { to: '/platser', sv: 'Platser', en: 'Places' },
    { to: '/personer', sv: 'Personer', en: 'People' },
    { to: '/medgivanden', sv: 'Medgivanden', en: 'Permissions' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
    { to: '/laget', sv: 'Läget', en: 'State of things' },
  ],
  district_team: [
    { to: '/min-dag', sv: 'Min dag', en: 'My day' },
    { to: '/fordelning', sv: 'Fördelning', en: 'Apportionment' },
    { to: '/platser', sv: 'Platser', en: 'Places' },
    { to: '/personer', sv: 'Personer', en: 'People' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
    { to: '/laget', sv: 'Läget', en: 'State of things' },
  ],
  employer: [
    { to: '/att-gora', sv: 'Att göra', en: 'To do' },
    { to: '/ataganden', sv: 'Våra åtaganden', en: 'Our commitments' },
    { to: '/kandidater', sv: 'Kandidater', en: 'Candidates' },
    { to: '/anstallda', sv: 'Anställda', en: 'Employed' },
    { to: '/rapporter', sv: 'Rapporter', en: 'Reports' },
  ],
  coordinator: [
    { to: '/min-dag', sv: 'Min dag', en: 'My day' },
    { to: '/platser', sv: 'Platser', en: 'Places' },
    { to: '/personer', sv: 'Deltagare', en: 'Participants' },
    { to: '/insatser', sv: 'Katalog', en: 'Catalogue' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
  ],
  provider: [
    { to: '/min-dag', sv: 'Min dag', en: 'My day' },
    { to: '/insatser', sv: 'Insatser', en: 'Interventions' },
  ],
  participant: [
    { to: '/nu', sv: 'Nu', en: 'Now', ar: 'الآن' },
    { to: '/mina-medgivanden', sv: 'Mina medgivanden', en: 'My permissions', ar: 'موافقاتي' },
    { to: '/om-mig', sv: 'Det ni vet om mig', en: 'What you know about me', ar: 'ما تعرفونه عني' },
  ],
  administrator: [{ to: '/min-dag', sv: 'Min dag', en: 'My day' }],
  auditor: [
    { to: '/granskning', sv: 'Granskning', en: 'Review' },
    { to: '/upphandlingar', sv: 'Upphandlingar', en: 'Procurements' },
    { to: '/laget', sv: 'Läget', en: 'State of things' },
  ],
}

export function menuOf(role: Role, language: Language): { to: string; label: string }[] {
  return menus[role].map(item => ({ to: item.to, label: (language === 'ar' ? item.ar : item[language]) ?? item.sv }))
}

export function startPageOf(role: Role): string {
  return menus[role][0]!.to
}

const roleNames: Record<Role, { sv: string; en: string }> = {
  decision_maker: { sv: 'beslutsfattare', en: 'decision maker' },
  procurer: { sv: 'upphandlare', en: 'procurer' },
  matching_officer: { sv: 'matchningsansvarig', en: 'matching officer' },
  district_team: { sv: 'stadsdelens kontaktperson', en: 'district contact' },
  employer: { sv: 'leverantör (arbetsgivare)', en: 'supplier (employer)' },
  coordinator: { sv: 'jobbspårskoordinator', en: 'job-track coordinator' },
  provider: { sv: 'utbildningsanordnare', en: 'training provider' },
  participant: { sv: 'deltagare', en: 'participant' },
  administrator: { sv: 'förvaltare', en: 'administrator' },
  auditor: { sv: 'kontrollant', en: 'auditor' },
}

export function roleName(role: Role, language: Language): string {
  return roleNames[role][language === 'en' ? 'en' : 'sv']
}
