import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleBytes, exampleNames, exampleText } from './examples.ts'
import { asExpected } from './expected.ts'
import { proposeCase } from './proposal.ts'
import { readNotice } from './read.ts'
import { noticeLimits, noticeRefusals } from './refusals.ts'

/** Whatever the bytes: an answer in time, that is either a refusal we have a sentence for or a reading that holds together. */
function holdsTogether(bytes: Uint8Array): 'read' | 'refused' {
  const started = performance.now()
  const answer = readNotice(bytes)
  expect(performance.now() - started).toBeLessThan(noticeLimits.milliseconds)
  if (!answer.ok) {
    expect(noticeRefusals).toContain(answer.code)
    return 'refused'
  }
  const { lots, noticeId } = answer.value
  expect(noticeId).not.toBe('')
  expect(lots.length).toBeGreaterThan(0)
  expect(JSON.parse(JSON.stringify(asExpected(answer.value)))).toMatchObject({ noticeId })
  for (const lot of lots) {
    const proposal = proposeCase(answer.value, lot.id)
    expect(proposal.ok).toBe(true)
    if (!proposal.ok) continue
    const { contractStart, contractEnd, value } = proposal.value
    if (contractStart.value !== null) expect(contractStart.value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    if (contractEnd.value !== null) expect(contractEnd.value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    if (value.value !== null) expect(Number.isSafeInteger(value.value)).toBe(true)
  }
  return 'read'
}

const where = fc.double({ min: 0, max: 1, noNaN: true })
const anyNotice = fc.constantFrom(...exampleNames)

/** Damage to the bytes: flipped, cut out, doubled, cut short, or with something thrown in. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: where, byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: where, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('double' as const), at: where, length: fc.nat(2_000) }),
  fc.record({ kind: fc.constant('end' as const), at: where }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: where,
    text: fc.oneof(
      fc.constantFrom(
        '<!DOCTYPE a [',
        '<!ENTITY x "y">',
        '&x;',
        ']]>',
        '\u0000',
        '<a>',
        '</a>',
        '<![CDATA[',
        '<!--',
        '<?x',
        ' xmlns=""',
        '"',
        '\uFEFF',
      ),
      fc.string({ maxLength: 40, unit: 'binary' }),
    ),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(bytes: Uint8Array, hurt: Damage): Uint8Array {
  const at = Math.floor(hurt.at * bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (hurt.kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from([hurt.byte]), after.subarray(1)])
    case 'cut':
      return Buffer.concat([before, after.subarray(hurt.length)])
    case 'double':
      return Buffer.concat([before, after.subarray(0, hurt.length), after])
    case 'end':
      return before
    case 'insert':
      return Buffer.concat([before, Buffer.from(hurt.text), after])
  }
}

/** Changes that leave the XML whole but the notice odd: elements gone, emptied, doubled or renamed, values exchanged. */
const change = fc.record({
  kind: fc.constantFrom('drop', 'empty', 'double', 'rename', 'value', 'attribute'),
  at: where,
  text: fc.oneof(
    fc.constantFrom(
      '',
      '__proto__',
      'constructor',
      '-1',
      '1e309',
      '9'.repeat(40),
      '2025-02-30',
      '0000-00-00',
      '9999-12-31',
      'LOT-0001',
      'ORG-0001',
      'SEK',
      'UNLIMITED',
      'Lot',
    ),
    fc.string({ maxLength: 20, unit: 'grapheme' }).map(text => text.replace(/[<>&"]/g, '')),
  ),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function changed(xml: string, { kind, at, text }: Change): string {
  const leaves = [...xml.matchAll(/<([\w:]+)((?: [\w:]+="[^"]*")*)>([^<>]*)<\/\1>/g)]
  const leaf = leaves[Math.floor(at * (leaves.length - 1))]
  if (leaf === undefined) return xml
  const [whole, name = '', attributes = ''] = leaf
  const instead = {
    drop: '',
    empty: `<${name}${attributes}/>`,
    double: whole + whole,
    rename: `<cbc:Odd${attributes}>${text}</cbc:Odd>`,
    value: `<${name}${attributes}>${text}</${name}>`,
    attribute: whole.replace(/="[^"]*"/, `="${text}"`),
  }[kind]
  return xml.slice(0, leaf.index) + instead + xml.slice(leaf.index + whole.length)
}

test('300 damaged notices never throw and are always answered in time (S6)', () => {
  fc.assert(
    fc.property(anyNotice, fc.array(damage, { minLength: 1, maxLength: 4 }), (name, hurts) => {
      holdsTogether(hurts.reduce(damaged, exampleBytes(name)))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('300 well-formed but odd notices never throw, and most of them are read', () => {
  let read = 0
  fc.assert(
    fc.property(anyNotice, fc.array(change, { minLength: 1, maxLength: 8 }), (name, changes) => {
      const xml = changes.reduce(changed, exampleText(name))
      if (holdsTogether(new TextEncoder().encode(xml)) === 'read') read += 1
    }),
    { numRuns: 300 },
  )
  expect(read).toBeGreaterThan(150)
}, 60_000)

test('300 files of random bytes are refused, never read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), bytes => {
      expect(holdsTogether(bytes)).toBe('refused')
    }),
    { numRuns: 300 },
  )
}, 60_000)
