/**
 * Every function that runs with the gate's right to read (SECURITY DEFINER), read line by line by a person, with the login roles that may call it.
 * A new one is put here by whoever has read it, with the question answered: which rule inside keeps it from telling more than the policies do?
 */
export const reviewedFunctions: Readonly<Record<string, readonly string[]>> = {
  // Says what time it is, or who one is oneself.
  ...granted(['web_rw', 'web_ro', 'worker', 'auditor', 'sign_in', 'owner'], ['gate.now/0', 'gate.today/0']),
  ...granted(
    ['web_rw', 'web_ro', 'worker', 'auditor'],
    ['gate.actor/0', 'gate.account/0', 'gate.org/0', 'gate.role/0', 'gate.person/0', 'gate.open/1'],
  ),
  // Bound to gate.account(): the own account, its sessions and its form keys.
  ...granted(['web_rw', 'web_ro'], ['gate.my_appointments/0', 'gate.my_sessions/0', 'gate.my_account/0']),
  ...granted(
    ['web_rw'],
    [
      'gate.take_receipt/3',
      'gate.fill_receipt/2',
      'gate.end_my_session/1',
      'gate.choose_language/1',
      'gate.create_api_token/4',
    ],
  ),
  // Signing in: compares, counts and answers yes or no, to a role that can read no table.
  ...granted(
    ['sign_in'],
    [
      'gate.list_cast/0',
      'gate.demonstrate/4',
      'gate.pass_time/2',
      'gate.end_session/1',
      'gate.change_role/3',
      'gate.password_salt/2',
      'gate.check_password/6',
      'gate.view_step/1',
      'gate.try_step/1',
      'gate.finish_totp/6',
      'gate.enrol_totp/7',
      'gate.finish_recovery/6',
      'gate.begin_with_identity/6',
      'gate.own_totp/1',
      'gate.renew_recovery/3',
      'gate.ask_link/3',
      'gate.renew_link/3',
      'gate.view_link/1',
      'gate.spend_link/6',
      'gate.spend_code/7',
      'gate.spend_password_link/7',
    ],
  ),
  // Parts of the functions above, and the command line of the installation: callable by nobody who signs in.
  ...granted(
    [],
    [
      'gate.lifetime/2',
      'gate.session_of/1',
      'gate.write_session/8',
      'gate.begin_session/8',
      'gate.open_step/4',
      'gate.close_step/1',
      'gate.write_recovery/2',
      'gate.link_purpose/1',
      'gate.write_link/3',
      'gate.invite/2',
      'gate.enter_organisation/3',
      'gate.enter_account/10',
      'gate.enter_identity/3',
      'gate.enter_token/4',
      'gate.invite_again/2',
      'gate.forget_app/1',
      'gate.set_active/2',
      'log.link/14',
      'log.append_as/15',
      'candidates.disclosed/3',
      'candidates.visible_among/1',
      'matching.card/1',
    ],
  ),
  // The log: adds as the actor of the transaction; the verifier tells places in chains, no content.
  ...granted(['web_rw'], ['log.append/9']),
  ...granted(['worker', 'auditor'], ['log.broken/0']),
  // Rules that policies ask, and the same rules for the functions below. Each asks about the actor of the transaction only.
  ...granted(
    ['web_rw', 'web_ro'],
    [
      'candidates.may_know_protected/1',
      'candidates.visible/1',
      'candidates.lent/0',
      'candidates.search/12',
      'procurement.visible/1',
      'matching.is_chosen/3',
    ],
  ),
  // Names, contacts and cards: candidates.visible or the supplier's own case with a permission in force, and a line in the read log.
  ...granted(
    ['web_rw', 'web_ro'],
    [
      'candidates.read_names/3',
      'candidates.read_person/4',
      'tracks.numbers/1',
      'matching.read_cards/1',
      'matching.preview_cards/1',
      'placement.read_names/1',
    ],
  ),
  ...granted(['web_rw'], ['candidates.find_by_identity/1']),
  // Bound to gate.person(): the participant's own.
  ...granted(
    ['web_rw', 'web_ro'],
    [
      'candidates.my_contact/0',
      'candidates.my_job/1',
      'candidates.my_readers/1',
      'candidates.my_file/0',
      'placement.my_jobs/0',
    ],
  ),
  ...granted(['web_rw'], ['placement.raise_question/2']),
  // The auditor's: a sample of the readings, itself noted in the log, and whether the chains are whole.
  ...granted(['web_rw', 'web_ro'], ['reports.review_readings/3', 'reports.log_state/0']),
  // Named readers, to those who see the protected person.
  ...granted(['web_rw', 'web_ro'], ['candidates.named_readers/1']),
  // Counts and days of cases that procurement.visible lets the actor see; no person.
  ...granted(
    ['web_rw', 'web_ro'],
    [
      'procurement.progress/1',
      'procurement.overdue/0',
      'procurement.preparation/1',
      'placement.employments/1',
      'placement.free_places/1',
      'placement.taken/1',
      'matching.choices/0',
    ],
  ),
  ...granted(['web_rw'], ['procurement.next_number/1']),
  // Writes that follow from a decision, each with the actor's right to that decision inside.
  ...granted(
    ['web_rw'],
    [
      'matching.assign_to_case/2',
      'matching.end_assignment/2',
      'matching.lock_card/1',
      'matching.answer_card/4',
      'matching.close_rest/1',
      'tracks.give_competences/2',
    ],
  ),
  // Of the clock: opens reports, clears what has ended, and tells an address to write to for an event of the outbox.
  ...granted(
    ['worker'],
    [
      'followup.commitments_in_force/1',
      'followup.open_report/6',
      'gate.clear_sign_in/0',
      'jobs.addressees/1',
      'reports.raw_counts/2',
      'reports.problems/0',
    ],
  ),
}

function granted(roles: readonly string[], functions: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(functions.map(name => [name, roles]))
}
