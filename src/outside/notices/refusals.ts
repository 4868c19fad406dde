/** Why a file is not read as a notice. The sentences live at the edges, one per code and language. */
export const noticeRefusals = [
  /** No bytes, or nothing but blanks. */
  'notice.empty',
  /** facts: bytes, limit (bytes) */
  'notice.too_large',
  /** A zip archive: also Word and Excel files. */
  'notice.is_zip',
  'notice.is_pdf',
  'notice.is_html',
  'notice.is_json',
  /** JSON in the OCDS shape, which is a notice, but not in this format. */
  'notice.is_ocds',
  /** Text or bytes that do not begin as XML. */
  'notice.not_xml',
  /** facts: encoding. Only UTF-8 and UTF-16 are read. */
  'notice.encoding_unsupported',
  /** facts: encoding, line, column. The bytes are not what the encoding says. */
  'notice.encoding_broken',
  /** facts: line, column. A document type declaration (trust.md T20). */
  'notice.doctype',
  /** facts: line, column. An entity is declared, or one is used that XML does not define. */
  'notice.entities',
  /** facts: line, column */
  'notice.malformed',
  /** facts: line, column. The file ends before the outermost element does. */
  'notice.truncated',
  /** facts: root, namespace */
  'notice.wrong_root',
  /** facts: limit (levels), line, column */
  'notice.too_deep',
  /** facts: limit, line, column */
  'notice.too_many_elements',
  /** facts: limit (per element), line, column */
  'notice.too_many_attributes',
  /** facts: seconds */
  'notice.too_slow',
  /** facts: field (BT-701). Without it a later version of the notice cannot be recognised. */
  'notice.no_identifier',
  /** facts: withoutIdentifier (number of lots that have no identifier) */
  'notice.no_lots',
  /** facts: lot. The asked lot is not in the notice. */
  'notice.lot_unknown',
] as const

export type NoticeRefusal = (typeof noticeRefusals)[number]

/** What a file may cost. An official example with 100 lots has 1.7 MB, some 40,000 elements and 17 levels. */
export type NoticeLimits = {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
  /** Attributes and namespace declarations of one element. */
  readonly attributes: number
  readonly milliseconds: number
  /** Awards and winners that are joined from references: references to references can multiply. */
  readonly awards: number
}

export const noticeLimits: NoticeLimits = {
  bytes: 5 * 1024 * 1024,
  depth: 50,
  elements: 150_000,
  attributes: 50,
  milliseconds: 2_000,
  awards: 20_000,
}
