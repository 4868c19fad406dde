-- Placement: offered, agreed, started, ended; confirmed by the employer and by the person. Follow-up: the supplier's report against the commitment (PRC-10).
create schema placement authorization fotfaste_owner;
create schema followup authorization fotfaste_owner;
grant usage on schema placement, followup to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
grant create on schema placement to fotfaste_gate;
set local role fotfaste_owner;

create table placement.placement (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  place_id uuid not null references places.place,
  candidacy_id uuid not null references matching.candidacy,
  person_id uuid not null references candidates.person,
  employer_id uuid not null references organisations.organisation,
  state text not null constraint placement_state_is_known check (state in ('offered', 'agreed', 'started', 'ended', 'declined')),
  form text not null constraint placement_form_is_known check (form in ('permanent', 'fixed_term', 'trial', 'apprenticeship', 'supervised_placement')),
  rate numeric(4, 3) not null constraint placement_rate_is_a_share check (rate > 0 and rate <= 1),
  starts_on date not null,
  ends_on date,
  offered_at timestamptz not null,
  agreed_at timestamptz,
  started_on date,
  ended_on date,
  end_reason text constraint placement_end_reason_is_known check (end_reason in ('as_planned', 'resignation', 'just_cause', 'dismissal', 'shortage_of_work', 'other')),
  employer_confirmed_at timestamptz,
  person_confirmed_at timestamptz,
  still_confirmed_at timestamptz,
  version int not null default 1,
  constraint placement_ends_after_it_begins check (ends_on is null or ends_on >= starts_on),
  constraint a_started_placement_has_a_first_day check (state not in ('started', 'ended') or started_on is not null),
  constraint an_ended_placement_says_when_and_why check ((state = 'ended') = (ended_on is not null) and (state = 'ended') = (end_reason is not null)),
  constraint an_agreed_placement_says_when check (state in ('offered', 'declined') or agreed_at is not null)
);
comment on table placement.placement is 'K3. One person''s employment on one place. ends_on and ended_on are last days, counted. rate: share of full time.';
create unique index one_active_placement_per_place on placement.placement (place_id) where state in ('offered', 'agreed', 'started');
create unique index one_placement_per_candidacy on placement.placement (candidacy_id) where state <> 'declined';
create index placement_by_employer on placement.placement (employer_id, state, starts_on desc, id);
create index placement_by_person on placement.placement (person_id, offered_at desc);
create index placement_by_procurement on placement.placement (procurement_id, state);

create table followup.report (
  id uuid primary key,
  commitment_id uuid not null references procurement.commitment,
  procurement_id uuid not null references procurement.procurement,
  supplier_id uuid not null references organisations.organisation,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  state text not null constraint report_state_is_known check (state in ('open', 'submitted', 'approved', 'returned')),
  figures jsonb,
  corrected boolean not null default false,
  remark text not null default '',
  receipt_number text constraint report_receipt_is_unique unique,
  submitted_at timestamptz,
  decided_at timestamptz,
  return_reason text constraint report_return_reason_is_known check (return_reason in ('months_do_not_fit', 'persons_do_not_fit', 'ends_missing', 'other')),
  return_note text not null default '',
  version int not null default 1,
  constraint report_period_ends_after_it_begins check (period_to >= period_from),
  constraint one_report_per_period unique (commitment_id, period_from),
  constraint a_submitted_report_has_figures check (state = 'open' or figures is not null),
  constraint a_returned_report_has_a_reason check (state <> 'returned' or return_reason is not null)
);
comment on table followup.report is 'K1. The supplier''s self-report for a period, aggregated, without personal data. period_to is the last day, counted.';
create index report_by_supplier on followup.report (supplier_id, state, due_on, id);
create index report_by_procurement on followup.report (procurement_id, period_from);

do $$ declare t text; begin
  foreach t in array array['placement.placement', 'followup.report'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate, fotfaste_web_rw, fotfaste_web_ro', t);
  end loop;
end $$;
-- The employer, the person, and the matching side of that person. The contract plane sees counts (placement.employments), never rows with a person.
create policy parties on placement.placement for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'employer' then employer_id = (select gate.org())
    when 'participant' then person_id = (select gate.person())
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'district_team' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id)
    else false end);
create policy employer_offers on placement.placement for insert to fotfaste_web_rw with check (
  (select gate.role()) = 'employer' and employer_id = (select gate.org()) and state = 'offered'
  and exists (select 1 from matching.candidacy c where c.id = candidacy_id and c.person_id = placement.person_id and c.procurement_id = placement.procurement_id));
create policy parties_change on placement.placement for update to fotfaste_web_rw using (
  ((select gate.role()) = 'employer' and employer_id = (select gate.org())) or ((select gate.role()) = 'participant' and person_id = (select gate.person())));
grant insert on placement.placement to fotfaste_web_rw;
grant update (state, form, rate, starts_on, ends_on, agreed_at, started_on, ended_on, end_reason, employer_confirmed_at, person_confirmed_at, still_confirmed_at, version)
  on placement.placement to fotfaste_web_rw;

create policy contract_parties on followup.report for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) in ('procurer', 'employer', 'decision_maker', 'matching_officer', 'auditor')
  and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy supplier_submits on followup.report for update to fotfaste_web_rw using (
  ((select gate.role()) = 'employer' and supplier_id = (select gate.org()))
  or ((select gate.role()) = 'procurer' and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org()))));
create policy procurer_opens on followup.report for insert to fotfaste_web_rw with check (
  (select gate.role()) = 'procurer' and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org())));
grant insert on followup.report to fotfaste_web_rw;
grant update (state, figures, corrected, remark, receipt_number, submitted_at, decided_at, return_reason, return_note, version) on followup.report to fotfaste_web_rw;
reset role;
set local role fotfaste_gate;

-- The employments of a case without the people: what the contract plane may know (counts of commitments are exact, trust.md P-A1).
create function placement.employments(for_procurement uuid) returns table (rate numeric, form text, state text, starts_on date, ends_on date, started_on date, ended_on date,
  end_reason text, offered_on date, employer_confirmed boolean, person_confirmed boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.rate, l.form, l.state, l.starts_on, l.ends_on, l.started_on, l.ended_on, l.end_reason, (l.offered_at at time zone 'Europe/Stockholm')::date,
         l.employer_confirmed_at is not null, l.person_confirmed_at is not null
    from placement.placement l join procurement.procurement c on c.id = l.procurement_id, gate.actor() x
   where l.procurement_id = for_procurement and l.state <> 'declined'
     and (x.role in ('decision_maker', 'auditor', 'district_team')
       or x.role = 'procurer' and c.authority_id = x.organisation_id or x.role = 'employer' and c.supplier_id = x.organisation_id
       or x.role = 'matching_officer' and c.matching_id = x.organisation_id or x.role = 'coordinator' and c.coordinator_id = x.organisation_id)
   order by l.starts_on, l.rate, l.state $$;

-- The name of the one employed, to the employer, and to nobody else here: given name and initial, logged.
create function placement.read_names(whose uuid[]) returns table (placement_id uuid, given_name text, family_initial text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.role is distinct from 'employer' then return; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, l.person_id, array['name'], 'employment', l.procurement_id, true
      from placement.placement l join candidates.person p on p.id = l.person_id where l.id = any (whose) and l.employer_id = who.organisation_id and not p.protected;
  return query select l.id, p.given_name, left(p.family_name, 1) from placement.placement l join candidates.person p on p.id = l.person_id
    where l.id = any (whose) and l.employer_id = who.organisation_id and not p.protected;
end $$;
reset role;
grant execute on function placement.employments(uuid), placement.read_names(uuid[]) to fotfaste_web_rw, fotfaste_web_ro;
