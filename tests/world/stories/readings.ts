import type { Day } from '#kernel'
import { instant } from '../calendar.ts'
import { organisationId } from '../organisations.ts'
import { accountId, type Staff, staffAt } from '../staff.ts'
import type { Candidacy } from './candidacy.ts'
import { officerOf } from './case.ts'
import type { Course } from './casting.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** Who has read what of a candidate, so that the person's own page and the auditor's review have something to show (P-L1, P-R2). */
export function tellReadings({ sheet, calendar }: Stage, story: Told, course: Course, row: Candidacy): void {
  const { person } = course
  const read = (day: Day, who: Staff | undefined, fields: string[], purpose: string): void => {
    if (!who || day >= calendar.today) return
    sheet.add('gate.read_log', {
      at: instant(day, 9 * 60 + (person.number % 400)),
      account_id: accountId(who),
      organisation_id: organisationId(who.organisation),
      role: who.role,
      person_id: person.id,
      fields,
      purpose,
      procurement_id: story.id,
      allowed: true,
    })
  }
  // A protected person is handled by the named, whose readings are not part of the stories.
  if (person.protected) return
  if (row.invited_on) read(row.invited_on, officerOf(story), ['phone'], 'contact_meeting')
  if (row.presented_at && story.supplier)
    read(
      calendar.workday(calendar.offset(story.on.presented) + 1),
      staffAt(story.supplier),
      ['name', 'phone', 'competence'],
      'choose',
    )
}
