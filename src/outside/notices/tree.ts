/** An element of the notice. Names are `prefix:local` with our own prefixes, whatever the file calls them. */
export type XmlElement = {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** Text directly in the element, as it stands. */
  text: string
  /** The eForms field it was read as; what has none at the end was not understood. */
  readAs?: string
}

/** The namespaces of eForms (SDK 1.x) and the prefix each has in this code. */
const prefixes: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext',
  'http://data.europa.eu/p27/eforms-ubl-extensions/1': 'efext',
  'http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1': 'efac',
  'http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1': 'efbc',
}

/** Where eForms keeps what plain UBL has no place for, at the root and inside lots. */
export const extension = 'ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension'

/** `cbc:Name` for a name in a known namespace, `?:Name` for one in any other. */
export function nameOf(uri: string, local: string): string {
  return `${Object.hasOwn(prefixes, uri) ? prefixes[uri] : '?'}:${local}`
}

export function localOf(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

/** Every element at a path below one, in document order: `all(lot, 'cac:ProcurementProject/cbc:Name')`. */
export function all(from: XmlElement | undefined, path: string): XmlElement[] {
  let found = from === undefined ? [] : [from]
  for (const step of path.split('/')) found = found.flatMap(element => element.children.filter(c => c.name === step))
  return found
}

export function first(from: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(from, path)[0]
}

/** The trimmed text of an element, or null when it is absent or blank. Does not count as reading it. */
export function textOf(element: XmlElement | undefined): string | null {
  const text = element?.text.trim() ?? ''
  return text === '' ? null : text
}

/** Reads an element as an eForms field: its trimmed text, or null when it is absent or blank. */
export function take(element: XmlElement | undefined, field: string): string | null {
  if (element !== undefined) element.readAs = field
  return textOf(element)
}

/** Reads the first element at a path as a field. */
export function takeAt(from: XmlElement | undefined, path: string, field: string): string | null {
  return take(first(from, path), field)
}

/** Reads every non-blank element at a path as a field. */
export function takeAll(from: XmlElement | undefined, path: string, field: string): string[] {
  return all(from, path).flatMap(element => take(element, field) ?? [])
}

/** The name of the code list or identifier scheme that an element says it follows; undefined when it says nothing. */
export function listOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.listName || element?.attributes.schemeName || undefined
}
