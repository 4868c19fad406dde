import { existsSync } from 'node:fs'
import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

// The site map. Addresses are Swedish, as the users know the things; they never hold a name or an identity number (ux.md §2.1).
const pages: RouteConfigEntry[] = [
  index('shell/home.tsx'),
  // Sign-in
  route('logga-in', 'shell/sign-in/password.tsx'),
  route('logga-in/kod', 'shell/sign-in/code.tsx'),
  route('logga-in/lank', 'shell/sign-in/ask-link.tsx'),
  route('logga-in/lank/:token', 'shell/sign-in/use-link.tsx'),
  route('logga-in/oidc', 'shell/sign-in/oidc-begin.ts'),
  route('logga-in/oidc/svar', 'shell/sign-in/oidc-answer.ts'),
  route('logga-ut', 'shell/sign-in/sign-out.ts'),
  route('roll', 'shell/sign-in/change-role.ts'),
  route('konto', 'shell/sign-in/account.tsx'),
  route('demonstration', 'shell/sign-in/cast.tsx'),
  route('sprak', 'shell/change-language.ts'),
  // About the service
  route('hjalp', 'shell/about/help.tsx'),
  route('tillganglighet', 'shell/about/accessibility.tsx'),
  route('personuppgifter', 'shell/about/privacy.tsx'),
  // My day
  route('min-dag', 'day/my-day.tsx'),
  // Procurement
  route('upphandlingar', 'procurement/list.tsx'),
  route('upphandlingar/ny', 'procurement/new.tsx'),
  route('upphandlingar/:procurement', 'procurement/case.tsx'),
  route('upphandlingar/:procurement/behov', 'procurement/need.tsx'),
  route('upphandlingar/:procurement/villkor', 'procurement/clause.tsx'),
  route('upphandlingar/:procurement/villkor.pdf', 'procurement/clause-pdf.ts'),
  route('upphandlingar/:procurement/tilldelning', 'procurement/award.tsx'),
  route('annonser', 'procurement/notices.tsx'),
  route('annonser/:notice', 'procurement/notice.tsx'),
  route('ataganden', 'procurement/commitments.tsx'),
  route('ataganden/:procurement', 'procurement/commitment.tsx'),
  // Profile, places
  route('upphandlingar/:procurement/profil', 'competence/profile.tsx'),
  route('fordelning', 'places/ledger.tsx'),
  route('upphandlingar/:procurement/fordelning', 'places/apportion.tsx'),
  route('platser', 'places/list.tsx'),
  // People
  route('personer', 'candidates/list.tsx'),
  route('personer/:person', 'candidates/person.tsx'),
  route('medgivanden', 'candidates/permissions.tsx'),
  route('insatser', 'catalogue/list.tsx'),
  route('insatser/:start', 'catalogue/class.tsx'),
  // Matching and choice
  route('upphandlingar/:procurement/forslag', 'matching/propose.tsx'),
  route('upphandlingar/:procurement/matchning', 'matching/match.tsx'),
  route('upphandlingar/:procurement/kortlista', 'matching/shortlist.tsx'),
  route('kandidater', 'matching/candidates.tsx'),
  route('kandidater/:procurement', 'matching/choose.tsx'),
  // Placement, follow-up, result
  route('anstallda', 'placement/employed.tsx'),
  route('anstallda/:placement', 'placement/placement.tsx'),
  route('att-gora', 'day/employer.tsx'),
  route('rapporter', 'followup/reports.tsx'),
  route('rapporter/:report', 'followup/report.tsx'),
  route('laget', 'reports/state.tsx'),
  route('granskning', 'reports/review.tsx'),
  // The participant
  route('nu', 'participant/now.tsx'),
  route('fraga/:permission', 'participant/question.tsx'),
  route('mina-medgivanden', 'participant/permissions.tsx'),
  route('mitt-jobb/:placement', 'participant/job.tsx'),
  route('min-plan', 'participant/plan.tsx'),
  route('om-mig', 'participant/about-me.tsx'),
]

export default pages.filter(page => existsSync(new URL(page.file, import.meta.url)))
