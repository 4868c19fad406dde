import type { EarlyEndReason, EmploymentClause, Part } from './clause-parameters.ts'

export type ClauseLanguage = 'sv' | 'en'

export type ClauseSection = { readonly heading: string; readonly paragraphs: readonly string[] }

/**
 * The clause as a supplier reads it, made from the same parameters that the commitment is measured by (PRC-6), so that text
 * and arithmetic cannot drift apart. Own words after Upphandlingsmyndigheten 11554, alternative a; plain language:
 * "ni" is the supplier (employer), "vi" the authority. This text is content of the contract, not of the interface.
 */
export function clauseText(clause: EmploymentClause, language: ClauseLanguage): ClauseSection[] {
  return language === 'sv' ? swedish(clause) : english(clause)
}

function swedish(clause: EmploymentClause): ClauseSection[] {
  const reasons = clause.allowedEarlyEndReasons.map(reason => swedishReasons[reason])
  const groups = clause.targetGroups.map(group => group.wording.sv)
  const { reportingIntervalMonths: interval, firstStartWithinMonths: within } = clause
  return [
    {
      heading: 'Vad ni åtar er',
      paragraphs: [
        'Ni är leverantören (arbetsgivaren). Vi är myndigheten som har upphandlat.',
        `Ni anställer personer ur målgruppen när ni utför kontraktet. Anställningarna ska tillsammans vara minst ${hundredths(clause.fullTimeMonths, 'sv')} ${clause.fullTimeMonths === 100 ? 'månad' : 'månader'} på heltid. De kan vara en eller flera.`,
        `Så menar vi med anställning: ${sentence(clause.formDefinition.sv)}`,
      ],
    },
    {
      heading: 'Vilka anställningarna är till för',
      paragraphs: [
        `Målgruppen är ${listed(groups, 'sv')}.`,
        'En person räknas när vi har bekräftat att personen hör till målgruppen.',
      ],
    },
    {
      heading: 'Vad som räknas',
      paragraphs: [
        clause.linkedToContractWork
          ? 'Arbetet ska höra till det som kontraktet gäller. Utbildning som hör till jobbet får ingå.'
          : 'Arbetet behöver inte höra till det som kontraktet gäller.',
        clause.countsExistingStaff
          ? 'Även den som redan arbetar hos er när kontraktet börjar räknas.'
          : 'Den som redan arbetar hos er när kontraktet börjar räknas inte.',
        'Deltid räknas efter sin omfattning. En del av en månad räknas i dagar. Bara tid under kontraktet räknas.',
      ],
    },
    {
      heading: 'När den första ska börja',
      paragraphs: [
        `Minst en anställning ska ha börjat, eller ha erbjudits, senast ${within} ${within === 1 ? 'månad' : 'månader'} efter att kontraktet har börjat.`,
      ],
    },
    {
      heading: 'Om en anställning slutar i förtid',
      paragraphs:
        reasons.length === 0
          ? ['Ert åtagande gäller fullt ut även om en anställning slutar i förtid.']
          : [
              `Ibland räcker det att ni har gjort minst ${part(clause.earlyEndThreshold, 'sv')} av åtagandet. Det gäller om en anställning slutar i förtid därför att ${listed(reasons, 'sv')}.`,
              'Slutar en anställning av någon annan orsak gäller ert åtagande fullt ut.',
            ],
    },
    {
      heading: 'Uppföljning',
      paragraphs: [
        `Ni rapporterar till oss ${everyMonths(interval)}, räknat från kontraktets början, och när kontraktet slutar.`,
        'Rapporten handlar om antal och månader. Den innehåller inga uppgifter om enskilda personer.',
      ],
    },
  ]
}

function english(clause: EmploymentClause): ClauseSection[] {
  const reasons = clause.allowedEarlyEndReasons.map(reason => englishReasons[reason])
  const groups = clause.targetGroups.map(group => group.wording.en)
  const { reportingIntervalMonths: interval, firstStartWithinMonths: within } = clause
  return [
    {
      heading: 'What you commit to',
      paragraphs: [
        'You are the supplier (employer). We are the authority that has procured.',
        `You employ people in the target group when you perform the contract. Together, the employments must be at least ${hundredths(clause.fullTimeMonths, 'en')} full-time ${clause.fullTimeMonths === 100 ? 'month' : 'months'}. There may be one or more of them.`,
        `This is what we mean by employment: ${sentence(clause.formDefinition.en)}`,
      ],
    },
    {
      heading: 'Who the employments are for',
      paragraphs: [
        `The target group is ${listed(groups, 'en')}.`,
        'A person counts once we have confirmed that the person belongs to the target group.',
      ],
    },
    {
      heading: 'What counts',
      paragraphs: [
        clause.linkedToContractWork
          ? 'The work must be part of what the contract is about. Training that belongs to the job may be included.'
          : 'The work does not have to be part of what the contract is about.',
        clause.countsExistingStaff
          ? 'People who already work for you when the contract begins count too.'
          : 'People who already work for you when the contract begins do not count.',
        'Part-time work counts in proportion. Part of a month is counted in days. Only time during the contract counts.',
      ],
    },
    {
      heading: 'When the first one must begin',
      paragraphs: [
        `At least one employment must have begun, or have been offered, no later than ${within} ${within === 1 ? 'month' : 'months'} after the contract has begun.`,
      ],
    },
    {
      heading: 'If an employment ends early',
      paragraphs:
        reasons.length === 0
          ? ['Your commitment stands in full even if an employment ends early.']
          : [
              `Sometimes it is enough that you have done at least ${part(clause.earlyEndThreshold, 'en')} of the commitment. That is so if an employment ends early because ${listed(reasons, 'en')}.`,
              'If an employment ends for any other reason, your commitment stands in full.',
            ],
    },
    {
      heading: 'Follow-up',
      paragraphs: [
        `You report to us ${interval === 1 ? 'every month' : `every ${interval} months`}, counted from the beginning of the contract, and when the contract ends.`,
        'The report is about numbers and months. It holds nothing about individual people.',
      ],
    },
  ]
}

const swedishReasons: Readonly<Record<EarlyEndReason, string>> = {
  employee_resigned: 'den anställda själv säger upp sig',
  dismissed_personal_reasons: 'den anställda sägs upp av personliga skäl',
  summarily_dismissed: 'den anställda avskedas',
  shortage_of_work: 'den anställda sägs upp på grund av arbetsbrist',
  other: 'det finns ett annat skäl som vi har godtagit',
}

const englishReasons: Readonly<Record<EarlyEndReason, string>> = {
  employee_resigned: 'the employee resigns',
  dismissed_personal_reasons: 'the employee is dismissed for personal reasons',
  summarily_dismissed: 'the employee is summarily dismissed',
  shortage_of_work: 'the employee is made redundant',
  other: 'there is another reason that we have accepted',
}

/** Swedish ordinals end in :a after 1 and 2 (21:a, 22:a), but for 11 and 12. */
function everyMonths(interval: number): string {
  if (interval === 1) return 'varje månad'
  if (interval === 2) return 'varannan månad'
  const ending = [1, 2].includes(interval % 10) && ![11, 12].includes(interval % 100) ? 'a' : 'e'
  return `var ${interval}:${ending} månad`
}

function listed(items: readonly string[], language: ClauseLanguage): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(items)
}

/** Hundredths as a decimal number without needless noughts: 1250 → 12,5. */
function hundredths(count: number, language: ClauseLanguage): string {
  return (count / 100).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 2 })
}

/** Whole per cent where there is one, else the fraction itself: a rounded limit would be another limit. */
function part({ numerator, denominator }: Part, language: ClauseLanguage): string {
  const percent = (numerator * 100) / denominator
  if (Number.isInteger(percent)) return language === 'sv' ? `${percent} %` : `${percent}%`
  return `${numerator}/${denominator}`
}

function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
