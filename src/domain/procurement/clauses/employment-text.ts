import { sayMonths, type Wording } from '#kernel'
import {
  asSentence,
  type BothSection,
  type ClauseLanguage,
  type ClauseSection,
  inLanguage,
  sayEvery,
  sayHundredths,
  sayOneOf,
  sayPart,
} from './clause-words.ts'
import type { EarlyEndReason, EmploymentClause, OccupationForm } from './employment-parameters.ts'

export type { ClauseLanguage, ClauseSection } from './clause-words.ts'

/**
 * The clause as a supplier reads it, made from the same parameters that the commitment is measured by (PRC-6), so that text
 * and arithmetic cannot drift apart. Own words after Upphandlingsmyndigheten 11554; plain language.
 */
export function clauseText(clause: EmploymentClause, language: ClauseLanguage): ClauseSection[] {
  return inLanguage(sections(clause), language)
}

function sections(clause: EmploymentClause): BothSection[] {
  const { sv, en } = words[clause.variant]
  return [
    commitment(clause),
    {
      heading: { sv: `Vilka ${sv.all} är till för`, en: `Who the ${en.all} are for` },
      paragraphs: [
        both(
          sayOneOf(clause.targetGroups.map(({ wording }) => wording)),
          group => `Målgruppen är ${group}.`,
          group => `The target group is ${group}.`,
        ),
        {
          sv: 'En person räknas när vi har bekräftat att personen hör till målgruppen.',
          en: 'A person counts once we have confirmed that the person belongs to the target group.',
        },
      ],
    },
    whatCounts(clause),
    {
      heading: { sv: 'När den första ska börja', en: 'When the first one must begin' },
      paragraphs: [
        both(
          sayMonths(clause.firstStartWithinMonths),
          within =>
            `Minst en ${sv.one} ska ha börjat, eller ha erbjudits, senast ${within} efter att kontraktet har börjat.`,
          within =>
            `At least one ${en.one} must have begun, or have been offered, no later than ${within} after the contract has begun.`,
        ),
      ],
    },
    earlyEnd(clause),
    {
      heading: { sv: 'Uppföljning', en: 'Follow-up' },
      paragraphs: [
        both(
          sayEvery(clause.reportingIntervalMonths),
          every => `Ni rapporterar till oss ${every}, räknat från kontraktets början, och när kontraktet slutar.`,
          every => `You report to us ${every}, counted from the beginning of the contract, and when the contract ends.`,
        ),
        {
          sv: 'Rapporten handlar om antal och månader. Den innehåller inga uppgifter om enskilda personer.',
          en: 'The report is about numbers and months. It holds nothing about individual people.',
        },
      ],
    },
  ]
}

function commitment(clause: EmploymentClause): BothSection {
  const { sv, en } = words[clause.variant]
  const one = clause.fullTimeMonths === 100
  return {
    heading: { sv: 'Vad ni åtar er', en: 'What you commit to' },
    paragraphs: [
      {
        sv: 'Ni är leverantören (arbetsgivaren). Vi är myndigheten som har upphandlat.',
        en: 'You are the supplier (employer). We are the authority that has procured.',
      },
      both(
        sayHundredths(clause.fullTimeMonths),
        months =>
          `${sv.begin} när ni utför kontraktet. ${capital(sv.all)} ska tillsammans vara minst ${months} ${one ? 'månad' : 'månader'} på heltid. De kan vara en eller flera.`,
        months =>
          `${en.begin} when you perform the contract. Together, the ${en.all} must be at least ${months} full-time ${one ? 'month' : 'months'}. There may be one or more of them.`,
      ),
      both(
        clause.formDefinition,
        form => `Så menar vi med ${sv.one}: ${asSentence(form)}`,
        form => `This is what we mean by ${en.one}: ${asSentence(form)}`,
      ),
      ...(clause.supervisionDefinition === undefined
        ? []
        : [
            both(
              clause.supervisionDefinition,
              supervision => `Praktiken är handledd. Så menar vi med handledd: ${asSentence(supervision)}`,
              supervision =>
                `The placement is supervised. This is what we mean by supervised: ${asSentence(supervision)}`,
            ),
          ]),
    ],
  }
}

function whatCounts(clause: EmploymentClause): BothSection {
  return {
    heading: { sv: 'Vad som räknas', en: 'What counts' },
    paragraphs: [
      clause.linkedToContractWork
        ? {
            sv: 'Arbetet ska höra till det som kontraktet gäller. Utbildning som hör till jobbet får ingå.',
            en: 'The work must be part of what the contract is about. Training that belongs to the job may be included.',
          }
        : {
            sv: 'Arbetet behöver inte höra till det som kontraktet gäller.',
            en: 'The work does not have to be part of what the contract is about.',
          },
      clause.countsExistingStaff
        ? {
            sv: 'Även den som redan arbetar hos er när kontraktet börjar räknas.',
            en: 'People who already work for you when the contract begins count too.',
          }
        : {
            sv: 'Den som redan arbetar hos er när kontraktet börjar räknas inte.',
            en: 'People who already work for you when the contract begins do not count.',
          },
      {
        sv: 'Deltid räknas efter sin omfattning. En del av en månad räknas i dagar. Bara tid under kontraktet räknas.',
        en: 'Part-time work counts in proportion. Part of a month is counted in days. Only time during the contract counts.',
      },
    ],
  }
}

function earlyEnd(clause: EmploymentClause): BothSection {
  const { sv, en, ends } = words[clause.variant]
  const heading = { sv: `Om en ${sv.one} slutar i förtid`, en: `If ${en.a} ends early` }
  if (clause.allowedEarlyEndReasons.length === 0)
    return {
      heading,
      paragraphs: [
        {
          sv: `Ert åtagande gäller fullt ut även om en ${sv.one} slutar i förtid.`,
          en: `Your commitment stands in full even if ${en.a} ends early.`,
        },
      ],
    }
  const enough = sayPart(clause.earlyEndThreshold)
  const reasons = sayOneOf(clause.allowedEarlyEndReasons.map(reason => ends[reason]))
  return {
    heading,
    paragraphs: [
      {
        sv: `Ibland räcker det att ni har gjort minst ${enough.sv} av åtagandet. Det gäller om en ${sv.one} slutar i förtid därför att ${reasons.sv}.`,
        en: `Sometimes it is enough that you have done at least ${enough.en} of the commitment. That is so if ${en.a} ends early because ${reasons.en}.`,
      },
      {
        sv: `Slutar en ${sv.one} av någon annan orsak gäller ert åtagande fullt ut.`,
        en: `If ${en.a} ends for any other reason, your commitment stands in full.`,
      },
    ],
  }
}

type Ends = Readonly<Record<EarlyEndReason, Wording>>

const employeeEnds: Ends = {
  employee_resigned: { sv: 'den anställda själv säger upp sig', en: 'the employee resigns' },
  dismissed_personal_reasons: {
    sv: 'den anställda sägs upp av personliga skäl',
    en: 'the employee is dismissed for personal reasons',
  },
  summarily_dismissed: { sv: 'den anställda avskedas', en: 'the employee is summarily dismissed' },
  shortage_of_work: { sv: 'den anställda sägs upp på grund av arbetsbrist', en: 'the employee is made redundant' },
  other: { sv: 'det finns ett annat skäl som vi har godtagit', en: 'there is another reason that we have accepted' },
}

const participantEnds: Ends = {
  employee_resigned: { sv: 'deltagaren själv slutar', en: 'the participant leaves' },
  dismissed_personal_reasons: {
    sv: 'praktiken avslutas av skäl som hör till deltagaren',
    en: 'the placement is ended for reasons that lie with the participant',
  },
  summarily_dismissed: {
    sv: 'praktiken avbryts efter allvarlig misskötsel',
    en: 'the placement is broken off after serious misconduct',
  },
  shortage_of_work: { sv: 'det inte längre finns arbete', en: 'there is no longer any work' },
  other: employeeEnds.other,
}

type FormWords = {
  readonly sv: { readonly begin: string; readonly one: string; readonly all: string }
  readonly en: { readonly begin: string; readonly one: string; readonly a: string; readonly all: string }
  readonly ends: Ends
}

const words: Readonly<Record<OccupationForm, FormWords>> = {
  employment: {
    sv: { begin: 'Ni anställer personer ur målgruppen', one: 'anställning', all: 'anställningarna' },
    en: { begin: 'You employ people in the target group', one: 'employment', a: 'an employment', all: 'employments' },
    ends: employeeEnds,
  },
  apprenticeship: {
    sv: { begin: 'Ni anställer lärlingar ur målgruppen', one: 'lärlingsanställning', all: 'lärlingsanställningarna' },
    en: {
      begin: 'You employ apprentices from the target group',
      one: 'apprenticeship',
      a: 'an apprenticeship',
      all: 'apprenticeships',
    },
    ends: employeeEnds,
  },
  supervised_placement: {
    sv: { begin: 'Ni tar emot personer ur målgruppen på handledd praktik', one: 'praktik', all: 'praktikperioderna' },
    en: {
      begin: 'You take in people in the target group on supervised placements',
      one: 'placement',
      a: 'a placement',
      all: 'placements',
    },
    ends: participantEnds,
  },
}

function both(filling: Wording, sv: (words: string) => string, en: (words: string) => string): Wording {
  return { sv: sv(filling.sv), en: en(filling.en) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
