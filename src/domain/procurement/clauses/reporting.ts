import { addDays, type Day, type Entry, type ExplanationLine, explain, nextWorkday, ruleEntry, sayDays } from '#kernel'
import { type ClauseLanguage, type ClauseSection, inLanguage, sayEvery } from './clause-words.ts'
import { type ContractPeriod, intervalEnds } from './contract-period.ts'

/** When the supplier reports and meets the authority (PRC-10). Months are calendar months, days calendar days. */
export type ReportingTerms = {
  readonly intervalMonths: number
  /** The supplier gets reasonable time: the report is due so many days after the interval. */
  readonly dueWithinDays: number
  readonly meetingEveryMonths: number
  readonly closingMeeting: boolean
}

export type ReportingPlan = {
  readonly reports: readonly { readonly from: Day; readonly lastDay: Day; readonly due: Day }[]
  readonly meetings: readonly Day[]
  readonly closingMeeting?: Day
  readonly lines: readonly ExplanationLine[]
}

const since = '2026-01-01'

export const reportingRule: Entry<unknown> = ruleEntry(
  'procurement.clause.reporting',
  { sv: 'När leverantören (arbetsgivaren) rapporterar', en: 'When the supplier reports' },
  {
    value: {
      sv: 'efter varje hel period från kontraktets början och vid dess slut, med skälig tid att lämna rapporten',
      en: 'after each whole period from the beginning of the contract and at its end, with reasonable time to hand in the report',
    },
    validFrom: since,
    source: 'Upphandlingsmyndigheten, tillämpning av villkoren: uppföljning; fristens längd är myndighetens val',
    confidence: 'source',
  },
)

export const deadlineRule: Entry<unknown> = ruleEntry(
  'procurement.clause.deadline_on_day_off',
  { sv: 'Sista dag på en ledig dag', en: 'A last day on a day off' },
  {
    value: {
      sv: 'flyttas till nästa vardag som inte är lördag eller helgdagsafton',
      en: 'moves to the next working day',
    },
    validFrom: since,
    source: 'Lag (1930:173) om beräkning av lagstadgad tid, 2 §, tillämpad även på avtalad tid (eget val)',
    confidence: 'own_choice',
  },
)

/** The days of reports and meetings. What falls on a day off moves to the next working day. */
export function planReporting(terms: ReportingTerms, contract: ContractPeriod): ReportingPlan {
  const ends = intervalEnds(contract, terms.intervalMonths)
  const reports = ends.map((lastDay, index) => ({
    from: index === 0 ? contract.from : addDays(ends[index - 1] ?? contract.from, 1),
    lastDay,
    due: nextWorkday(addDays(lastDay, terms.dueWithinDays)),
  }))
  const meetings = intervalEnds(contract, terms.meetingEveryMonths)
    .slice(0, -1)
    .map(lastDay => nextWorkday(addDays(lastDay, 1)))
  const closingMeeting = terms.closingMeeting ? nextWorkday(contract.to) : undefined
  return {
    reports,
    meetings,
    ...(closingMeeting === undefined ? {} : { closingMeeting }),
    lines: [
      ...reports.flatMap(({ from, lastDay, due }) => [
        explain(
          reportingRule,
          from,
          { from, lastDay, dueWithinDays: terms.dueWithinDays, due },
          {
            sv: `Rapporten för ${from}–${lastDay} lämnas senast ${due}.`,
            en: `The report for ${from}–${lastDay} is due on ${due}.`,
          },
        ),
        ...(due === addDays(lastDay, terms.dueWithinDays)
          ? []
          : [
              explain(
                deadlineRule,
                from,
                { from: addDays(lastDay, terms.dueWithinDays), to: due },
                {
                  sv: `${addDays(lastDay, terms.dueWithinDays)} är en ledig dag, så sista dagen blir ${due}.`,
                  en: `${addDays(lastDay, terms.dueWithinDays)} is a day off, so the last day becomes ${due}.`,
                },
              ),
            ]),
      ]),
      ...meetings.map(on => explain(reportingRule, on, { on }, { sv: `Möte ${on}.`, en: `Meeting on ${on}.` })),
      ...(closingMeeting === undefined
        ? []
        : [
            explain(
              reportingRule,
              closingMeeting,
              { on: closingMeeting },
              {
                sv: `Avslutande möte ${closingMeeting}.`,
                en: `Closing meeting on ${closingMeeting}.`,
              },
            ),
          ]),
    ],
  }
}

/** The terms as a supplier reads them. */
export function reportingText(terms: ReportingTerms, language: ClauseLanguage): ClauseSection[] {
  const [report, meet, days] = [
    sayEvery(terms.intervalMonths),
    sayEvery(terms.meetingEveryMonths),
    sayDays(terms.dueWithinDays),
  ]
  return inLanguage(
    [
      {
        heading: { sv: 'Rapporter och möten', en: 'Reports and meetings' },
        paragraphs: [
          {
            sv: `Ni rapporterar ${report.sv}, räknat från kontraktets början, och när kontraktet slutar. Ni har ${days.sv} på er efter varje period.`,
            en: `You report ${report.en}, counted from the beginning of the contract, and when the contract ends. You have ${days.en} after each period.`,
          },
          {
            sv: 'Är den sista dagen en ledig dag gäller nästa vardag.',
            en: 'If the last day is a day off, the next working day applies.',
          },
          { sv: `Vi träffas ${meet.sv} för att stämma av.`, en: `We meet ${meet.en} to take stock.` },
          terms.closingMeeting
            ? {
                sv: 'När kontraktet slutar har vi ett avslutande möte.',
                en: 'When the contract ends we hold a closing meeting.',
              }
            : { sv: 'Vi har inget avslutande möte.', en: 'We hold no closing meeting.' },
        ],
      },
    ],
    language,
  )
}
