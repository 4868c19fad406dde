import { z } from 'zod'
import type { InputFault } from '#kernel'
import { fault, twice, unknownIn } from './reading.ts'
import type { Supplier } from './tendering.ts'

/** An id within one file. */
export const anId = z.string().trim().min(1).max(60)

/** Suppliers and who owns them. Shared by `tender` and `market`, which both count companies of one group as one. */
export const aSupplier = z.strictObject({ id: anId, name: z.string().trim().min(1), parent: anId.optional() })

export function supplierFaults(suppliers: readonly Supplier[]): InputFault[] {
  const known = new Set(suppliers.map(({ id }) => id))
  const parents = new Map(suppliers.map(({ id, parent }) => [id, parent]))
  const ownsItself = (id: string): boolean => {
    let above = parents.get(id)
    for (let steps = 0; above !== undefined && steps < suppliers.length; steps++) {
      if (above === id) return true
      above = parents.get(above)
    }
    return false
  }
  return [
    ...twice(
      suppliers,
      ({ id }) => id,
      index => `/suppliers/${index}/id`,
    ),
    ...suppliers.flatMap(({ id, parent }, index) => {
      const pointer = `/suppliers/${index}/parent`
      if (parent === undefined) return []
      if (ownsItself(id))
        return [fault(pointer, `${id} äger sig själv genom andra.`, `${id} owns itself through others.`)]
      return unknownIn(known, parent, pointer)
    }),
  ]
}
