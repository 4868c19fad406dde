-- Candidates: people who may be matched, what they can, their standing, permission to disclose, protected identity (TGT-5, TGT-6, TGT-11, GEN-1).
create schema candidates authorization fotfaste_owner;
grant usage on schema candidates to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
grant create on schema candidates to fotfaste_gate;
set local role fotfaste_owner;

create table candidates.person (
  id uuid primary key,
  number int not null constraint person_number_is_unique unique,
  district_id uuid not null references organisations.organisation,
  matching_id uuid not null references organisations.organisation,
  area_id uuid not null references organisations.area,
  status text not null constraint person_status_is_known check (status in ('registered', 'preparing', 'ready', 'placed', 'paused', 'left')),
  waiting_since date not null,
  ready_on date,
  language text not null default 'sv',
  target_groups text[] not null default '{}',
  protected boolean not null default false,
  given_name text not null,
  family_name text not null,
  identity_sealed bytea,
  identity_hmac bytea,
  phone text,
  email text,
  version int not null default 1,
  constraint identity_is_unique_within_the_district unique (district_id, identity_hmac)
);
comment on table candidates.person is 'K3. A person who may be matched. Plain columns by policy; name, contact and identity only through candidates.read_* which log.';
comment on column candidates.person.given_name is 'K3 sensitive: no grant';
comment on column candidates.person.family_name is 'K3 sensitive: no grant';
comment on column candidates.person.identity_sealed is 'K4 sensitive: no grant; sealed by the application';
comment on column candidates.person.phone is 'K3 sensitive: no grant';
comment on column candidates.person.email is 'K3 sensitive: no grant';
create index person_by_matching on candidates.person (matching_id, status, waiting_since, id); -- the officer's list
create index person_by_district on candidates.person (district_id, status, waiting_since, id); -- the district's list
create index person_by_matching_number on candidates.person (matching_id, number);
create index person_by_matching_waiting on candidates.person (matching_id, waiting_since, id);
create index person_by_district_waiting on candidates.person (district_id, waiting_since, id);

create table candidates.named_reader (
  person_id uuid not null references candidates.person,
  account_id uuid not null references gate.account,
  primary key (person_id, account_id)
);
comment on table candidates.named_reader is 'K5. The few who handle a person with protected data. For everybody else the person does not exist (trust.md P-S1, P-S2).';

create table candidates.assignment (
  id uuid primary key,
  person_id uuid not null references candidates.person,
  organisation_id uuid not null references organisations.organisation,
  purpose text not null constraint assignment_purpose_is_known check (purpose in ('case', 'training', 'support')),
  procurement_id uuid references procurement.procurement,
  from_at timestamptz not null,
  to_at timestamptz,
  constraint a_case_assignment_names_the_case check (purpose <> 'case' or procurement_id is not null)
);
comment on table candidates.assignment is 'K3. Which other organisation may see a person, for what and how long. Home district and matching unit stand on the person.';
create index assignment_by_organisation on candidates.assignment (organisation_id, person_id, from_at);
create index assignment_by_person on candidates.assignment (person_id, organisation_id);

create table candidates.competence (
  id uuid primary key,
  person_id uuid not null references candidates.person,
  concept text not null,
  type text not null constraint competence_type_is_known check (type in ('skill', 'language', 'licence', 'hours', 'experience', 'education')),
  label_sv text not null,
  level int constraint competence_level_is_one_to_five check (level between 1 and 5),
  state text not null constraint competence_state_is_known check (state in ('held', 'lacking')),
  source text not null constraint competence_source_is_known check (source in ('self', 'officer', 'certificate', 'course')),
  noted_on date not null,
  constraint a_concept_stands_once_for_a_person unique (person_id, concept)
);
comment on table candidates.competence is 'K3. What a person can, or is known not to. What is not here is unknown, which is not "no".';

create table candidates.standing (
  person_id uuid primary key references candidates.person,
  employment_service_since date,
  ability_tested_on date,
  ability_instrument text,
  ability_at_least_half text not null default 'unknown' constraint ability_answer_is_known check (ability_at_least_half in ('yes', 'no', 'unknown')),
  ability_documented boolean not null default false,
  programme text,
  version int not null default 1
);
comment on table candidates.standing is 'K4. The facts of eligibility (TGT-6): outcomes only, never the content of an assessment.';

create table candidates.permission (
  id uuid primary key,
  person_id uuid not null references candidates.person,
  purpose text not null constraint permission_purpose_is_known check (purpose in ('match', 'show_to_employer', 'share_with_employment_service')),
  receiver_id uuid not null references organisations.organisation,
  receiver_name text not null,
  procurement_id uuid references procurement.procurement,
  fields text[] not null,
  text_edition int not null,
  asked_by uuid not null references gate.appointment,
  asked_at timestamptz not null,
  answer text constraint permission_answer_is_known check (answer in ('yes', 'no')),
  answered_at timestamptz,
  manner text constraint permission_manner_is_known check (manner in ('self', 'spoken', 'spoken_interpreter', 'paper')),
  language text,
  valid_to date not null,
  withdrawn_at timestamptz,
  version int not null default 1,
  constraint an_answer_says_when_and_how check ((answer is null) = (answered_at is null) and (answer is null) = (manner is null)),
  constraint only_a_yes_can_be_withdrawn check (withdrawn_at is null or answer = 'yes')
);
comment on table candidates.permission is 'K3. Permission to disclose (medgivande, TGT-11): to whom, what, for what, until when (valid_to is the last day), and in which words it was asked.';
create index permission_by_person on candidates.permission (person_id, asked_at desc);
create index permission_in_force on candidates.permission (receiver_id, procurement_id, person_id) where answer = 'yes' and withdrawn_at is null;
create unique index one_open_question_per_receiver_and_case on candidates.permission (person_id, receiver_id, purpose, procurement_id) nulls not distinct
  where answer is null;

do $$ declare t text; begin
  foreach t in array array['person', 'named_reader', 'assignment', 'competence', 'standing', 'permission'] loop
    execute format('alter table candidates.%I enable row level security; alter table candidates.%I force row level security', t, t);
    execute format('create policy gate_reads on candidates.%I for select to fotfaste_gate using (true)', t);
    execute format('grant select on candidates.%I to fotfaste_gate', t);
  end loop;
end $$;
reset role;
set local role fotfaste_gate;

-- Whether the actor may know of a protected person: the named, and the person itself.
create function candidates.may_know_protected(whom uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select whom = gate.person() or exists (select 1 from candidates.named_reader n where n.person_id = whom and n.account_id = gate.account()) $$;

-- Whether a permission is in force now that lets an organisation see a person for a case (P-M1, P-M2: by the clock, without a job).
create function candidates.disclosed(whom uuid, to_organisation uuid, for_procurement uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from candidates.permission m join candidates.person p on p.id = m.person_id
    where m.person_id = whom and m.receiver_id = to_organisation and m.procurement_id = for_procurement and m.purpose = 'show_to_employer'
      and m.answer = 'yes' and m.withdrawn_at is null and m.valid_to >= gate.today() and not p.protected) $$;

reset role;
set local role fotfaste_owner;
create policy by_assignment on candidates.person for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'matching_officer' then matching_id = (select gate.org()) or id in (select a.person_id from candidates.assignment a
      where a.organisation_id = (select gate.org()) and a.from_at <= (select gate.now()) and (a.to_at is null or a.to_at > (select gate.now())))
    when 'district_team' then district_id = (select gate.org()) or id in (select a.person_id from candidates.assignment a
      where a.organisation_id = (select gate.org()) and a.from_at <= (select gate.now()) and (a.to_at is null or a.to_at > (select gate.now())))
    when 'coordinator' then id in (select a.person_id from candidates.assignment a
      where a.organisation_id = (select gate.org()) and a.from_at <= (select gate.now()) and (a.to_at is null or a.to_at > (select gate.now())))
    when 'provider' then id in (select a.person_id from candidates.assignment a
      where a.organisation_id = (select gate.org()) and a.purpose = 'training' and a.from_at <= (select gate.now()) and (a.to_at is null or a.to_at > (select gate.now())))
    when 'participant' then id = (select gate.person())
    else false end);
-- Restrictive: no permissive policy, now or later, opens a protected person.
create policy protected_only_to_the_named on candidates.person as restrictive for all to fotfaste_web_rw, fotfaste_web_ro
  using (not protected or candidates.may_know_protected(id));
grant select (id, number, district_id, matching_id, area_id, status, waiting_since, ready_on, language, target_groups, protected, version)
  on candidates.person to fotfaste_web_rw, fotfaste_web_ro;
grant update (status, ready_on, language, version) on candidates.person to fotfaste_web_rw;
create policy matching_side_changes on candidates.person for update to fotfaste_web_rw
  using ((select gate.role()) in ('matching_officer', 'district_team', 'coordinator')
     or ((select gate.role()) = 'participant' and id = (select gate.person())));

create policy own_organisation on candidates.assignment for select to fotfaste_web_rw, fotfaste_web_ro using (organisation_id = (select gate.org()));
create policy matching_side_adds on candidates.assignment for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'district_team', 'coordinator') and exists (select 1 from candidates.person p where p.id = person_id));
grant select on candidates.assignment to fotfaste_web_rw, fotfaste_web_ro;
grant insert on candidates.assignment to fotfaste_web_rw;

create policy with_the_person on candidates.competence for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) <> 'provider' and exists (select 1 from candidates.person p where p.id = person_id));
create policy matching_side_adds on candidates.competence for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'district_team', 'coordinator', 'participant') and exists (select 1 from candidates.person p where p.id = person_id));
create policy matching_side_changes on candidates.competence for update to fotfaste_web_rw using (
  (select gate.role()) in ('matching_officer', 'district_team', 'coordinator', 'participant') and exists (select 1 from candidates.person p where p.id = person_id));
grant select on candidates.competence to fotfaste_web_rw, fotfaste_web_ro;
grant insert on candidates.competence to fotfaste_web_rw;
grant update (level, state, source, noted_on) on candidates.competence to fotfaste_web_rw;

create policy assessors_and_self on candidates.standing for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) in ('matching_officer', 'district_team', 'participant') and exists (select 1 from candidates.person p where p.id = person_id));
create policy assessors_change on candidates.standing for update to fotfaste_web_rw
  using ((select gate.role()) in ('matching_officer', 'district_team') and exists (select 1 from candidates.person p where p.id = person_id));
grant select on candidates.standing to fotfaste_web_rw, fotfaste_web_ro;
grant update (employment_service_since, ability_tested_on, ability_instrument, ability_at_least_half, ability_documented, programme, version) on candidates.standing to fotfaste_web_rw;

create policy with_the_person on candidates.permission for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) in ('matching_officer', 'district_team', 'coordinator', 'participant') and exists (select 1 from candidates.person p where p.id = person_id));
create policy matching_side_asks on candidates.permission for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'coordinator') and answer is null and exists (select 1 from candidates.person p where p.id = person_id));
create policy the_person_answers on candidates.permission for update to fotfaste_web_rw using (
  ((select gate.role()) = 'participant' and person_id = (select gate.person()))
  or ((select gate.role()) = 'matching_officer' and exists (select 1 from candidates.person p where p.id = person_id)));
grant select on candidates.permission to fotfaste_web_rw, fotfaste_web_ro;
grant insert on candidates.permission to fotfaste_web_rw;
grant update (answer, answered_at, manner, language, withdrawn_at, version) on candidates.permission to fotfaste_web_rw;

create policy gate_sees_named on candidates.named_reader for select to fotfaste_auditor using (true);
grant select on candidates.named_reader to fotfaste_auditor;
reset role;

grant execute on function candidates.may_know_protected(uuid), candidates.disclosed(uuid, uuid, uuid) to fotfaste_web_rw, fotfaste_web_ro;
