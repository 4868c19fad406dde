/** Builds the pages unless the present build was made from these very sources. Returns true when it built. */
export function ensureBuilt(): Promise<boolean>
