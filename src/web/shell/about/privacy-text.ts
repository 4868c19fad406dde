import type { Readings } from './reading.tsx'

/** What is kept about people, who sees it, for how long: as the database does it (trust.md §5), in words one can read. */
export const privacyText: Readings = {
  sv: {
    title: 'Personuppgifter',
    lede: 'Vi sparar så lite som möjligt om dig, och du kan se vem som har läst det.',
    sections: [
      {
        title: 'Om dig som söker jobb',
        pieces: [
          'Kommunen sparar det som behövs för att du ska kunna få ett jobb genom stadens inköp: vem du är, hur man når dig, vad du kan och vilka frågor du har svarat på.',
          [
            'Ditt personnummer är krypterat.',
            'Varje gång någon läser ditt namn, ditt telefonnummer eller din adress skrivs det upp vem det var och varför.',
            'En arbetsgivare får se dina uppgifter bara om du har sagt ja. Du kan ta tillbaka ditt ja när du vill, och det gäller genast.',
            'Datorn väljer inte mellan människor. Ingen får poäng.',
          ],
          'På sidan Det ni vet om mig ser du vad som finns.',
        ],
      },
      {
        title: 'Om dig som arbetar med det här',
        pieces: [
          'Vi sparar ditt namn, ditt uppdrag, hur man når dig i arbetet och vad du gör i tjänsten. Det du gör i ett ärende går inte att ta bort ur historiken.',
        ],
      },
      {
        title: 'När du loggar in',
        pieces: [
          'Lösenord sparas inte, bara ett avtryck som inte går att räkna baklänges. En inloggning tas bort tre månader efter att den har slutat, en länk efter en månad. I loggen över inloggningar står inte varifrån du kom, bara en kod för nätet.',
          'Vi använder kakor för inloggning och språk och till inget annat. Inga uppgifter går till andra företag.',
        ],
      },
      {
        title: 'Dina rättigheter',
        pieces: [
          'Den kommun eller myndighet som driver tjänsten är personuppgiftsansvarig. Hos den kan du få veta vad som finns om dig, få fel rättade och framföra invändningar. Du kan också klaga hos Integritetsskyddsmyndigheten.',
        ],
      },
    ],
  },
  en: {
    title: 'Personal data',
    lede: 'We keep as little as possible about you, and you can see who has read it.',
    sections: [
      {
        title: 'About you who look for a job',
        pieces: [
          'The city keeps what is needed for you to get a job through what it buys: who you are, how to reach you, what you can do and which questions you have answered.',
          [
            'Your personal identity number is encrypted.',
            'Each time somebody reads your name, your telephone number or your address, it is noted who it was and why.',
            'An employer sees your details only if you have said yes. You can take your yes back when you like, and it counts at once.',
            'The computer does not choose between people. Nobody gets a score.',
          ],
          'The page What you know about me shows what there is.',
        ],
      },
      {
        title: 'About you who work with this',
        pieces: [
          'We keep your name, your appointment, how to reach you at work and what you do in the service. What you do in a case can not be taken out of its history.',
        ],
      },
      {
        title: 'When you sign in',
        pieces: [
          'Passwords are not kept, only an imprint that can not be worked backwards. A session is removed three months after it ended, a link after a month. The log of sign-ins does not say where you came from, only a code for the network.',
          'We use cookies for signing in and for language and for nothing else. No data goes to other companies.',
        ],
      },
      {
        title: 'Your rights',
        pieces: [
          'The city or authority that runs the service is the controller of the data. There you can learn what is kept about you, have faults corrected and object. You can also complain to the Swedish Authority for Privacy Protection.',
        ],
      },
    ],
  },
  ar: {
    title: 'البيانات الشخصية',
    lede: 'نحفظ أقل ما يمكن عنك، ويمكنك أن ترى من قرأه.',
    sections: [
      {
        title: 'عنك أنت الباحث عن عمل',
        pieces: [
          'تحفظ البلدية ما يلزم لتحصل على عمل: من أنت، وكيف نصل إليك، وماذا تستطيع، والأسئلة التي أجبت عنها.',
          [
            'رقمك الشخصي مشفّر.',
            'كلما قرأ أحد اسمك أو رقم هاتفك أو عنوانك يُسجَّل من هو ولماذا.',
            'لا يرى صاحب العمل بياناتك إلا إذا قلت نعم. يمكنك سحب موافقتك متى شئت، ويسري ذلك فورًا.',
            'الحاسوب لا يختار بين الناس. لا أحد يحصل على درجات.',
          ],
          'صفحة «ما تعرفونه عني» تعرض ما لدينا.',
        ],
      },
      {
        title: 'عند تسجيل الدخول',
        pieces: [
          'يُحذف تسجيل الدخول بعد ثلاثة أشهر من انتهائه، والرابط بعد شهر.',
          'نستخدم ملفات تعريف الارتباط لتسجيل الدخول واللغة فقط. لا تذهب أي بيانات إلى شركات أخرى.',
        ],
      },
      {
        title: 'حقوقك',
        pieces: [
          'البلدية أو السلطة التي تدير الخدمة مسؤولة عن البيانات. يمكنك أن تعرف منها ما هو محفوظ عنك وأن تطلب تصحيح الأخطاء. ويمكنك أيضًا الشكوى إلى هيئة حماية الخصوصية السويدية (IMY).',
        ],
      },
    ],
  },
}
