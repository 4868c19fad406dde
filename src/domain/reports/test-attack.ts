import loadHighs from 'highs'

/** What a reader knows: so many people in all of these together. Nobody can be fewer than none. */
export type Known = { readonly of: readonly string[]; readonly is: number }

/** What a reader would like to know, and what is true. */
export type Asked = { readonly name: string; readonly of: readonly string[]; readonly truth: number }

export type Learnt = Asked & { readonly least: number; readonly greatest: number }

const most = 100_000

/**
 * The reader of everything that was ever published, with a solver of its own (HiGHS; the product's rules use a simplex of theirs):
 * between which bounds must each asked number lie? Nothing here comes from the product but the published numbers (trust.md P-A5).
 */
export async function setReader(): Promise<(known: readonly Known[], asked: readonly Asked[]) => Learnt[]> {
  const highs = await loadHighs()
  return (known, asked) => {
    const names = new Map([...known, ...asked].flatMap(({ of }) => of).map(name => [name, '']))
    for (const [index, name] of [...names.keys()].entries()) names.set(name, `x${index}`)
    const sum = (of: readonly string[]): string => of.map(name => names.get(name)).join(' + ')
    const rows = known.filter(({ of }) => of.length > 0).map(({ of, is }, index) => ` r${index}: ${sum(of)} = ${is}`)
    const bounds = [...names.values()].map(name => ` 0 <= ${name} <= ${most}`)
    const solve = (sense: 'Minimize' | 'Maximize', of: readonly string[]): number => {
      const text = `${sense}\n obj: ${sum(of)}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`
      const found = highs.solve(text, { output_flag: false })
      if (found.Status !== 'Optimal') throw new Error(found.Status)
      return found.ObjectiveValue
    }
    return asked.map(one => ({ ...one, least: solve('Minimize', one.of), greatest: solve('Maximize', one.of) }))
  }
}

/** What may not be learnt: a hidden number within fewer than `span`, or that a small one is not nought (GEN-2, P-A1, P-A5). */
export function givenAway(learnt: readonly Learnt[], span = 5): string[] {
  return learnt
    .filter(({ truth, least, greatest }) => greatest - least < span - 1e-6 || (truth < span && least > 1e-6))
    .map(({ name }) => name)
}
