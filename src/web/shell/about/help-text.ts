import type { Readings } from './reading.tsx'

export const helpText: Readings = {
  sv: {
    title: 'Hjälp',
    lede: 'Fotfäste följer krav på anställning i upphandlingar, från första behovet till ett jobb som varar.',
    sections: [
      {
        title: 'Logga in',
        pieces: [
          'Arbetsgivare och deltagare skriver sin e-post och får en länk och en kod. Länken fungerar en gång, i 10 minuter. Är den för gammal får du en ny med en knapp.',
          'Anställda loggar in med lösenord och en kod från en app i telefonen. Har du inte telefonen använder du en av dina reservkoder.',
          'Lånar du datorn? Kryssa i rutan när du loggar in. Då loggas du ut fortare, och inget finns kvar i webbläsaren.',
        ],
      },
      {
        title: 'Om något går fel',
        pieces: [
          'Sidan säger vad som är fel och hur du rättar det. Det du har sparat finns kvar.',
          'Ser du en kod på felsidan? Skriv upp den. Med den hittar förvaltaren vad som hände.',
        ],
      },
      {
        title: 'Fråga en människa',
        pieces: ['Din kontaktperson står på dina sidor. Anställda frågar sin förvaltare om konton och uppdrag.'],
      },
    ],
  },
  en: {
    title: 'Help',
    lede: 'Fotfäste follows employment requirements in procurement, from the first need to a job that lasts.',
    sections: [
      {
        title: 'Sign in',
        pieces: [
          'Employers and participants write their e-mail and get a link and a code. The link works once, for 10 minutes. If it is too old, a button sends a new one.',
          'Staff sign in with a password and a code from an app on the phone. Without the phone, use one of your recovery codes.',
          'Borrowing the computer? Tick the box when you sign in. You are then signed out sooner, and nothing is left in the browser.',
        ],
      },
      {
        title: 'If something goes wrong',
        pieces: [
          'The page says what is wrong and how to put it right. What you have saved is still there.',
          'Is there a code on the error page? Write it down. With it the administrator finds what happened.',
        ],
      },
      {
        title: 'Ask a human being',
        pieces: [
          'Your contact person is named on your pages. Staff ask their administrator about accounts and appointments.',
        ],
      },
    ],
  },
  ar: {
    title: 'مساعدة',
    lede: 'يتابع Fotfäste شروط التوظيف في المشتريات العامة، من الحاجة الأولى حتى وظيفة تدوم.',
    sections: [
      {
        title: 'تسجيل الدخول',
        pieces: [
          'اكتب بريدك الإلكتروني. ستحصل على رابط ورمز. يعمل الرابط مرة واحدة، لمدة 10 دقائق. إذا كان قديمًا فاضغط على الزر لتحصل على رابط جديد.',
          'هل الجهاز ليس لك؟ ضع علامة في المربع عند تسجيل الدخول. عندها يتم تسجيل خروجك أسرع، ولا يبقى شيء في المتصفح.',
        ],
      },
      {
        title: 'إذا حدث خطأ',
        pieces: [
          'تقول الصفحة ما الخطأ وكيف تصححه. ما حفظته ما زال موجودًا.',
          'إذا ظهر رمز في صفحة الخطأ فاكتبه. به نعرف ما حدث.',
        ],
      },
      { title: 'اسأل إنسانًا', pieces: ['اسم الشخص المسؤول عنك مكتوب في صفحاتك.'] },
    ],
  },
}
