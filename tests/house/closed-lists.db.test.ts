import { afterAll, beforeAll, expect, it } from 'vitest'
import { competenceSources, competenceTypes, manners, personStatuses } from '#domain/candidates'
import { payers } from '#domain/catalogue'
import { conceptTypes, requirementKinds } from '#domain/competence'
import { returnReasons } from '#domain/followup'
import { organisationKinds } from '#domain/organisations'
import { placementEndReasons, placementForms, placementStates } from '#domain/placement'
import { overrideReasons, passReasons, selfCheckQuestions, targetGroups } from '#domain/places'
import { employmentForms, procurementStates, requirements, steps } from '#domain/procurement'
import { bookingMoves } from '#domain/tracks'
import { roles } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#test/database'
import { type Above, standAbove } from '../trust/above.ts'

let database: TestDatabase
let above: Above
let end: () => Promise<void>

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ above, end } = await standAbove(database.adminUrl))
})
afterAll(async () => {
  await end()
  await database.drop()
})

/** The database's own names of its lists, and the code's (house.md §6: the three say the same). */
const pairs: Readonly<Record<string, readonly string[]>> = {
  appointment_role_is_known: roles,
  organisation_kind_is_known: organisationKinds,
  procurement_step_is_known: steps,
  step_is_known: steps,
  procurement_state_is_known: procurementStates,
  procurement_requirement_is_known: requirements,
  need_form_is_known: employmentForms,
  requirement_kind_is_known: requirementKinds,
  requirement_type_is_known: conceptTypes,
  intervention_payer_is_known: payers,
  key_group_is_known: targetGroups,
  pass_reason_is_known: passReasons,
  place_override_reason_is_known: overrideReasons,
  self_check_question_is_known: selfCheckQuestions,
  person_status_is_known: personStatuses,
  competence_type_is_known: competenceTypes,
  competence_source_is_known: competenceSources,
  permission_manner_is_known: manners,
  booking_state_is_known: Object.keys(bookingMoves),
  placement_state_is_known: placementStates,
  placement_form_is_known: placementForms,
  placement_end_reason_is_known: placementEndReasons,
  report_return_reason_is_known: returnReasons,
}

it('closed lists are the same in the database and in the code', async () => {
  const checks = await above<{ name: string; text: string }>(
    `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conname = any ($1)`,
    [Object.keys(pairs)],
  )
  const inDatabase = Object.fromEntries(
    checks.map(({ name, text }) => [name, [...text.matchAll(/'(\w+)'::text/g)].map(match => match[1]).sort()]),
  )
  const inCode = Object.fromEntries(Object.entries(pairs).map(([name, list]) => [name, [...list].sort()]))
  expect(inDatabase).toEqual(inCode)
})
