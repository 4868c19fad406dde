import { type Entry, sayNumber, type Wording } from '#kernel'

/** Who answers: labour-market questions go to the matching officer (PRC-5). */
export type DecisionParty = 'procurer' | 'matching_officer' | 'decision_maker'

export type DecisionQuestion = {
  readonly id: string
  /** 1 = answered before the decision, 2 = may be answered for a more thorough basis. */
  readonly level: 1 | 2
  readonly askedOf: DecisionParty
  readonly asks: Wording
}

/** The decision basis as an edition of a template; a case keeps the edition it began with. */
export type DecisionTemplate = { readonly edition: string; readonly questions: readonly DecisionQuestion[] }

const ask = (id: string, level: 1 | 2, askedOf: DecisionParty, sv: string, en: string): DecisionQuestion => ({
  id,
  level,
  askedOf,
  asks: { sv, en },
})

/** Level 1: what should be answered before a decision. Level 2: what may be answered for a more thorough one. */
const questions: readonly DecisionQuestion[] = [
  ask(
    'purpose',
    1,
    'decision_maker',
    'Vad vill vi uppnå, och hur märker vi det?',
    'What do we want to achieve, and how will we notice?',
  ),
  ask(
    'mandate',
    1,
    'decision_maker',
    'Vilket beslut eller vilken policy bygger kravet på?',
    'Which decision or policy does the requirement rest on?',
  ),
  ask('group', 1, 'decision_maker', 'Vilken målgrupp gäller det?', 'Which target group is it for?'),
  ask(
    'contract',
    1,
    'procurer',
    'Passar kontraktet: värde, längd, andel personalkostnad, plats?',
    'Does the contract suit: value, length, share of personnel cost, place?',
  ),
  ask(
    'unsound',
    1,
    'procurer',
    'Finns det risk för osund konkurrens i branschen?',
    'Is there a risk of unsound competition in the trade?',
  ),
  ask('group_looks', 1, 'matching_officer', 'Hur ser målgruppen ut?', 'What does the target group look like?'),
  ask(
    'seekers',
    1,
    'matching_officer',
    'Finns det arbetssökande i målgruppen?',
    'Are there job seekers in the target group?',
  ),
  ask(
    'distance',
    1,
    'matching_officer',
    'Hur långt från arbetsmarknaden står de?',
    'How far from the labour market are they?',
  ),
  ask(
    'training',
    1,
    'matching_officer',
    'Behöver de rustas, och vem gör det?',
    'Do they need preparation, and who gives it?',
  ),
  ask('support', 1, 'matching_officer', 'Kan anställningsstöd bli aktuellt?', 'May employment support be relevant?'),
  ask('profiles', 1, 'matching_officer', 'Vilka kompetensprofiler passar?', 'Which competence profiles fit?'),
  ask(
    'outlook',
    1,
    'matching_officer',
    'Hur ser arbetsmarknaden ut på kort och lång sikt?',
    'What is the labour-market outlook, short and long?',
  ),
  ask(
    'suppliers',
    1,
    'procurer',
    'Vilka behov, regler och möjligheter har leverantörerna (arbetsgivarna)?',
    'What needs, rules and possibilities do the suppliers have?',
  ),
  ask(
    'price',
    1,
    'procurer',
    'Hur påverkas antalet anbud och priset?',
    'How are the number of tenders and the price affected?',
  ),
  ask(
    'time',
    1,
    'procurer',
    'Räcker tiden för att rusta före start?',
    'Is there time to prepare people before the start?',
  ),
  ask('follow_up', 1, 'procurer', 'Vem följer upp, när och hur?', 'Who follows up, when and how?'),
  ask(
    'bonus',
    1,
    'decision_maker',
    'Ska vi ge bonus, och finns det pengar?',
    'Shall we give a bonus, and is there money?',
  ),
  ask(
    'displacement',
    1,
    'procurer',
    'Kan någon trängas undan, eller ha företräde till återanställning?',
    'May somebody be displaced, or have priority for re-employment?',
  ),
  ask(
    'proportion',
    1,
    'procurer',
    'Varför står kravet i proportion till det vi köper, och behandlar alla lika?',
    'Why is the requirement in proportion to what we buy, and equal for all?',
  ),
  ask(
    'clause',
    1,
    'procurer',
    'Vilket villkor föreslås, med vilka tal?',
    'Which clause is proposed, with which numbers?',
  ),
  ask(
    'subgroups',
    2,
    'matching_officer',
    'Hur fördelar sig målgruppen, och hur är könsbalansen i yrket?',
    'How is the group composed, and what is the gender balance in the occupation?',
  ),
  ask(
    'five_years',
    2,
    'matching_officer',
    'Hur ser regionens arbetsmarknad ut om fem år?',
    "What will the region's labour market be in five years?",
  ),
  ask(
    'integration',
    2,
    'matching_officer',
    'Hur fungerar integrationen på arbetsmarknaden?',
    'How does integration on the labour market work?',
  ),
  ask('earlier', 2, 'procurer', 'Vad lärde vi oss av tidigare kontrakt?', 'What did we learn from earlier contracts?'),
  ask(
    'other_tools',
    2,
    'procurer',
    'Passar ett annat verktyg bättre: reserverad upphandling, jobbspår, feriejobb?',
    'Does another tool suit better: reserved procurement, job track, summer jobs?',
  ),
  ask(
    'together',
    2,
    'decision_maker',
    'Kan vi göra det med andra upphandlande organisationer?',
    'Can we do it with other contracting organisations?',
  ),
  ask(
    'gain',
    2,
    'decision_maker',
    'Vad visar en samhällsekonomisk beräkning?',
    'What does a socio-economic calculation show?',
  ),
  ask(
    'risks',
    2,
    'procurer',
    'Vilka risker finns, och hur möter vi dem?',
    'Which risks are there, and how do we meet them?',
  ),
  ask(
    'evaluation',
    2,
    'decision_maker',
    'Hur utvärderar vi, och vad jämför vi med?',
    'How do we evaluate, and what do we compare with?',
  ),
  ask(
    'data',
    2,
    'procurer',
    'Vilka personuppgifter behövs, och på vilken grund?',
    'Which personal data are needed, and on what ground?',
  ),
  ask('telling', 2, 'decision_maker', 'Vem ska få veta vad, och när?', 'Who is to be told what, and when?'),
]

/** The template, edition by edition. Its two levels and the routing are the source's; the wording and the order are our own. */
export const decisionTemplate: Entry<DecisionTemplate> = {
  id: 'procurement.triage.decision_basis',
  kind: 'rule',
  name: { sv: 'Beslutsunderlag i två nivåer', en: 'Decision basis on two levels' },
  versions: [
    {
      value: { edition: '2026-1', questions },
      validFrom: '2026-01-01',
      source: 'Upphandlingsmyndighetens stöd beskriver mallen med två nivåer; frågornas ordalydelse är vårt eget val',
      confidence: 'own_choice',
    },
  ],
  shown({ edition, questions: all }): Wording {
    const count = (level: 1 | 2) => sayNumber(all.filter(one => one.level === level).length)
    return {
      sv: `utgåva ${edition}: ${count(1).sv} frågor före beslut, ${count(2).sv} för fördjupning`,
      en: `edition ${edition}: ${count(1).en} questions before the decision, ${count(2).en} in depth`,
    }
  },
}
