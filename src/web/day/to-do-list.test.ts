import { expect, test } from 'vitest'
import { type ToDo, toDoKinds } from '#domain/reports'
import { sentenceOf } from './to-do-list.tsx'

const facts = {
  title: 'Golventreprenad Lundby',
  n: 2,
  left: 2,
  proposed: 1,
  places: 3,
  number: 4471,
  course: 'truckkort',
  courseEn: 'a forklift licence',
  seats: 12,
  taken: 9,
  side: 'supplier',
  from: '2026-01-01',
  to: '2026-03-31',
  who: 'Sara Ek',
  organisation: 'Arbetsmarknad Nordost',
}

test.each(toDoKinds)('%s is said with a verb first, whole, in both languages', kind => {
  const item: ToDo = { kind, key: 'x', href: '/', facts }
  for (const language of ['sv', 'en'] as const) {
    const sentence = sentenceOf(item, language)
    expect(sentence).toMatch(/^\p{Lu}/u)
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/)
  }
})

test('numbers and periods are said as people say them', () => {
  const say = (kind: ToDo['kind'], more: object = {}): string =>
    sentenceOf({ kind, key: 'x', href: '/', facts: { ...facts, ...more } }, 'sv')
  expect(say('send_report')).toBe('Kontrollera rapporten för januari–mars 2026')
  expect(say('propose_people')).toBe('Föreslå personer till 2 platser (1 är föreslagen)')
  expect(say('propose_people', { left: 1, proposed: 0 })).toBe('Föreslå någon till 1 plats')
  expect(say('answer_candidates', { n: 1 })).toBe('Svara om 1 kandidat')
  expect(say('late_case')).toBe('Påminn leverantören (arbetsgivaren): ärendet är sent')
})
