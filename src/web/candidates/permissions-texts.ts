import { defineTexts } from '#shell'

/** The page of permissions that need somebody. */
export const permissionsTexts = defineTexts({
  sv: {
    pageTitle: 'Medgivanden',
    title: (f: { ending: number; asked: number }) => {
      const ending =
        f.ending === 0
          ? 'Inga medgivanden slutar snart'
          : f.ending === 1
            ? '1 medgivande slutar snart'
            : `${f.ending} medgivanden slutar snart`
      const asked =
        f.asked === 0
          ? 'alla frågor är besvarade'
          : f.asked === 1
            ? '1 fråga väntar på svar'
            : `${f.asked} frågor väntar på svar`
      return `${ending}, ${asked}`
    },
    lede: 'Ett medgivande säger vem som får se vad, och till när. Personen kan ta tillbaka det när som helst.',
    ending: 'Slutar inom 30 dagar',
    endingNone: 'Inget medgivande slutar de närmaste 30 dagarna.',
    asked: 'Väntar på svar',
    askedNone: 'Alla frågor är besvarade.',
    over: 'Har slutat de senaste 60 dagarna',
    overNone: 'Inget medgivande har slutat utan att frågan ställts igen.',
    person: 'Person',
    receiver: 'Till',
    what: 'Vad',
    since: 'Frågad',
    until: 'Gäller till',
    shortlisted: 'hindrar kortlistan',
    needed: 'behövs för kortlistan',
    shown: 'visas just nu',
    act: 'Gör',
    askAgain: 'Fråga igen',
    forPerson: 'till {name}',
    saved: 'Frågan är ställd. Personen ser den på sin sida.',
    most: 'De 50 första visas.',
  },
  en: {
    pageTitle: 'Permissions',
    title: (f: { ending: number; asked: number }) => {
      const ending =
        f.ending === 0
          ? 'No permissions end soon'
          : f.ending === 1
            ? '1 permission ends soon'
            : `${f.ending} permissions end soon`
      const asked =
        f.asked === 0
          ? 'all questions are answered'
          : f.asked === 1
            ? '1 question waits for an answer'
            : `${f.asked} questions wait for an answer`
      return `${ending}, ${asked}`
    },
    lede: 'A permission says who may see what, and until when. The person can take it back at any time.',
    ending: 'End within 30 days',
    endingNone: 'No permission ends within the next 30 days.',
    asked: 'Wait for an answer',
    askedNone: 'All questions are answered.',
    over: 'Ended in the last 60 days',
    overNone: 'No permission has ended without the question being put again.',
    person: 'Person',
    receiver: 'To',
    what: 'What',
    since: 'Asked',
    until: 'In force until',
    shortlisted: 'holds up the shortlist',
    needed: 'needed for the shortlist',
    shown: 'shown right now',
    act: 'Do',
    askAgain: 'Ask again',
    forPerson: 'to {name}',
    saved: 'The question has been put. The person sees it on their page.',
    most: 'The first 50 are shown.',
  },
})
