import type { Above } from './above.ts'

// D3 (trust.md §4.7): one condition of one policy taken away at a time. The naked reads and writes must see each of them.

export type Policy = {
  readonly table: string
  readonly name: string
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'
  readonly permissive: boolean
  readonly using: string | null
  readonly check: string | null
}

export type Mutant = { readonly policy: Policy; readonly says: string; readonly plant: string; readonly mend: string }

/** The policies of the web's login roles. */
export async function webPolicies(above: Above): Promise<Policy[]> {
  return above<Policy>(
    `select schemaname || '.' || tablename as table, policyname as name, cmd as command, permissive = 'PERMISSIVE' as permissive, qual as using, with_check as check
       from pg_policies where 'fotfaste_web_rw' = any (roles) order by 1, 2`,
  )
}

export function mutantsOf(policy: Policy): Mutant[] {
  return [...clauseMutants(policy, 'using'), ...clauseMutants(policy, 'check')]
}

function clauseMutants(policy: Policy, clause: 'using' | 'check'): Mutant[] {
  const text = policy[clause]
  if (text === null) return []
  const word = clause === 'using' ? 'using' : 'with check'
  const alter = (expression: string): string => `alter policy ${policy.name} on ${policy.table} ${word} (${expression})`
  const variants = new Map<string, string>([['true', 'whole']])
  for (const [from, to] of operands(text)) {
    const operand = text.slice(from, to).trim()
    if (operand !== 'true')
      variants.set(
        `${text.slice(0, from)} true ${text.slice(to)}`,
        `without ${operand.replace(/\s+/g, ' ').slice(0, 90)}`,
      )
  }
  for (const roles of text.matchAll(/ARRAY\[('[a-z_]+'::text(?:, )?)+\]/g)) {
    if (!/'(procurer|provider|coordinator|employer|participant|matching_officer|district_team|auditor)'/.test(roles[0]))
      continue
    const wide = `ARRAY['decision_maker','procurer','matching_officer','district_team','employer','coordinator','provider','participant','administrator','auditor']`
    variants.set(
      text.replace(roles[0], wide),
      `for every role instead of ${roles[0].replaceAll('::text', '').slice(6, 80)}`,
    )
  }
  return [...variants]
    .filter(([expression]) => expression !== text)
    .map(([expression, says]) => ({ policy, says: `${word} ${says}`, plant: alter(expression), mend: alter(text) }))
}

/** The places of the operands of every AND and OR and of every branch of a CASE, at any depth. */
function operands(text: string): [from: number, to: number][] {
  const found: [number, number][] = []
  const breaks = /\b(AND|THEN|ELSE|WHEN|END|WHERE|OR)\b/y
  const walk = (from: number): number => {
    let start = from
    let counts = false
    for (let at = from; at <= text.length; at += 1) {
      const letter = text[at]
      if (letter === "'") {
        at = text.indexOf("'", at + 1)
        continue
      }
      if (letter === '(') {
        at = walk(at + 1)
        continue
      }
      breaks.lastIndex = at
      const word = /\w/.test(text[at - 1] ?? ' ') ? undefined : breaks.exec(text)?.[1]
      if (letter !== ')' && letter !== undefined && word === undefined) continue
      if ((counts || word === 'AND') && text.slice(start, at).trim() !== '') found.push([start, at])
      if (letter === ')' || letter === undefined) return at
      counts = word === 'AND' || word === 'THEN'
      start = at + (word?.length ?? 0)
      at = start - 1
    }
    return text.length
  }
  walk(0)
  return found
}
