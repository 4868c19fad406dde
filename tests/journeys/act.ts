import { expect, type Locator, type Page } from '@playwright/test'
import { base, expectSound } from './stage.ts'

/** The form on the page that does this, by the intent it carries. */
export function formFor(page: Page, intent: string): Locator {
  return page
    .locator(`form:has(input[name="intent"][value="${intent}"]), form:has(button[name="intent"][value="${intent}"])`)
    .first()
}

export type Answers = Readonly<Record<string, string | readonly string[] | boolean>>

/** Fills a form by the names of its fields: text, a choice, several choices, or a tick. Opens what is folded first. */
export async function fill(form: Locator, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = form.locator(`[name="${name}"]:not([type="hidden"])`)
    await unfold(field.first())
    const type = await field
      .first()
      .evaluate(node => (node instanceof HTMLInputElement ? node.type : node.tagName.toLowerCase()))
    if (type === 'select') await field.first().selectOption(answer as string)
    else if (type === 'radio') await form.locator(`[name="${name}"][value="${answer}"]`).check()
    else if (type === 'checkbox' && typeof answer === 'boolean') await field.first().setChecked(answer)
    else if (type === 'checkbox')
      for (const value of [answer].flat()) await form.locator(`[name="${name}"][value="${value}"]`).check()
    else await field.first().fill(answer as string)
  }
}

/** Opens every fold around something, as a reader would. */
async function unfold(target: Locator): Promise<void> {
  await target.evaluate(node => {
    for (let parent = node.parentElement; parent; parent = parent.parentElement) {
      if (parent instanceof HTMLDetailsElement) parent.open = true
    }
  })
}

/** Sends a form by its button; the answer must be a page that does not say that something is wrong. */
export async function send(page: Page, intent: string, answers: Answers = {}): Promise<void> {
  const form = formFor(page, intent)
  await fill(form, answers)
  const named = form.locator(`button[name="intent"][value="${intent}"]`)
  const button =
    (await named.count()) > 0 ? named.first() : form.locator('button[type="submit"], button:not([type])').last()
  await unfold(button)
  await button.click()
  await expect(page.locator('.ff-errors'), `${intent} at ${page.url()}`).toHaveCount(0)
}

/** Goes to a page of the product and looks that it is sound. */
export async function visit(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`${base()}${path}`)
  expect(answer?.status(), path).toBe(200)
  await expectSound(page, path)
}

/** On a phone what stands at the top of a page is behind a button. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: /^(Meny|Menu)$/ })
  if (await menu.isVisible()) await menu.click()
}
