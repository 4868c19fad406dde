import { defineTexts } from '#shell'

export const shortlistTexts = defineTexts({
  sv: {
    title: (f: { n: number }) =>
      f.n === 0 ? 'Kortlistan är tom' : f.n === 1 ? '1 person på kortlistan' : `${f.n} personer på kortlistan`,
    lede: (f: { shown: number; free: number }) =>
      `${f.shown === 0 ? 'Ingen visas' : f.shown === 1 ? '1 visas' : `${f.shown} visas`} för arbetsgivaren. ${f.free === 0 ? 'Alla platser är tillsatta' : f.free === 1 ? '1 plats är ledig' : `${f.free} platser är lediga`}.`,
    everybody: 'Alla i upphandlingen',
    number: 'Person',
    state: 'Läge',
    invited: 'Kallad',
    attended: 'Kom',
    interviewed: 'Intervjuad',
    why: 'Varför',
    declinedBecause: 'Nej: {why}',
    choose: 'Markera {name}',
    chosen: 'Vad vill du göra med dem du har markerat?',
    review: 'Visa för arbetsgivaren …',
    unlist: 'Ta från kortlistan',
    withdraw: 'Ta tillbaka förslaget',
    note: 'Notera för de markerade',
    noteWhat: 'Vad har hänt?',
    noteDay: 'Vilken dag?',
    save: 'Notera',
    noteInvited: 'är kallade till möte',
    noteAttended: 'kom till mötet',
    noteInterviewed: 'intervjuades av arbetsgivaren',
    empty: 'Ingen är föreslagen än',
    emptyBody: 'När en stadsdel har föreslagit personer kan du lägga dem på kortlistan från sidan Matcha.',
    preview: (f: { n: number }) => (f.n === 1 ? 'Så ser arbetsgivaren kortet' : `Så ser arbetsgivaren korten (${f.n})`),
    previewLede: 'Exakt det här, och inget mer. Den som tar tillbaka sitt medgivande försvinner direkt.',
    reviewTitle: (f: { n: number }) =>
      f.n === 1 ? 'Visa 1 person för arbetsgivaren' : `Visa ${f.n} personer för arbetsgivaren`,
    reviewLede: '{employer} ser korten nedan, till och med den dag du väljer. Kontrollera dem innan du visar dem.',
    reviewLeft: (f: { n: number }) =>
      f.n === 1
        ? '1 av de markerade kan inte visas: medgivande saknas eller så är läget ett annat.'
        : `${f.n} av de markerade kan inte visas: medgivande saknas eller så är läget ett annat.`,
    reviewNone: 'Ingen av de markerade kan visas. De ska vara på kortlistan och ha sagt ja till att visas.',
    shownTo: 'Sista dag som arbetsgivaren ser korten',
    shownToHint: 'Inget kort visas längre än personens medgivande gäller, även om du väljer en senare dag.',
    present: 'Visa korten',
    back: 'Tillbaka till kortlistan',
    donePresent: 'Arbetsgivaren ser korten nu.',
    doneUnlist: 'Personerna är inte längre på kortlistan.',
    doneWithdraw: 'Förslaget är tillbakataget.',
    doneNote: 'Noterat.',
    choose_note: 'Välj vad som har hänt.',
  },
  en: {
    title: (f: { n: number }) =>
      f.n === 0 ? 'The shortlist is empty' : f.n === 1 ? '1 person on the shortlist' : `${f.n} people on the shortlist`,
    lede: (f: { shown: number; free: number }) =>
      `${f.shown === 0 ? 'Nobody is shown' : f.shown === 1 ? '1 is shown' : `${f.shown} are shown`} to the employer. ${f.free === 0 ? 'Every place is filled' : f.free === 1 ? '1 place is free' : `${f.free} places are free`}.`,
    everybody: 'Everybody in the procurement',
    number: 'Person',
    state: 'Stands',
    invited: 'Invited',
    attended: 'Came',
    interviewed: 'Interviewed',
    why: 'Why',
    declinedBecause: 'No: {why}',
    choose: 'Tick {name}',
    chosen: 'What do you want to do with those you have ticked?',
    review: 'Show to the employer …',
    unlist: 'Take off the shortlist',
    withdraw: 'Take the proposal back',
    note: 'Note for those ticked',
    noteWhat: 'What has happened?',
    noteDay: 'On which day?',
    save: 'Note',
    noteInvited: 'are invited to a meeting',
    noteAttended: 'came to the meeting',
    noteInterviewed: 'were interviewed by the employer',
    empty: 'Nobody has been proposed yet',
    emptyBody: 'When a district has proposed people you can put them on the shortlist from the page Match.',
    preview: (f: { n: number }) =>
      f.n === 1 ? 'How the employer sees the card' : `How the employer sees the cards (${f.n})`,
    previewLede: 'Exactly this and no more. Whoever takes the permission back disappears at once.',
    reviewTitle: (f: { n: number }) =>
      f.n === 1 ? 'Show 1 person to the employer' : `Show ${f.n} people to the employer`,
    reviewLede:
      '{employer} sees the cards below, up to and including the day you choose. Check them before you show them.',
    reviewLeft: (f: { n: number }) =>
      f.n === 1
        ? '1 of those ticked cannot be shown: permission is missing or it stands otherwise.'
        : `${f.n} of those ticked cannot be shown: permission is missing or it stands otherwise.`,
    reviewNone: 'None of those ticked can be shown. They must be on the shortlist and have said yes to being shown.',
    shownTo: 'Last day the employer sees the cards',
    shownToHint: 'No card is shown longer than the person’s permission lasts, even if you choose a later day.',
    present: 'Show the cards',
    back: 'Back to the shortlist',
    donePresent: 'The employer sees the cards now.',
    doneUnlist: 'The people are no longer on the shortlist.',
    doneWithdraw: 'The proposal has been taken back.',
    doneNote: 'Noted.',
    choose_note: 'Choose what has happened.',
  },
})
