import { defineTexts } from '#shell'

export const proposeTexts = defineTexts({
  sv: {
    title: (f: { n: number }) =>
      f.n === 0
        ? 'Inga platser att föreslå personer till'
        : f.n === 1
          ? 'Föreslå personer till 1 plats'
          : `Föreslå personer till ${f.n} platser`,
    ledeStart: 'Jobbet börjar {day}, {left}. Föreslå gärna fler än platserna, så att båda sidor kan välja.',
    ledeNone: 'Stadsdelen har inga platser här, eller så är upphandlingen avslutad.',
    question: 'Vilka av era personer kan ta jobbet?',
    summary: (f: { n: number; now: number; soon: number }) =>
      f.n === 0
        ? 'Ingen att föreslå just nu.'
        : `${f.n === 1 ? '1 person' : `${f.n} personer`} kan föreslås. ${f.now} uppfyller alla måsten i dag, ${f.soon} kan göra det före start.`,
    eligibility: 'Kan föreslås',
    eligible: 'ja',
    eligibleUnknown: (f: { n: number }) => (f.n === 1 ? '1 uppgift okänd' : `${f.n} uppgifter okända`),
    notYet: 'inte än: {rule}',
    notAgreed: 'har inte svarat om matchning',
    saidNo: 'sa nej till matchning',
    note: 'Vad vet ni om det som är okänt?',
    noteHint: 'Behövs bara om någon uppgift är okänd. Skriv inga namn och inget om hälsa, brott, familj eller åsikter.',
    propose: 'Föreslå de markerade',
    proposedTitle: (f: { n: number }) => (f.n === 1 ? '1 person är föreslagen' : `${f.n} personer är föreslagna`),
    proposedNone: 'Ingen är föreslagen än',
    proposedNoneBody:
      'Den ni föreslår syns här. Matchningsenheten ser personen från och med då, bara för den här upphandlingen.',
    takeBack: 'Ta tillbaka förslaget om {name}',
    emptyTitle: 'Ingen av era personer når alla måsten före start',
    emptyBody: 'Visa dem ändå, eller passa platsen vid nästa fördelning.',
    donePropose: 'Personerna är föreslagna.',
    doneWithdraw: 'Förslaget är tillbakataget.',
  },
  en: {
    title: (f: { n: number }) =>
      f.n === 0
        ? 'No places to propose people for'
        : f.n === 1
          ? 'Propose people for 1 place'
          : `Propose people for ${f.n} places`,
    ledeStart: 'The job begins on {day}, {left}. Do propose more than the places, so that both sides have a choice.',
    ledeNone: 'The district has no places here, or the procurement is closed.',
    question: 'Which of your people can take the job?',
    summary: (f: { n: number; now: number; soon: number }) =>
      f.n === 0
        ? 'Nobody to propose just now.'
        : `${f.n === 1 ? '1 person' : `${f.n} people`} can be proposed. ${f.now} meet every must today, ${f.soon} can before the start.`,
    eligibility: 'Can be proposed',
    eligible: 'yes',
    eligibleUnknown: (f: { n: number }) => (f.n === 1 ? '1 thing unknown' : `${f.n} things unknown`),
    notYet: 'not yet: {rule}',
    notAgreed: 'has not answered about matching',
    saidNo: 'said no to matching',
    note: 'What do you know about what is unknown?',
    noteHint:
      'Needed only if something is unknown. Write no names, and nothing about health, offences, family or opinions.',
    propose: 'Propose those ticked',
    proposedTitle: (f: { n: number }) => (f.n === 1 ? '1 person is proposed' : `${f.n} people are proposed`),
    proposedNone: 'Nobody is proposed yet',
    proposedNoneBody:
      'Whoever you propose shows here. The matching unit sees the person from then on, for this procurement only.',
    takeBack: 'Take back the proposal of {name}',
    emptyTitle: 'None of your people reach every must before the start',
    emptyBody: 'Show them all the same, or pass the place at the next apportionment.',
    donePropose: 'The people have been proposed.',
    doneWithdraw: 'The proposal has been taken back.',
  },
})
