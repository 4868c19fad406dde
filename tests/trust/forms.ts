/** A form as a page draws it: where it is sent and what it sends when nothing is changed but what must be filled in. */
export type Form = {
  readonly action: string
  readonly intent: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

/** Reads the forms of a page as a browser without script would send them. One form per button with a name. */
export function formsIn(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (!/method="post"/i.test(head)) return []
    const action = attribute(head, 'action') || path
    const fields = fieldsIn(inside)
    const buttons = [...inside.matchAll(/<button\b([^>]*)>/g)]
      .map(([, text = '']) => text)
      .filter(text => attribute(text, 'name'))
    const variants =
      buttons.length > 0 ? buttons.map(text => ({ [attribute(text, 'name')]: attribute(text, 'value') })) : [{}]
    return variants.map(more => {
      const all: Form['fields'] = { ...fields, ...(more as Record<string, string>) }
      return { action, intent: typeof all.intent === 'string' ? all.intent : 'default', fields: all }
    })
  })
}

function fieldsIn(html: string): Record<string, string | readonly string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const [, text = ''] of html.matchAll(/<input\b([^>]*?)\/?>/g)) {
    const [name, type] = [attribute(text, 'name'), attribute(text, 'type') || 'text']
    if (!name || type === 'file' || /\bdisabled\b/.test(text)) continue
    const value = attribute(text, 'value')
    if (type === 'radio') {
      if (!(name in fields) || /\bchecked\b/.test(text)) fields[name] = value
    } else if (type === 'checkbox') {
      if (/\bchecked\b/.test(text) || /\brequired\b/.test(text)) fields[name] = value || 'on'
      else fields[`?${name}`] ??= value || 'on'
    } else fields[name] = value || filler(type, text)
  }
  for (const [, text = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => ({
      value: attribute(option, 'value'),
      selected: /\bselected\b/.test(option),
    }))
    const chosen = values.find(one => one.selected && one.value) ?? values.find(one => one.value)
    const name = attribute(text, 'name')
    if (name) fields[name] = chosen?.value ?? ''
  }
  for (const [, text = '', value = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(text, 'name')
    if (name) fields[name] = unescaped(value) || 'Prov'
  }
  // A list of boxes of which none is ticked: tick the first, since most such lists want one.
  for (const name of Object.keys(fields).filter(key => key.startsWith('?'))) {
    const [plain, value] = [name.slice(1), fields[name]]
    delete fields[name]
    if (!(plain in fields) && value !== undefined) fields[plain] = value
  }
  return fields
}

function filler(type: string, text: string): string {
  if (type === 'number') return attribute(text, 'min') || '1'
  if (type === 'date') return attribute(text, 'min') || '2026-03-16'
  if (type === 'email') return 'prov@prov.example'
  return /\brequired\b/.test(text) ? 'Prov' : ''
}

function attribute(text: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
