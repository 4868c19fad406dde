type Language = 'sv' | 'en' | 'ar'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

type Words = { readonly subject: string; readonly text: string }

/** The kinds of event that call for a letter. Every other event is seen by those concerned when they open the service. */
export type LetterKind =
  | 'permission.asked'
  | 'permission.withdrawn'
  | 'permission.withdrawn_from_sight'
  | 'placement.offered'
  | 'matching.presented'
  | 'followup.report_opened'
  | 'followup.report_returned'

const question: Record<Language, Words> = {
  sv: {
    subject: 'Du har en fråga att svara på',
    text: 'Det finns en fråga till dig i Fotfäste. Öppna länken och svara.',
  },
  en: {
    subject: 'You have a question to answer',
    text: 'There is a question for you in Fotfäste. Open the link and answer.',
  },
  ar: { subject: 'لديك سؤال', text: 'يوجد سؤال لك في Fotfäste. افتح الرابط وأجب.' },
}
const news: Record<Language, Words> = {
  sv: { subject: 'Något nytt i Fotfäste', text: 'Det finns något nytt till dig i Fotfäste. Öppna länken och läs.' },
  en: {
    subject: 'Something new in Fotfäste',
    text: 'There is something new for you in Fotfäste. Open the link and read.',
  },
  ar: { subject: 'هناك شيء جديد في Fotfäste', text: 'هناك شيء جديد لك في Fotfäste. افتح الرابط واقرأ.' },
}
/** To a supplier that has seen somebody who no longer wants to be seen. It names nobody (trust.md P-M3). */
const forget: Record<Language, Words> = {
  sv: {
    subject: 'Ta bort uppgifter som ni har sparat',
    text: 'En person visas inte längre för er i Fotfäste. Ta bort det ni har skrivit ned eller sparat om personen. Öppna länken och se vilka som visas nu.',
  },
  en: {
    subject: 'Delete what you have kept',
    text: 'A person is no longer shown to you in Fotfäste. Delete what you have noted or saved about the person. Open the link and see who is shown now.',
  },
  ar: {
    subject: 'احذفوا ما حفظتموه',
    text: 'لم يعد أحد الأشخاص ظاهرًا لكم في Fotfäste. احذفوا ما كتبتموه أو حفظتموه عنه. افتحوا الرابط لتروا من يظهر الآن.',
  },
}
const task: Record<Language, Words> = {
  sv: {
    subject: 'En uppgift väntar i Fotfäste',
    text: 'En uppgift väntar på er i Fotfäste. Det tar ungefär fem minuter. Öppna länken och börja.',
  },
  en: {
    subject: 'A task waits in Fotfäste',
    text: 'A task waits for you in Fotfäste. It takes about five minutes. Open the link and begin.',
  },
  ar: {
    subject: 'مهمة تنتظر في Fotfäste',
    text: 'هناك مهمة تنتظركم في Fotfäste. تستغرق حوالي خمس دقائق. افتحوا الرابط وابدأوا.',
  },
}

const words: Record<LetterKind, Record<Language, Words>> = {
  'permission.asked': question,
  'permission.withdrawn': news,
  'permission.withdrawn_from_sight': forget,
  'placement.offered': question,
  'matching.presented': task,
  'followup.report_opened': task,
  'followup.report_returned': task,
}

export function isLetterKind(kind: string): kind is LetterKind {
  return kind in words
}

/** A neutral letter in the reader's language, with the way in. */
export function letterFor(kind: LetterKind, language: string, to: string, publicUrl: string): Letter {
  const { subject, text } = words[kind][language === 'en' || language === 'ar' ? language : 'sv']
  return { to, subject, text: `${text}\n\n${publicUrl}/logga-in/lank\n` }
}
