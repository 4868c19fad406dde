/** Line and column, both counted from 1, of an index in a text. */
export function positionOf(text: string, index: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < index; next = text.indexOf('\n', next + 1)) {
    line += 1
    start = next + 1
  }
  return { line, column: index - start + 1 }
}
