import type { Readings } from './reading.tsx'

/** The statement that the act (2018:1937) on accessibility to digital public service asks for: what is aimed at, how it is tried, what lacks. */
export const accessibilityText: Readings = {
  sv: {
    title: 'Tillgänglighet',
    lede: 'Alla ska kunna använda Fotfäste. Målet är WCAG 2.2 på nivå AA.',
    sections: [
      {
        title: 'Så är sidorna gjorda',
        pieces: [
          [
            'Allt går att göra med tangentbord och utan skript.',
            'Bilder har en mening som säger vad de visar och en tabell med samma siffror.',
            'Färg betyder aldrig något ensam. Ett ord eller ett tecken säger samma sak.',
            'Texten går att förstora, och sidorna finns i ljust och mörkt utseende och för utskrift.',
            'Deltagarens sidor finns på svenska, engelska och arabiska.',
          ],
        ],
      },
      {
        title: 'Så provas de',
        pieces: [
          'Sidorna provas automatiskt med verktyget axe i en riktig webbläsare, på bred och smal skärm. Ingen utomstående har granskat dem än.',
        ],
      },
      {
        title: 'Det som brister',
        pieces: [
          'Sidor för anställda finns bara på svenska och engelska. Deltagarens sidor finns inte på alla språk som deltagare läser.',
        ],
      },
      {
        title: 'Säg till',
        pieces: [
          'Kommer du inte fram? Berätta det för din kontaktperson eller för den kommun som du fick länken av. De ska svara dig.',
          'Är du inte nöjd med svaret kan du anmäla det till tillsynsmyndigheten enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lede: 'Everybody shall be able to use Fotfäste. The aim is WCAG 2.2 at level AA.',
    sections: [
      {
        title: 'How the pages are made',
        pieces: [
          [
            'Everything can be done by keyboard and without script.',
            'Pictures have a sentence that says what they show and a table with the same figures.',
            'Colour never means something alone. A word or a sign says the same.',
            'Text can be enlarged, and the pages have a light, a dark and a printed look.',
            'The participant’s pages are in Swedish, English and Arabic.',
          ],
        ],
      },
      {
        title: 'How they are tried',
        pieces: [
          'The pages are tried automatically with the tool axe in a real browser, on a wide and a narrow screen. Nobody from outside has examined them yet.',
        ],
      },
      {
        title: 'What is lacking',
        pieces: [
          'Pages for staff are in Swedish and English only. The participant’s pages are not in every language that participants read.',
        ],
      },
      {
        title: 'Tell us',
        pieces: [
          'Do you not get through? Tell your contact person or the city that gave you the link. They shall answer you.',
          'If the answer does not satisfy you, you may report it to the supervisory authority under the Swedish act (2018:1937) on accessibility to digital public service.',
        ],
      },
    ],
  },
  ar: {
    title: 'إمكانية الوصول',
    lede: 'يجب أن يستطيع الجميع استخدام Fotfäste. الهدف هو WCAG 2.2 بمستوى AA.',
    sections: [
      {
        title: 'كيف صُنعت الصفحات',
        pieces: [
          [
            'يمكن عمل كل شيء بلوحة المفاتيح.',
            'لكل صورة جملة تشرحها وجدول بالأرقام نفسها.',
            'اللون لا يعني شيئًا وحده. هناك كلمة أو علامة تقول الشيء نفسه.',
            'يمكن تكبير النص.',
            'صفحات المشارك متوفرة بالسويدية والإنجليزية والعربية.',
          ],
        ],
      },
      { title: 'كيف نختبرها', pieces: ['تُختبر الصفحات آليًا في متصفح حقيقي. لم يفحصها أحد من الخارج بعد.'] },
      { title: 'ما الذي ينقص', pieces: ['لا تتوفر صفحات المشارك بكل اللغات التي يقرؤها المشاركون.'] },
      {
        title: 'أخبرنا',
        pieces: [
          'هل تواجه صعوبة؟ أخبر الشخص المسؤول عنك أو البلدية التي أعطتك الرابط. يجب أن يجيبوك.',
          'إذا لم ترضَ عن الجواب يمكنك إبلاغ السلطة المشرفة حسب القانون السويدي (2018:1937).',
        ],
      },
    ],
  },
}
