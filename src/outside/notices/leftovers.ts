import { isDay } from '#kernel'
import { fieldAt, fieldById, isKnownCode, type KnownField, meaningOf } from './codes.ts'
import type { Label, Leftover, ReadField } from './notice.ts'
import { isSilent } from './silent.ts'
import { first, localOf, textOf, type XmlElement } from './tree.ts'

export type Section = { readonly read: readonly ReadField[]; readonly notUnderstood: readonly Leftover[] }

type Collected = { readonly read: ReadField[]; readonly left: Map<string, Leftover> }

/** The wrapping of extensions, which says nothing to a reader. */
const wrapping: ReadonlySet<string> = new Set(['UBLExtensions', 'UBLExtension', 'ExtensionContent', 'EformsExtension'])

/** Stands beside whatever the buyer withholds, anywhere in the notice; its code names the field. */
const withheld = 'FieldsPrivacy/FieldIdentifierCode'

/** Kinds of leftover that are kept apart per lot; a notice with more than this is not one that a person wrote. */
const most = 300

/**
 * Walks the whole notice once it has been read and sorts every element with content into what was read and what was not,
 * per lot (key: lot identifier) and for the notice as a whole (key: null).
 */
export function sections(root: XmlElement, lots: ReadonlySet<string>): ReadonlyMap<string | null, Section> {
  const collected = new Map<string | null, Collected>()
  const walk = (element: XmlElement, path: string, owner: string | null, beside: string | undefined): void => {
    if (element.children.length === 0) {
      collect(collected, owner, element, path, element.attributes.listName ?? beside)
      return
    }
    const named = element.children.find(child => child.attributes.listName !== undefined)?.attributes.listName
    for (const child of element.children) {
      const name = localOf(child)
      const step = wrapping.has(name) ? path : path === '' ? name : `${path}/${name}`
      walk(child, step, ownerOf(child, lots) ?? owner, named)
    }
  }
  walk(root, '', null, undefined)
  return new Map([...collected].map(([owner, { read, left }]) => [owner, { read, notUnderstood: [...left.values()] }]))
}

/** A lot owns what stands in it, and the results and tenders that name it. */
function ownerOf(element: XmlElement, lots: ReadonlySet<string>): string | undefined {
  const name = localOf(element)
  const reference =
    name === 'ProcurementProjectLot'
      ? 'cbc:ID'
      : name === 'LotResult' || name === 'LotTender'
        ? 'efac:TenderLot/cbc:ID'
        : ''
  const id = reference === '' ? null : textOf(first(element, reference))
  return id !== null && lots.has(id) ? id : undefined
}

function collect(
  sorted: Map<string | null, Collected>,
  owner: string | null,
  element: XmlElement,
  path: string,
  list: string | undefined,
): void {
  const value = textOf(element)
  if (value === null) return
  let section = sorted.get(owner)
  if (section === undefined) {
    section = { read: [], left: new Map() }
    sorted.set(owner, section)
  }
  const field = fieldOf(element, path, list)
  // The list beside a text tells which field it is, not that the text is a code.
  const codes = field?.list ?? (field === undefined ? element.attributes.listName : undefined)
  if (field !== undefined && element.readAs !== undefined) {
    section.read.push({ field: field.id, label: labelOf(field), value, meaning: meaningOf(codes, value) ?? null })
  }
  const why = reason(element, path, field, codes, value)
  if (why === undefined) return
  const key = `${why} ${path} ${field?.id ?? list ?? ''} ${why === 'unknown_code' ? value.slice(0, 200) : ''}`
  const before = section.left.get(key)
  if (before === undefined && section.left.size >= most) return
  const label = field === undefined ? plainName(path) : labelOf(field)
  const found = { why, field: field?.id, label, path, line: element.line, value: value.slice(0, 200) }
  section.left.set(key, before === undefined ? { ...found, times: 1 } : { ...before, times: before.times + 1 })
}

function fieldOf(element: XmlElement, path: string, list: string | undefined): KnownField | undefined {
  if (element.readAs !== undefined) return fieldById(element.readAs)
  return path.endsWith(withheld) ? fieldById('BT-195') : fieldAt(path, list)
}

function reason(
  element: XmlElement,
  path: string,
  field: KnownField | undefined,
  list: string | undefined,
  value: string,
): Leftover['why'] | undefined {
  if (path.endsWith(withheld)) return 'withheld'
  if (isSilent(path)) return undefined
  if (field !== undefined && !isUsable(field.type, value)) return 'unusable_value'
  if (!isKnownCode(list, value)) return 'unknown_code'
  if (element.readAs !== undefined) return undefined
  return field === undefined ? 'unknown_element' : 'not_used'
}

function isUsable(type: string, value: string): boolean {
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/.test(value) && isDay(value.slice(0, 10))
  if (type === 'amount' || type === 'number' || type === 'measure' || type === 'integer')
    return /^\d{1,15}(?:\.\d+)?$/.test(value)
  return true
}

function labelOf(field: KnownField): Label {
  return { sv: field.sv, en: field.en }
}

/** `TenderRankedIndicator` as "Tender ranked indicator": the name the standard gave it, made readable. */
function plainName(path: string): Label {
  const name = path.slice(path.lastIndexOf('/') + 1).slice(0, 80)
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  const label = words.charAt(0).toUpperCase() + words.slice(1)
  return { sv: label, en: label }
}
