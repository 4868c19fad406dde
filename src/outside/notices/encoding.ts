import { accept, type Outcome, refuse } from '#kernel'
import { positionOf } from './position.ts'
import type { NoticeRefusal } from './refusals.ts'

type Readable = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * The text of an XML file. What the bytes are decides, not what the declaration claims: the text that the guard has
 * searched is then exactly the text that is parsed, so no claim can hide anything. Claims of other encodings are refused.
 */
export function decode(bytes: Uint8Array): Outcome<string, NoticeRefusal> {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    return refuse('notice.encoding_unsupported', { encoding })
  }
  const text = strictly(bytes, encoding)
  if (text === undefined) {
    const lenient = new TextDecoder(encoding).decode(bytes)
    const at = positionOf(lenient, Math.max(0, lenient.indexOf('\uFFFD')))
    return refuse('notice.encoding_broken', { encoding, ...at })
  }
  const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'<>]{1,40})["']/.exec(text)?.[1]?.toLowerCase()
  if (declared !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii)$/.test(declared)) {
    return refuse('notice.encoding_unsupported', { encoding: declared })
  }
  return accept(text)
}

function strictly(bytes: Uint8Array, encoding: Readable): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** XML 1.0, appendix F: the byte order mark, or where the zero bytes lie in the first characters. */
function encodingOf(bytes: Uint8Array): Readable | 'utf-32' | 'ebcdic' {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe && c === 0 && d === 0)) return 'utf-32'
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return 'ebcdic'
  if (a > 0 && b === 0) return 'utf-16le'
  if (a === 0 && b > 0) return 'utf-16be'
  return 'utf-8'
}
