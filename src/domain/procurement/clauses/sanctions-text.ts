import { sayDays, sayKronor, sayMonths, type Wording } from '#kernel'
import { type ClauseLanguage, type ClauseSection, inLanguage } from './clause-words.ts'
import type { PenaltyUnit, SanctionLadder } from './sanctions.ts'

const units: Readonly<Record<PenaltyUnit, Wording>> = {
  missing_month: { sv: 'varje hel månad som saknas', en: 'each whole month that is missing' },
  missed_report: { sv: 'varje rapport som inte har lämnats', en: 'each report that has not been handed in' },
  missed_dialogue: { sv: 'varje dialog som inte har hållits', en: 'each dialogue that has not been held' },
}

/** The ladder as a supplier reads it, made from the same parameters that the steps are judged by. */
export function sanctionText(ladder: SanctionLadder, language: ClauseLanguage): ClauseSection[] {
  const [correct, remedy] = [sayDays(ladder.correctWithinDays), sayDays(ladder.remedyWithinDays)]
  return inLanguage(
    [
      {
        heading: { sv: 'Om ni inte gör det ni har åtagit er', en: 'If you do not do what you have committed to' },
        paragraphs: [
          {
            sv: `Om ni inte deltar i uppföljningen eller inte rapporterar får ni först ${correct.sv} på er att rätta det.`,
            en: `If you do not take part in the follow-up or do not report, you first get ${correct.en} to correct it.`,
          },
          {
            sv: `Om ni inte gör det som villkoret säger får ni ${remedy.sv} på er att avhjälpa bristen.`,
            en: `If you do not do what the clause says, you get ${remedy.en} to remedy the deficiency.`,
          },
          penaltySays(ladder.penalty),
          ...(ladder.callOffExclusionMonths === undefined
            ? []
            : [
                {
                  sv: `I ett ramavtal får vi därefter stänga av er från avrop i ${sayMonths(ladder.callOffExclusionMonths).sv}.`,
                  en: `In a framework agreement we may then exclude you from call-offs for ${sayMonths(ladder.callOffExclusionMonths).en}.`,
                },
              ]),
          ladder.termination
            ? { sv: 'Sist får vi säga upp kontraktet.', en: 'Last, we may terminate the contract.' }
            : {
                sv: 'Vi säger inte upp kontraktet av det här skälet.',
                en: 'We do not terminate the contract for this reason.',
              },
          {
            sv: 'Varje steg ska stå i proportion till bristen.',
            en: 'Each step must be proportionate to the deficiency.',
          },
        ],
      },
    ],
    language,
  )
}

function penaltySays(penalty: SanctionLadder['penalty']): Wording {
  if (penalty === undefined) return { sv: 'Vi tar inte ut vite.', en: 'We charge no penalty.' }
  const [each, most, unit] = [sayKronor(penalty.kronorPerUnit), sayKronor(penalty.mostKronor), units[penalty.unit]]
  return {
    sv: `Är bristen kvar får vi ta ut vite: ${each.sv} för ${unit.sv}, högst ${most.sv} under kontraktet.`,
    en: `If the deficiency remains we may charge a penalty: ${each.en} for ${unit.en}, at most ${most.en} during the contract.`,
  }
}
