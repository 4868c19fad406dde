import { SaxesParser } from 'saxes'
import { accept, type Outcome, type Refused, refuse } from '#kernel'
import type { NoticeLimits, NoticeRefusal } from './refusals.ts'
import { nameOf, type XmlElement } from './tree.ts'

/** Notices are written with these outermost elements, each in a namespace of its own (eForms SDK 1.x). */
const roots: ReadonlySet<string> = new Set(['ContractNotice', 'ContractAwardNotice', 'PriorInformationNotice'])

export type ParsedNotice = { readonly document: string; readonly root: XmlElement }

/** Characters given to the parser at a time: what a refusal inside a piece can cost before it takes effect. */
const piece = 16_384

/**
 * Guarded text to a tree of elements, streaming, with every limit kept on the way. Fetches nothing, knows no entities
 * but the five of XML itself. `clock` is in milliseconds and only measures.
 */
export function parse(text: string, limits: NoticeLimits, clock: () => number): Outcome<ParsedNotice, NoticeRefusal> {
  const parser = new SaxesParser({ xmlns: true })

  const open: XmlElement[] = []
  const seen: Seen = { document: '', elements: 0, attributes: 0 }
  const stop = (code: NoticeRefusal, facts: Record<string, string | number> = {}): void => {
    seen.refused ??= refuse(code, { line: parser.line, column: parser.column, ...facts })
  }
  /** For faults that the parser notices long after they were made: where the innermost open element began. */
  const lastOpened = (): { line: number; column: number } => ({ line: open.at(-1)?.line ?? 1, column: 1 })

  parser.on('error', error => {
    if (error.message.includes('undefined entity')) stop('notice.entities')
    else if (seen.ended === 'cut') stop('notice.truncated')
    // A lone & swallows all that follows, up to the next semicolon or the end of the file.
    else if (seen.ended === 'whole' || /in entity name|empty entity/.test(error.message))
      stop('notice.malformed', lastOpened())
    else stop('notice.malformed')
  })
  parser.on('doctype', () => stop('notice.doctype'))
  parser.on('opentagstart', () => {
    seen.elements += 1
    seen.attributes = 0
    if (seen.elements > limits.elements) stop('notice.too_many_elements', { limit: limits.elements })
    if (open.length >= limits.depth) stop('notice.too_deep', { limit: limits.depth })
  })
  parser.on('attribute', () => {
    seen.attributes += 1
    if (seen.attributes > limits.attributes) stop('notice.too_many_attributes', { limit: limits.attributes })
  })
  parser.on('opentag', tag => {
    if (seen.refused) return
    if (seen.root === undefined && !isNotice(tag.local, tag.uri)) {
      const code = tag.local.toLowerCase() === 'html' ? 'notice.is_html' : 'notice.wrong_root'
      seen.refused = refuse(code, { root: tag.local.slice(0, 60), namespace: tag.uri.slice(0, 120) })
      return
    }
    const element = elementOf(tag, parser.line)
    if (seen.root === undefined) seen.document = tag.local
    seen.root ??= element
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (characters: string): void => {
    const element = open.at(-1)
    if (element && !seen.refused) element.text += characters
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    if (!seen.refused) open.pop()
  })

  const started = clock()
  for (let at = 0; at < text.length && !seen.refused; at += piece) {
    if (!feed(parser, text.slice(at, at + piece))) stop('notice.malformed')
    if (clock() - started > limits.milliseconds) stop('notice.too_slow', { seconds: limits.milliseconds / 1000 })
  }
  if (seen.refused) return seen.refused
  seen.ended = endsWhole(text, seen.document) ? 'whole' : 'cut'
  if (!feed(parser, null)) stop('notice.malformed')
  if (seen.refused) return seen.refused
  return seen.root === undefined
    ? refuse('notice.malformed', { line: 1, column: 1 })
    : accept({ document: seen.document, root: seen.root })
}

/** Whether the last thing in the file is the end of its outermost element, whatever the parser makes of what is between. */
function endsWhole(text: string, document: string): boolean {
  const last = /<\/(?:[^<>:\s]+:)?([^<>:\s]+)\s*>\s*$/.exec(text.slice(-500))?.[1]
  return last !== undefined && last === document
}

/** saxes promises to report errors to its handler, but not that nothing is thrown once one has been reported. */
function feed(parser: SaxesParser<{ xmlns: true }>, text: string | null): boolean {
  try {
    parser.write(text)
    return true
  } catch {
    return false
  }
}

function isNotice(local: string, uri: string): boolean {
  return roots.has(local) && uri === `urn:oasis:names:specification:ubl:schema:xsd:${local}-2`
}

type Seen = {
  document: string
  elements: number
  /** Of the element being opened. */
  attributes: number
  root?: XmlElement
  /** Set once the whole text has been fed: whether it ends as a notice should. */
  ended?: 'whole' | 'cut'
  refused?: Refused<NoticeRefusal>
}

type Tag = { local: string; uri: string; attributes: Record<string, { local: string; uri: string; value: string }> }

function elementOf(tag: Tag, line: number): XmlElement {
  const attributes: Record<string, string> = Object.create(null)
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.uri === '') attributes[attribute.local] = attribute.value.trim()
  }
  return { name: nameOf(tag.uri, tag.local), line, attributes, children: [], text: '' }
}
