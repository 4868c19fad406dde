import type { App } from '#shell'

/** Why a file was not read as a notice: the reader's own codes. */
export type UnreadNotice = Extract<ReturnType<App['readNotice']>, { ok: false }>['code']

const tooMuch = {
  sv: 'Filen har fler delar än någon annons har (rad {line}). Hämta originalet på nytt.',
  en: 'The file has more parts than any notice has (line {line}). Fetch the original again.',
}
const declarations = {
  sv: 'Filen innehåller en deklaration (rad {line}) som kan hämta eller mångfaldiga annat innehåll. Sådana filer läser vi inte. Hämta originalet hos TED.',
  en: 'The file holds a declaration (line {line}) that may fetch or multiply other content. We do not read such files. Fetch the original from TED.',
}

/** What the file is and how to mend it. Nothing has been written when one of these is shown (PRC-12). */
export const unreadNotices: Record<UnreadNotice, { sv: string; en: string }> = {
  'notice.empty': {
    sv: 'Filen är tom. Hämta den på nytt och försök igen.',
    en: 'The file is empty. Fetch it again and try once more.',
  },
  'notice.too_large': {
    sv: 'Filen är större än 5 MB. Så stora är inga annonser; kontrollera att du valde rätt fil.',
    en: 'The file is larger than 5 MB. No notice is that large; check that you chose the right file.',
  },
  'notice.is_zip': {
    sv: 'Det här är en zip-fil, ett Word-dokument eller ett kalkylark. Packa upp den och välj XML-filen.',
    en: 'This is a zip file, a Word document or a spreadsheet. Unpack it and choose the XML file.',
  },
  'notice.is_pdf': {
    sv: 'Det här är en PDF. Hämta annonsen som XML i stället; den finns hos TED under samma nummer.',
    en: 'This is a PDF. Fetch the notice as XML instead; TED has it under the same number.',
  },
  'notice.is_html': {
    sv: 'Det här är en webbsida. Spara annonsens XML-fil i stället för sidan.',
    en: 'This is a web page. Save the notice’s XML file instead of the page.',
  },
  'notice.is_json': {
    sv: 'Det här är JSON. Hämta annonsen som XML i formatet eForms.',
    en: 'This is JSON. Fetch the notice as XML in the eForms format.',
  },
  'notice.is_ocds': {
    sv: 'Det här är en annons i formatet OCDS. Vi läser eForms. Hämta samma annons som XML.',
    en: 'This is a notice in the OCDS format. We read eForms. Fetch the same notice as XML.',
  },
  'notice.not_xml': {
    sv: 'Filen är inte XML. Välj annonsens XML-fil.',
    en: 'The file is not XML. Choose the notice’s XML file.',
  },
  'notice.encoding_unsupported': {
    sv: 'Filen är skriven i teckenkoden {encoding}. Spara den som UTF-8 och försök igen.',
    en: 'The file is written in the encoding {encoding}. Save it as UTF-8 and try again.',
  },
  'notice.encoding_broken': {
    sv: 'Tecknen på rad {line} stämmer inte med teckenkoden {encoding}. Hämta originalet på nytt.',
    en: 'The characters on line {line} do not fit the encoding {encoding}. Fetch the original again.',
  },
  'notice.doctype': declarations,
  'notice.entities': declarations,
  'notice.malformed': {
    sv: 'Filen är trasig på rad {line}. Hämta originalet på nytt.',
    en: 'The file is broken on line {line}. Fetch the original again.',
  },
  'notice.truncated': {
    sv: 'Filen slutar mitt i (rad {line}). Hämta den på nytt; nedladdningen avbröts nog.',
    en: 'The file ends in the middle (line {line}). Fetch it again; the download was probably cut off.',
  },
  'notice.wrong_root': {
    sv: 'Filen är XML men ingen annons: den börjar med ”{root}”. Välj annonsens egen fil.',
    en: 'The file is XML but not a notice: it begins with “{root}”. Choose the notice’s own file.',
  },
  'notice.too_deep': tooMuch,
  'notice.too_many_elements': tooMuch,
  'notice.too_many_attributes': tooMuch,
  'notice.too_slow': {
    sv: 'Filen tog för lång tid att läsa. Hämta originalet på nytt. Går det inte då, skriv behovet för hand.',
    en: 'The file took too long to read. Fetch the original again. If it still fails, write the need by hand.',
  },
  'notice.no_identifier': {
    sv: 'Annonsen saknar sitt nummer ({field}), så en senare version går inte att känna igen. Hämta den publicerade filen.',
    en: 'The notice lacks its number ({field}), so a later version cannot be recognised. Fetch the published file.',
  },
  'notice.no_lots': {
    sv: 'Annonsen har ingen del med beteckning, så det finns inget att öppna. Skriv behovet för hand.',
    en: 'The notice has no lot with an identifier, so there is nothing to open. Write the need by hand.',
  },
  'notice.lot_unknown': { sv: 'Annonsen har ingen del {lot}.', en: 'The notice has no lot {lot}.' },
}
