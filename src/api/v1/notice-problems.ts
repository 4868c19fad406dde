import type { Sentence } from '../problem.ts'

/** Why a file is not read as a notice; the codes are the reader's own, which this room knows by name only. */
export const noticeProblems: Readonly<Record<string, Sentence>> = {
  'notice.empty': { title: 'The file is empty' },
  'notice.too_large': { title: 'The file is too large', detail: '{bytes} bytes; at most {limit} are read.' },
  'notice.is_zip': { title: 'The file is a zip archive or an Office document, not an eForms notice' },
  'notice.is_pdf': { title: 'The file is a PDF, not an eForms notice' },
  'notice.is_html': { title: 'The file is a web page, not an eForms notice' },
  'notice.is_json': { title: 'The file is JSON, not an eForms notice' },
  'notice.is_ocds': { title: 'The file is OCDS, not an eForms notice' },
  'notice.not_xml': { title: 'The file is not XML' },
  'notice.encoding_unsupported': { title: 'Only UTF-8 and UTF-16 are read', detail: 'The file says {encoding}.' },
  'notice.encoding_broken': {
    title: 'The bytes are not what the file’s encoding says',
    detail: 'Line {line}, column {column}.',
  },
  'notice.doctype': {
    title: 'The file declares a document type, which is never read',
    detail: 'Line {line}, column {column}.',
  },
  'notice.entities': {
    title: 'The file declares or uses entities, which are never read',
    detail: 'Line {line}, column {column}.',
  },
  'notice.malformed': { title: 'The XML is not well-formed', detail: 'Line {line}, column {column}.' },
  'notice.truncated': { title: 'The file ends too early', detail: 'Line {line}, column {column}.' },
  'notice.wrong_root': { title: 'The XML is not an eForms notice', detail: 'It begins with {root}.' },
  'notice.too_deep': { title: 'The XML is nested too deeply', detail: 'At most {limit} levels are read.' },
  'notice.too_many_elements': { title: 'The XML has too many elements', detail: 'At most {limit} are read.' },
  'notice.too_many_attributes': { title: 'An element has too many attributes', detail: 'At most {limit} are read.' },
  'notice.too_slow': { title: 'The file took too long to read', detail: 'At most {seconds} seconds are spent.' },
  'notice.no_identifier': { title: 'The notice has no identifier', detail: 'Field {field}.' },
  'notice.no_lots': { title: 'The notice has no lots' },
}
