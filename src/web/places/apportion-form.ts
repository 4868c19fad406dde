import { z } from 'zod'
import { type Override, overrideReasons, type Pass, passReasons, targetGroups } from '#domain/places'
import { isId } from '#kernel'

const list = z.preprocess(
  value => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(300)).max(500),
)

/** The form that changes a proposal. Rows stand in parallel lists, one entry a row, since a form without script sends them all. */
export const changeSchema = z
  .strictObject({
    version: z.coerce.number().int().min(0),
    targetGroup: z.enum(targetGroups),
    pass_area: list,
    pass_reason: list,
    pass_note: list,
    override_area: list,
    override_reason: list,
    override_note: list,
  })
  .transform((form, context) => {
    const passes: Pass[] = []
    form.pass_area.forEach((area, row) => {
      const reason = passReasons.find(known => known === form.pass_reason[row])
      if (reason && isId(area)) passes.push({ area, reason, note: (form.pass_note[row] ?? '').trim() })
    })
    const overrides: Override[] = []
    form.override_area.forEach((area, row) => {
      if (area === '') return
      const reason = overrideReasons.find(known => known === form.override_reason[row])
      if (!reason) context.addIssue({ code: 'custom', message: 'choose_reason', path: [`override_reason-${row + 1}`] })
      else if (isId(area))
        overrides.push({ place: row + 1, area, reason, note: (form.override_note[row] ?? '').trim() })
    })
    return { version: form.version, targetGroup: form.targetGroup, passes, overrides }
  })

export const decideSchema = z.strictObject({
  version: z.coerce.number().int().min(0),
  targetGroup: z.enum(targetGroups),
  shown: z.string().transform(text => text.split(',').map(area => (area === '' ? null : area))),
})

export const selfCheckSchema = z.strictObject({
  question: z.enum(['disability', 'social_enterprise']),
  considered: z.enum(['yes', 'no'], { error: 'choose_answer' }).transform(answer => answer === 'yes'),
  asked: list.pipe(z.array(z.uuid())),
  note: z
    .string()
    .max(500)
    .transform(text => text.trim()),
})
