import fieldRows from './codes/fields.json' with { type: 'json' }
import lists from './codes/lists.json' with { type: 'json' }
import type { Label } from './notice.ts'

/** A field of eForms as this reader knows it. */
export type KnownField = {
  readonly id: string
  /** Local names from below the root, without the wrapping of extensions. */
  readonly path: string
  /** The code list that the element, or the code beside it, must name for it to be this field. */
  readonly when?: string
  readonly type: string
  /** The list its code comes from. */
  readonly list?: string
  readonly sv: string
  readonly en: string
}

const known: readonly KnownField[] = fieldRows
const byId = new Map(known.map(field => [field.id, field]))
const byPath = Map.groupBy(known, field => field.path)
const codeLists = new Map<string, ReadonlyMap<string, Label>>(
  Object.entries(lists).map(([list, codes]) => [list, new Map<string, Label>(Object.entries(codes))]),
)

/** Lists whose name in a notice (`listName`) is not their name in the SDK. */
const listAliases: Readonly<Record<string, string>> = {
  'reserved-execution': 'applicability_reserved-execution',
  'authority-activity': 'main-activity_authority-activity',
  'measurement-unit': 'timeperiod_duration-unit',
  'nuts-lvl3': 'nuts',
}

export function fieldById(id: string): KnownField | undefined {
  return byId.get(id)
}

/** The field at a path, among those that share it the one that asks for this code list. */
export function fieldAt(path: string, list: string | undefined): KnownField | undefined {
  const there = byPath.get(path) ?? []
  return (
    there.find(field => field.when !== undefined && field.when === list) ??
    there.find(field => field.when === undefined)
  )
}

/** What a code means, or undefined when the list or the code is not known. */
export function meaningOf(list: string | undefined, code: string): Label | undefined {
  const name = canonical(list)
  return name === 'nuts' ? codeLists.get('nuts-se')?.get(code) : codeLists.get(name)?.get(code)
}

/** Whether a code stands in its list. Lists that are not kept here vouch for every code; of NUTS only Sweden is kept. */
export function isKnownCode(list: string | undefined, code: string): boolean {
  const name = canonical(list)
  if (name === 'cpv') return /^\d{8}(?:-\d)?$/.test(code)
  if (name === 'nuts')
    return code.startsWith('SE') ? meaningOf(name, code) !== undefined : /^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code)
  const codes = codeLists.get(name)
  return codes === undefined || codes.has(code)
}

/** The one list among several that holds a code: for notices that do not name the list. */
export function onlyListWith(code: string, among: readonly string[]): string | undefined {
  const holding = among.filter(list => codeLists.get(canonical(list))?.has(code))
  return holding.length === 1 ? holding[0] : undefined
}

function canonical(list: string | undefined): string {
  if (list === undefined) return ''
  return Object.hasOwn(listAliases, list) ? (listAliases[list] ?? list) : list
}
