const own = 'http://own.invalid'

/**
 * A path of our own from text that came from outside, or undefined: never another site's address, however it is written
 * (`//host`, `/\host`, tabs and line breaks that browsers drop). Used for where to go after signing in or changing language.
 */
export function ownPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 500 || !/^\/[^\s\\]*$/.test(text)) return undefined
  if (!URL.canParse(text, own)) return undefined
  const url = new URL(text, own)
  return url.origin === own && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined
}
