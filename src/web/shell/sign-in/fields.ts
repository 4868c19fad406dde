/** Named fields of a form as trimmed text; what is missing or a file is empty. Passwords keep their spaces: they are not trimmed. */
export function fieldsOf<Name extends string>(form: FormData, ...names: readonly Name[]): Record<Name, string> {
  const entries = names.map(name => {
    const value = form.get(name)
    const text = typeof value === 'string' ? value : ''
    return [name, name.startsWith('losenord') ? text : text.trim()]
  })
  return Object.fromEntries(entries) as Record<Name, string>
}
