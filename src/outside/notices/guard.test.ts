import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exampleText } from './examples.ts'
import { readNotice } from './read.ts'
import { noticeLimits } from './refusals.ts'

/** For the largest files, on a machine that does other things besides. */
const patience = 30_000

const notice = exampleText('synthetic_sv_cn16_employment_two_lots.xml')
const [prolog = '', body = ''] = notice.split(/(?=<ContractNotice )/)

type Answer = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

/** Read with a clock that stands still, so that a busy machine does not change the answer; time has its own tests. */
function answer(source: string | Uint8Array): Answer {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const outcome = readNotice(bytes, noticeLimits, () => 0)
  return outcome.ok ? { code: 'read', facts: {} } : outcome
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const big = (text: string): Buffer => utf16(text).swap16()

describe('S6, T20: nothing is fetched and nothing multiplies', () => {
  const declared = (declarations: string, use = '&x;'): string =>
    `${prolog}<!DOCTYPE ContractNotice [${declarations}]>${body.replace('Lokalvård, Nordost', use)}`

  test('entities from files and parameter entities are refused before parsing', () => {
    expect(answer(declared('<!ENTITY x SYSTEM "file:///etc/passwd">')).code).toBe('notice.entities')
    expect(answer(declared('<!ENTITY % p SYSTEM "file:///etc/hosts"> %p;')).code).toBe('notice.entities')
    expect(answer(declared('<!ENTITY x PUBLIC "-//a//b" "php://filter/resource=/etc/passwd">')).code).toBe(
      'notice.entities',
    )
  })

  test('an entity, a DTD, a schema and an include on the network cause no request', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests += 1
      response.end('<!ENTITY x "fetched">')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/evil.dtd`
    expect(answer(declared(`<!ENTITY x SYSTEM "${url}">`)).code).toBe('notice.entities')
    expect(answer(`${prolog}<!DOCTYPE ContractNotice SYSTEM "${url}">${body}`).code).toBe('notice.doctype')
    expect(answer(`<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${url}"?>${body}`).code).toBe('read')
    const include = `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${url}" parse="text"/>`
    const schema = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${url}" `
    expect(
      answer(body.replace('<ContractNotice ', `<ContractNotice ${schema}`).replace('Lokalvård, Nordost', include)).code,
    ).toBe('read')
    await new Promise(resolve => setTimeout(resolve, 50))
    await new Promise(resolve => server.close(resolve))
    expect(requests).toBe(0)
  })

  test('billion laughs, nested and flat, and references to oneself are refused', () => {
    const nested = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    expect(answer(declared(`<!ENTITY l0 "lol">${nested}`, '&l10;')).code).toBe('notice.entities')
    expect(answer(declared(`<!ENTITY x "${'a'.repeat(100_000)}">`, '&x;'.repeat(10_000))).code).toBe('notice.entities')
    expect(answer(declared('<!ENTITY x "&x;">')).code).toBe('notice.entities')
  })

  test('a DOCTYPE is found in every encoding, with and without a byte order mark, and its place told', () => {
    const text = `<?xml version="1.0"?>\n  <!DOCTYPE ContractNotice>${body}`
    const place = { code: 'notice.doctype', facts: { line: 2, column: 3 } }
    expect(answer(text)).toMatchObject(place)
    for (const bytes of [utf16(text), big(text), utf16(`\uFEFF${text}`), big(`\uFEFF${text}`)]) {
      expect(answer(bytes)).toMatchObject(place)
    }
    expect(answer(`<!doctype ContractNotice>${body}`).code).toBe('notice.doctype')
  })

  test('a DOCTYPE cannot hide behind a wrong claim of encoding', () => {
    const claimed = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE ContractNotice>${body}`
    expect(answer(claimed).code).toBe('notice.doctype')
    expect(answer(utf16(claimed.replace('UTF-16', 'UTF-8'))).code).toBe('notice.doctype')
    const utf7 = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE ContractNotice+AD4-'
    expect(answer(utf7)).toMatchObject({ code: 'notice.encoding_unsupported', facts: { encoding: 'utf-7' } })
  })

  test('entities that nobody declared are refused, also those that JavaScript would know', () => {
    for (const use of ['&nbsp;', '&constructor;', '&toString;', '&__proto__;']) {
      expect(answer(notice.replace('Lokalvård, Nordost', use)).code, use).toBe('notice.entities')
    }
    expect(answer(notice.replace('Lokalvård, Nordost', 'A &amp; B &#229; &#x1F600;')).code).toBe('read')
    expect(answer(notice.replace('Lokalvård, Nordost', '&;')).code).toBe('notice.malformed')
    expect(answer(notice.replace('Lokalvård, Nordost', '&#0;')).code).toBe('notice.malformed')
  })
})

describe('S6: other files are refused for what they are', () => {
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.from(notice))])
  test.each([
    ['nothing', '', 'notice.empty'],
    ['blanks', ' \n\t\r\n ', 'notice.empty'],
    ['a lone UTF-8 mark', Buffer.from([0xef, 0xbb, 0xbf]), 'notice.empty'],
    ['a lone UTF-16 mark', Buffer.from([0xff, 0xfe]), 'notice.empty'],
    ['a zip or an Office file', zip, 'notice.is_zip'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'notice.is_pdf'],
    ['a gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), 'notice.not_xml'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'notice.not_xml'],
    ['a web page', '<!DOCTYPE html><html lang="sv"><title>TED</title></html>', 'notice.is_html'],
    ['a web page in capitals', '\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML>', 'notice.is_html'],
    ['a web page without a doctype', '<!-- saved --><html><body><p>x</body></html>', 'notice.is_html'],
    ['a web page as XML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'notice.is_html'],
    ['JSON', '{"title": "Städning"}', 'notice.is_json'],
    ['OCDS', '{"uri":"u","releases":[{"ocid":"ocds-213czf-1"}]}', 'notice.is_ocds'],
    ['a table', 'lot;titel\n1;Städning', 'notice.not_xml'],
  ])('%s', (_, source, code) => {
    expect(answer(source).code).toBe(code)
  })

  test('other XML is refused with the name of its root', () => {
    expect(answer('<invoice xmlns="urn:x"><id>1</id></invoice>')).toMatchObject({
      code: 'notice.wrong_root',
      facts: { root: 'invoice', namespace: 'urn:x' },
    })
    const wrongNamespace = notice.replace('xsd:ContractNotice-2', 'xsd:ContractNotice-3')
    expect(answer(wrongNamespace)).toMatchObject({ code: 'notice.wrong_root', facts: { root: 'ContractNotice' } })
    expect(answer('<constructor/>')).toMatchObject({ code: 'notice.wrong_root', facts: { root: 'constructor' } })
  })

  test('encodings that are not read are named', () => {
    const latin = Buffer.from(notice.replace('UTF-8', 'ISO-8859-1'), 'latin1')
    expect(answer(latin).code).toBe('notice.encoding_broken')
    expect(answer('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toMatchObject({
      code: 'notice.encoding_unsupported',
      facts: { encoding: 'iso-8859-1' },
    })
    expect(answer(Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c])).code).toBe('notice.encoding_unsupported')
    expect(answer(Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93])).code).toBe('notice.encoding_unsupported')
  })

  test('bytes that are not the text they claim to be are refused with their place', () => {
    const broken = Buffer.concat([Buffer.from('<a>\n<b>'), Buffer.from([0xc3, 0x28]), Buffer.from('</b></a>')])
    expect(answer(broken)).toMatchObject({ code: 'notice.encoding_broken', facts: { line: 2, column: 4 } })
    expect(answer(Buffer.from([0xff, 0xfe, 0x3c])).code).toBe('notice.encoding_broken')
    // An overlong < that lenient decoders turn into markup.
    expect(
      answer(Buffer.concat([Buffer.from('<a>'), Buffer.from([0xc0, 0xbc]), Buffer.from('!DOCTYPE')])).code,
    ).toMatch(/^notice\.(?:encoding_broken|doctype)$/)
  })
})

describe('S6: size, depth and time have limits', () => {
  test(
    '6 MB is refused by size, whatever it holds, and told in bytes',
    () => {
      expect(answer(new Uint8Array(6_000_000))).toEqual({
        ok: false,
        code: 'notice.too_large',
        facts: { bytes: 6_000_000, limit: 5 * 1024 * 1024 },
      })
      expect(answer(notice + ' '.repeat(6_000_000)).code).toBe('notice.too_large')
    },
    patience,
  )

  test(
    'the largest file that is let in is read in time',
    () => {
      const filler = `<cbc:Note languageID="ENG">${'anställning i praktiken '.repeat(200_000)}</cbc:Note>`
      const large = notice.replace('<cbc:Name languageID="SWE">Lokalvård, Nordost</cbc:Name>', `$&${filler}`)
      expect(Buffer.byteLength(large)).toBeGreaterThan(4_800_000)
      expect(answer(large).code).toBe('read')
    },
    patience,
  )

  test(
    '10,000 levels are refused at the limit',
    () => {
      const deep = notice.replace('Lokalvård, Nordost', `${'<a>'.repeat(10_000)}x${'</a>'.repeat(10_000)}`)
      expect(answer(deep)).toMatchObject({ code: 'notice.too_deep', facts: { limit: 50 } })
      expect(answer('<a>'.repeat(1_000_000)).code).toBe('notice.wrong_root')
    },
    patience,
  )

  test(
    'many elements, many attributes and many namespaces are refused at the limit',
    () => {
      const inside = (xml: string): string => notice.replace('Lokalvård, Nordost', xml)
      const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')
      const namespaces = Array.from({ length: 100_000 }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ')
      expect(answer(inside('<a/>'.repeat(1_000_000))).code).toBe('notice.too_many_elements')
      expect(answer(inside(`<a ${attributes}/>`))).toMatchObject({
        code: 'notice.too_many_attributes',
        facts: { limit: 50 },
      })
      expect(answer(inside(`<a ${namespaces}/>`)).code).toBe('notice.too_many_attributes')
      expect(answer(inside(`<a b="${'x'.repeat(4_000_000)}"/>`)).code).toBe('read')
      expect(answer(`<${'a'.repeat(4_000_000)}/>`)).toMatchObject({ code: 'notice.wrong_root' })
    },
    patience,
  )

  test.each([
    ['elements', `<cbc:Note>${'<a></a>'.repeat(140_000)}</cbc:Note>`],
    ['line ends', '\r'.repeat(4_800_000)],
    ['references', '&amp;'.repeat(970_000)],
    ['codes', '<cbc:Odd listName="social-objective">x</cbc:Odd>'.repeat(90_000)],
  ])(
    '5 MB of %s is answered within the limit, or stopped by it',
    (_, xml) => {
      const bytes = new TextEncoder().encode(notice.replace('Lokalvård, Nordost', xml))
      const started = performance.now()
      const outcome = readNotice(bytes)
      const spent = performance.now() - started
      // What is done outside the clock is linear in the size: decoding before, sorting what was read after.
      expect(spent).toBeLessThan(noticeLimits.milliseconds + 3_000)
      if (!outcome.ok) expect(outcome.code).toBe('notice.too_slow')
    },
    patience,
  )

  test(
    'comments, instructions and CDATA of any length are passed over or read in time',
    () => {
      const long = 'x -'.repeat(1_200_000)
      expect(answer(`${prolog}<!--${long}x-->${body}`).code).toBe('read')
      expect(answer(`${prolog}<?p ${'?'.repeat(4_000_000)}?>${body}`).code).toBe('read')
      expect(answer(notice.replace('Lokalvård, Nordost', `<![CDATA[${']]'.repeat(1_000_000)}]]>`)).code).toBe('read')
    },
    patience,
  )

  test(
    'a clock past its limit stops the reading between two pieces',
    () => {
      let now = 0
      const clock = () => {
        now += 1_500
        return now
      }
      const answered = readNotice(new TextEncoder().encode(notice + ' '.repeat(100_000)), noticeLimits, clock)
      expect(answered).toMatchObject({ ok: false, code: 'notice.too_slow', facts: { seconds: 2 } })
    },
    patience,
  )
})

describe('S6: broken XML is refused with its place', () => {
  test('a file cut anywhere is never read as whole', () => {
    const bytes = Buffer.from(notice)
    const end = notice.lastIndexOf('</ContractNotice>')
    for (let at = 1; at < end; at += 997) {
      expect(answer(bytes.subarray(0, at)).code, `cut at ${at}`).toMatch(/^notice\.(?:truncated|encoding_broken)$/)
    }
    expect(answer(notice.slice(0, notice.indexOf('LOT-0002')))).toMatchObject({ code: 'notice.truncated' })
  })

  test.each([
    ['a NUL', 'Lokal\u0000vård'],
    ['a crossed tag', '<a><b></a></b>'],
    ['a bare ampersand', 'Lokalvård & fönster'],
    ['a bare ampersand with a semicolon far on', `Lokalvård & fönster${'\n'.repeat(9)};`],
    ['a comment that does not end', '<!-- Lokalvård'],
    ['CDATA that does not end', '<![CDATA[ Lokalvård'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a prefix that is not bound', '<zz:a/>'],
    ['a lone surrogate', '&#xD800;'],
  ])('%s', (_, xml) => {
    const answered = answer(notice.replace('Lokalvård, Nordost', xml))
    expect(answered.code).toBe('notice.malformed')
    expect(answered.facts.line).toBe(notice.slice(0, notice.indexOf('Lokalvård, Nordost')).split('\n').length)
  })

  test('something after the end, or a second root, is refused', () => {
    expect(answer(`${notice}<again/>`).code).toBe('notice.malformed')
    expect(answer(`${notice} and more`).code).toBe('notice.malformed')
  })
})
