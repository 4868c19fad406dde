/** A random identity (UUID version 7, so that rows written together lie together). The tag keeps kinds apart at compile time. */
export type Id<Kind extends string = string> = string & { readonly __kind?: Kind }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text from outside has the shape of an identity. Says nothing of whether it exists. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && pattern.test(text)
}

/** A new identity. Called at the edges only: rules and stores receive identities as parameters. */
export function newId<Kind extends string = string>(at: Date = new Date()): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let time = at.getTime()
  for (let place = 5; place >= 0; place -= 1) {
    bytes[place] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
