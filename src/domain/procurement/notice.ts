import type { Day, Ore } from '#kernel'

/** Texts by language, as the notice writes the language (`SWE`). */
export type Words = Readonly<Record<string, string>>
type Label = { readonly sv: string; readonly en: string }

/** A field that was read: what it is called, what it says, what its code means. */
export type FieldRead = {
  readonly field: string
  readonly label: Label
  readonly value: string
  readonly meaning: Label | null
}

/** Something with content that was not read, or not fully, with where it stands in the file. */
export type NotUnderstood = {
  readonly why: 'not_used' | 'unknown_element' | 'unknown_code' | 'unusable_value' | 'withheld'
  readonly label: Label
  readonly path: string
  readonly line: number
  readonly value: string
  readonly times: number
}

/** A sign that somebody is to get work, or that the contract is reserved (BT-06, BT-775, BT-777, BT-70, BT-71, BT-736, BT-300). */
export type EmploymentSignal = {
  readonly field: string
  readonly about: 'employment' | 'reservation'
  readonly value: string
  readonly label: Label | null
  readonly strength: 'clear' | 'possible'
  readonly why: readonly string[]
  readonly words: readonly string[]
}

export type NoticeLot = {
  readonly id: string
  readonly title: Words | null
  readonly signals: readonly EmploymentSignal[]
  readonly read: readonly FieldRead[]
  readonly notUnderstood: readonly NotUnderstood[]
}

/** A proposed value with the field it comes from; `beside` holds texts to look at where no field answers. */
export type ProposedValue<Value> = {
  readonly value: Value | null
  readonly from: string | null
  readonly because: string | null
  readonly beside: readonly { readonly field: string; readonly text: string }[]
}

/** What a lot suggests for a case. A person looks at each value and accepts (PRC-12). */
export type LotProposal = {
  readonly lot: string
  readonly title: ProposedValue<string>
  readonly cpv: ProposedValue<readonly string[]>
  readonly value: ProposedValue<Ore>
  readonly contractStart: ProposedValue<Day>
  readonly contractEnd: ProposedValue<Day>
  readonly municipality: ProposedValue<string>
  readonly hasSocialObjective: boolean
  readonly isReserved: boolean
  readonly inputs: {
    readonly places: ProposedValue<number>
    readonly employmentForm: ProposedValue<string>
    readonly service: ProposedValue<{ readonly nature: string | null; readonly cpv: string | null }>
    readonly competence: ProposedValue<string>
    readonly district: ProposedValue<string>
    readonly comments: ProposedValue<string>
  }
}

/** What an edge hands over of a notice that it has read. The domain never reads the file itself (house.md §3). */
export type NoticeReading = {
  readonly document: string
  readonly noticeId: string
  readonly language: string | null
  readonly issueDate: string | null
  readonly title: Words | null
  readonly buyers: readonly { readonly name: string | null }[]
  readonly lots: readonly NoticeLot[]
  readonly read: readonly FieldRead[]
  readonly notUnderstood: readonly NotUnderstood[]
}

/** What is kept: the reading and the proposal as they were on the day (house.md §6). Winners and their numbers are not kept. */
export type StoredNotice = NoticeReading & { readonly proposals: readonly LotProposal[] }

/** Copies what is kept, and nothing else: a notice may name people and identity numbers that a case has no use for (GEN-1). */
export function toKeep(reading: NoticeReading, proposals: readonly LotProposal[]): StoredNotice {
  return {
    document: reading.document,
    noticeId: reading.noticeId,
    language: reading.language,
    issueDate: reading.issueDate,
    title: reading.title,
    buyers: reading.buyers.map(({ name }) => ({ name })),
    lots: reading.lots.map(({ id, title, signals, read, notUnderstood }) => ({
      id,
      title,
      signals,
      read,
      notUnderstood,
    })),
    read: reading.read,
    notUnderstood: reading.notUnderstood,
    proposals,
  }
}

/** The text to show: Swedish when there is one, else the notice's own language, else whichever comes first. */
export function wordsOf(words: Words | null, language: string | null): string | undefined {
  if (words === null) return undefined
  const code = ['SWE', 'swe', 'SV', 'sv', language ?? ''].find(one => Object.hasOwn(words, one))
  return code === undefined ? Object.values(words)[0] : words[code]
}
