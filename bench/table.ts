/** The value below which a share of the sample lies (nearest rank). */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Rows as a Markdown table, columns in the order of the first row. */
export function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(names), line(names.map(() => '---')), ...rows.map(row => line(names.map(name => row[name] ?? '')))].join(
    '\n',
  )
}
