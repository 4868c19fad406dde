import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectSound } from './stage.ts'

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfaste-picture-'))
})
test.afterAll(() => rm(folder, { recursive: true }))

/** The file that `fotfaste calc effects --picture` writes. */
async function drawn(example: string, language: 'sv' | 'en'): Promise<string> {
  const file = join(folder, `${example}-${language}.html`)
  const words = ['calc', 'effects', `docs/examples/calc/effects-${example}.json`, '--lang', language, '--picture', file]
  await promisify(execFile)(process.execPath, ['src/main.ts', ...words])
  return pathToFileURL(file).href
}

for (const example of ['golden', 'internship', 'before-and-after'])
  for (const language of ['sv', 'en'] as const)
    test(`STR-10: the drawn effects of ${example} hold WCAG 2.2 AA, folded and unfolded (${language})`, async ({
      page,
    }) => {
      await page.goto(await drawn(example, language))
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expectSound(page)
      const folds = page.locator('details > summary')
      expect(await folds.count()).toBeGreaterThan(2)
      for (const fold of await folds.all()) await fold.click()
      await expectSound(page)
    })
