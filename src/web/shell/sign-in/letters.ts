import type { Addressed } from '#db'
import type { App } from '../context.ts'
import { defineTexts } from '../texts.ts'

/**
 * The letters of signing in. They name an errand and never a person, an employer, a job or a measure: somebody else may read the mail
 * (trust.md T26, T27).
 */
const letterTexts = defineTexts({
  sv: {
    subject: 'Din länk',
    session:
      'Hej!\n\nÖppna länken för att logga in:\n{address}\n\nEller skriv koden {code} på sidan där du bad om länken.\n\n',
    password: 'Hej!\n\nÖppna länken för att välja ett lösenord:\n{address}\n\n',
    end: 'Länken fungerar en gång, i 10 minuter.\n\nHar du inte bett om det här? Då behöver du inte göra något.\n',
  },
  en: {
    subject: 'Your link',
    session:
      'Hello!\n\nOpen the link to sign in:\n{address}\n\nOr write the code {code} on the page where you asked for the link.\n\n',
    password: 'Hello!\n\nOpen the link to choose a password:\n{address}\n\n',
    end: 'The link works once, for 10 minutes.\n\nDid you not ask for this? Then you need not do anything.\n',
  },
  ar: {
    subject: 'الرابط الخاص بك',
    session:
      'مرحبًا!\n\nافتح الرابط لتسجيل الدخول:\n{address}\n\nأو اكتب الرمز {code} في الصفحة التي طلبت منها الرابط.\n\n',
    password: 'مرحبًا!\n\nافتح الرابط لاختيار كلمة مرور:\n{address}\n\n',
    end: 'يعمل الرابط مرة واحدة، لمدة 10 دقائق.\n\nلم تطلب هذا؟ إذن لا داعي لفعل أي شيء.\n',
  },
})

/**
 * Sends a link in the language of its reader. Not waited for: whoever asks must not see by the clock whether a letter goes out
 * (ASVS 6.3.8). The post itself tells the operator of letters that do not leave.
 */
export function sendLink(app: App, addressed: Addressed, link: string, digits: string): void {
  const t = letterTexts(addressed.language)
  const address = `${app.settings.publicUrl}/logga-in/lank/${link}`
  const code = `${digits.slice(0, 3)} ${digits.slice(3)}`
  const body = addressed.purpose === 'session' ? t('session', { address, code }) : t('password', { address })
  app.sendMail({ to: addressed.to, subject: t('subject'), text: body + t('end') }).catch(() => undefined)
}
