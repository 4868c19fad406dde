import { idOf } from '../identities.ts'
import { tradeOf } from '../trades.ts'
import { officerOf } from './case.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** The profile that the need leads to: earlier editions replaced, the last one adopted, or a draft in work (TGT-3). */
export function tellProfile({ sheet, journal, calendar }: Stage, story: Told): void {
  const drafting = !story.has('profile') && story.has('need') && story.requirement === undefined
  if (!story.has('profile') && !drafting) return
  const trade = tradeOf(story.trade)
  const last = story.editions ?? 1
  for (let edition = 1; edition <= last; edition++) {
    const id = idOf('profile', `${story.key} ${edition}`)
    const day = calendar.workday(calendar.offset(story.on.profile) - (last - edition) * 9)
    const state = drafting ? 'draft' : edition === last ? 'adopted' : 'replaced'
    const adopted = drafting
      ? null
      : journal.write(day, officerOf(story), {
          stream: 'procurement',
          streamId: story.id,
          plane: 'contract',
          kind: 'competence.profile_adopted',
          subject: id,
          facts: { lines: trade.wanted.length },
        })
    sheet.add('competence.profile', {
      id,
      procurement_id: story.id,
      edition,
      state,
      occupation_id: trade.occupation,
      title: trade.title,
      tasks: trade.tasks,
      adopted_at: adopted,
      created_at: `${calendar.workday(calendar.offset(story.on.need) + edition)} 10:15:00 Europe/Stockholm`,
    })
    trade.wanted.forEach((wanted, position) => {
      sheet.add('competence.requirement', {
        id: idOf('requirement', `${story.key} ${edition} ${wanted.concept}`),
        profile_id: id,
        position,
        kind: wanted.kind,
        type: wanted.type,
        concept: wanted.concept,
        label_sv: wanted.sv,
        label_en: wanted.en,
        level: wanted.level ?? null,
        weeks_to_learn: wanted.weeks ?? null,
      })
    })
  }
}
