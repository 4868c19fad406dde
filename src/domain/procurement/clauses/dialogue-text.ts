import { sayDays, sayMonths } from '#kernel'
import { type ClauseLanguage, type ClauseSection, inLanguage, sayAll, sayEvery } from './clause-words.ts'
import type { DialogueClause } from './dialogue.ts'

/** The dialogue clause as a supplier reads it, made from the same parameters that the dialogues are judged by (PRC-6 b). */
export function dialogueText(clause: DialogueClause, language: ClauseLanguage): ClauseSection[] {
  const within = sayMonths(clause.firstWithinMonths)
  const every = sayEvery(clause.intervalMonths)
  const days = sayDays(clause.minutesWithinDays)
  const agenda = sayAll(clause.agenda.map(({ wording }) => wording))
  const people = sayAll(clause.participants.map(({ wording }) => wording))
  return inLanguage(
    [
      {
        heading: { sv: 'Vad ni åtar er', en: 'What you commit to' },
        paragraphs: [
          {
            sv: 'Ni är leverantören (arbetsgivaren). Vi är myndigheten som har upphandlat. Ni deltar i en dialog med oss om hur kontraktet kan ge platser för anställning eller praktik.',
            en: 'You are the supplier (employer). We are the authority that has procured. You take part in a dialogue with us about how the contract can give places for employment or placement.',
          },
          {
            sv: `Den första dialogen hålls senast ${within.sv} efter att kontraktet har börjat. Därefter hålls en dialog ${every.sv}.`,
            en: `The first dialogue is held no later than ${within.en} after the contract has begun. After that there is a dialogue ${every.en}.`,
          },
        ],
      },
      {
        heading: { sv: 'Hur dialogen går till', en: 'How the dialogue is held' },
        paragraphs: [
          ...(clause.participants.length === 0
            ? []
            : [
                {
                  sv: `Utöver er och oss deltar ${people.sv}.`,
                  en: `Besides you and us, those who take part are ${people.en}.`,
                },
              ]),
          { sv: `Vi talar om ${agenda.sv}.`, en: `We talk about ${agenda.en}.` },
          {
            sv: `Vi skriver ner vad vi kom fram till inom ${days.sv}.`,
            en: `We write down what we arrived at within ${days.en}.`,
          },
        ],
      },
      {
        heading: { sv: 'Vad ni erbjuder', en: 'What you offer' },
        paragraphs: [
          clause.offersBecomeBinding
            ? {
                sv: 'Det ni erbjuder i dialogen blir bindande när vi har skrivit ner det och ni har godkänt det.',
                en: 'What you offer in the dialogue becomes binding once we have written it down and you have approved it.',
              }
            : {
                sv: 'Det ni erbjuder i dialogen är frivilligt. Det blir inte ett krav.',
                en: 'What you offer in the dialogue is voluntary. It does not become a requirement.',
              },
        ],
      },
    ],
    language,
  )
}
