import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A text with headings: a clause, a decision, a letter. All words are already chosen and in the document's language. */
export type TextDocument = {
  readonly kicker: string
  readonly lede: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  /** At the foot of every page, before "page x (y)". */
  readonly foot: string
  readonly page: string
}

export type PdfDocument = {
  readonly template: 'clause'
  readonly lang: 'sv' | 'en'
  readonly title: string
  /** Written into the document, so that the same content at the same time gives the same bytes. */
  readonly madeAt: Date
  readonly data: TextDocument
}

const templates = fileURLToPath(new URL('./templates/', import.meta.url))
const family = '@expo-google-fonts/atkinson-hyperlegible-next'
const faces = [
  '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
]

let making: Promise<NodeCompiler> | undefined

/** The compiler is 51 MB of native code: loaded when the first document is asked for, and then kept. */
function compiler(): Promise<NodeCompiler> {
  making ??= make()
  return making
}

async function make(): Promise<NodeCompiler> {
  const require = createRequire(import.meta.url)
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = await Promise.all(faces.map(face => readFile(require.resolve(`${family}/${face}`))))
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
}

/**
 * Sets a document as a tagged PDF/UA-1.
 * @throws when the template or its data breaks a rule of the standard: that is a bug, since no user writes templates
 */
export async function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const typst = await compiler()
  const { template, lang, title, madeAt, data } = document
  const made = typst.compile({
    mainFilePath: path.join(templates, `${template}.typ`),
    inputs: { lang, title, data: JSON.stringify(data) },
  })
  try {
    if (!made.result) throw new Error(`The template ${template} could not be set: ${faultsOf(typst, made)}`)
    return typst.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.getTime() / 1000) })
  } finally {
    typst.evictCache(5)
  }
}

function faultsOf(typst: NodeCompiler, made: ReturnType<NodeCompiler['compile']>): string {
  const error = made.takeError()
  return error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'no reason was given'
}
