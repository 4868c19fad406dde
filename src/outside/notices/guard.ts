import { accept, type Outcome, refuse } from '#kernel'
import { decode } from './encoding.ts'
import { positionOf } from './position.ts'
import type { NoticeLimits, NoticeRefusal } from './refusals.ts'

/**
 * What can be refused before any parser sees the file (trust.md T20, ASVS 1.5.1): its size, other kinds of file, unknown
 * encodings, and every declaration that could fetch or multiply something. Answers with the decoded text.
 */
export function guard(bytes: Uint8Array, limits: NoticeLimits): Outcome<string, NoticeRefusal> {
  if (bytes.length === 0) return refuse('notice.empty')
  if (bytes.length > limits.bytes) return refuse('notice.too_large', { bytes: bytes.length, limit: limits.bytes })
  const other = otherBinary(bytes)
  if (other !== undefined) return refuse(other)

  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const text = decoded.value
  const begins = text.slice(0, 2_000).trimStart()
  if (begins === '' && text.trim() === '') return refuse('notice.empty')
  if (/^[{[]/.test(begins))
    return refuse(/"(?:ocid|releases|records)"\s*:/.test(text) ? 'notice.is_ocds' : 'notice.is_json')
  if (!begins.startsWith('<')) return refuse('notice.not_xml')
  if (/<!doctype\s+html\b/i.test(begins) || /^(?:<\?[^>]*>\s*|<!--[^>]*>\s*)*<html[\s>]/i.test(begins)) {
    return refuse('notice.is_html')
  }
  return declarations(bytes, text)
}

/**
 * Searched on the bytes without their zeros, so that UTF-16 and UTF-32 are covered whatever the decoder made of them,
 * and anywhere in the file: inside a comment or CDATA it would be harmless, but no notice has a reason to hold it.
 */
function declarations(bytes: Uint8Array, text: string): Outcome<string, NoticeRefusal> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const plain = (raw.includes(0) ? Buffer.from(raw.filter(byte => byte !== 0)) : raw).toString('latin1')
  const found = /<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(plain)?.[1]?.toUpperCase()
  if (found === undefined) return accept(text)
  // An entity needs a DOCTYPE to stand in; the more telling of the two is named.
  const entity = /<!\s*ENTITY/i.exec(text)
  const index = entity?.index ?? Math.max(0, text.search(/<!\s*(?:DOCTYPE|ELEMENT|ATTLIST|NOTATION)/i))
  return refuse(entity === null ? 'notice.doctype' : 'notice.entities', positionOf(text, index))
}

/** How files of other kinds begin, for those that people have lying beside a notice. */
const beginnings: readonly (readonly [code: NoticeRefusal, bytes: readonly number[]])[] = [
  ['notice.is_zip', [0x50, 0x4b, 0x03, 0x04]],
  ['notice.is_zip', [0x50, 0x4b, 0x05, 0x06]],
  ['notice.is_pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['notice.not_xml', [0x1f, 0x8b]], // gzip
  ['notice.not_xml', [0xd0, 0xcf, 0x11, 0xe0]], // the old Word and Excel
  ['notice.not_xml', [0x89, 0x50, 0x4e, 0x47]], // PNG
  ['notice.not_xml', [0xff, 0xd8, 0xff]], // JPEG
]

function otherBinary(bytes: Uint8Array): NoticeRefusal | undefined {
  return beginnings.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0]
}
