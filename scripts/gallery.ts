/**
 * Shows every component with made-up content: `node scripts/run.mjs scripts/gallery.ts [folder]`.
 * Writes static pages, then takes pictures in light, dark, print and forced colours at 1280 and 390 px, and examines each with
 * axe, for sideways overflow at 320 px and for refusals under the product's content security policy. Exit code 1 on a finding.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { build, createServer } from 'vite'

type Sample = { readonly name: string; readonly html: string }

const out = process.argv[2] ?? '/tmp/fotfaste-gallery'
const only = process.argv.slice(3)
const policy = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'"
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2' }

async function writeStyles(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src/web/styles/index.css' },
    },
  })
  const files = (Array.isArray(made) ? made : [made]).flatMap(part => ('output' in part ? part.output : []))
  const css = files.find(file => file.fileName.endsWith('.css'))
  if (!css) throw new Error('The build gave no style sheet')
  return css.fileName
}

async function renderSamples(css: string): Promise<readonly Sample[]> {
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true },
    appType: 'custom',
  })
  try {
    const { galleryPages } = await vite.ssrLoadModule('/src/web/ui/gallery/pages.tsx')
    return galleryPages.map((page: { name: string; lang: string; dir?: string; title: string; body: ReactNode }) => ({
      name: page.name,
      html: `<!doctype html><html lang="${page.lang}" dir="${page.dir ?? 'ltr'}"><head><meta charset="utf-8"><title>${page.title}</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/${css}"></head><body>${renderToStaticMarkup(page.body)}</body></html>`,
    }))
  } finally {
    await vite.close()
  }
}

async function serve(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createHttpServer(async (request, answer) => {
    const path = join(out, new URL(request.url ?? '/', 'http://x').pathname)
    try {
      const body = await readFile(path)
      answer.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', 'content-security-policy': policy })
      answer.end(body)
    } catch {
      answer.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No address')
  return { server, origin: `http://127.0.0.1:${address.port}` }
}

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'light', forcedColors: 'active' },
] as const

async function violations(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  // axe leaves text of the ground's own colour as "cannot tell"; here that is a finding.
  const unseen = result.incomplete
    .filter(one => one.id === 'color-contrast')
    .flatMap(one => one.nodes.filter(node => node.any.some(check => check.data?.messageKey === 'equalRatio')))
    .map(node => `text cannot be seen: ${node.target.join(' ')}`)
  const broken = result.violations.map(
    found =>
      `${found.id}: ${found.nodes.map(node => `${node.target.join(' ')} ${node.any.map(one => one.message).join('; ')}`).join(' | ')}`,
  )
  return [...broken, ...unseen]
}

/** Elements that stick out of a 320 px page, other than what lies in its own scroll container (WCAG 1.4.10). */
async function overflow(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 800 })
  return page.evaluate(() =>
    document.documentElement.scrollWidth > 320
      ? [...document.body.querySelectorAll('*')]
          .filter(one => one.getBoundingClientRect().right > 321 && !one.closest('.ff-scroll'))
          .map(one => `sticks out: ${one.tagName}.${one.getAttribute('class')}`)
          .slice(0, 5)
      : [],
  )
}

async function examine(browser: Browser, address: string, name: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const look of looks) {
    for (const width of look.name === 'forced' ? [1280] : [1280, 390]) {
      const context = await browser.newContext({ ...look, viewport: { width, height: 900 } })
      const page = await context.newPage()
      page.on('console', message => {
        if (message.type() === 'error') found.push(`${name} ${look.name}: ${message.text()}`)
      })
      await page.goto(address)
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(out, `${name}-${look.name}-${width}.png`), fullPage: true })
      if (look.name !== 'forced')
        found.push(...(await violations(page)).map(one => `${name} ${look.name} ${width}: ${one}`))
      if (look.name === 'light' && width === 390) found.push(...(await overflow(page)).map(one => `${name}: ${one}`))
      if (look.name === 'light' && width === 1280) {
        await page.emulateMedia({ media: 'print' })
        await page.pdf({ path: join(out, `${name}.pdf`), preferCSSPageSize: true })
      }
      await context.close()
    }
  }
  return found
}

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
const samples = await renderSamples(await writeStyles())
for (const sample of samples) await writeFile(join(out, `${sample.name}.html`), sample.html)
const { server, origin } = await serve()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const found: string[] = []
for (const { name } of samples.filter(sample => only.length === 0 || only.includes(sample.name))) {
  found.push(...(await examine(browser, `${origin}/${name}.html`, name)))
}
await browser.close()
server.close()
console.log(found.length === 0 ? `No finding. Pictures in ${out}` : found.join('\n'))
process.exitCode = found.length === 0 ? 0 : 1
