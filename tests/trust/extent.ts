/**
 * How much is run: `ci` in every test run, `full` before a release. The one place of the trust tests that reads the environment.
 *
 * @example FOTFASTE_TRUST=full npm test -- db
 */
export const extent: 'ci' | 'full' = process.env.FOTFASTE_TRUST === 'full' ? 'full' : 'ci'

/** What chance begins from: given, to throw the same again, or the moment. */
export const seed: number = Number(process.env.FOTFASTE_SEED ?? Date.now() % 1_000_000_000)

/** The figure for this run. */
export const figure = (ci: number, full: number): number => (extent === 'full' ? full : ci)

/** Tells a measured figure; the README of this folder keeps the ones of record. */
export const tell = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`)
