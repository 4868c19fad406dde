-- Places: the keys, the apportionment of a need's places over areas, passes that keep their claim, the self-check (TGT-4, TGT-7).
create schema places authorization fotfaste_owner;
grant usage on schema places to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
set local role fotfaste_owner;

create table places.key (
  id uuid primary key,
  target_group text not null constraint key_group_is_known check (target_group in ('youth_foreign_born', 'disability')),
  area_set_id uuid not null references organisations.area_set,
  name_sv text not null,
  name_en text not null,
  basis_sv text not null,
  basis_en text not null,
  treatment text not null default 'normalise' constraint key_treatment_is_known check (treatment in ('normalise', 'leave_rest', 'refuse')),
  valid_from date not null,
  valid_to date,
  source text not null
);
comment on table places.key is 'K1. An allocation key for a target group over a set of areas, dated. treatment: what is done when the weights do not sum to 100.';

create table places.weight (
  key_id uuid not null references places.key,
  area_id uuid not null references organisations.area,
  percent numeric(6, 2) not null constraint weight_is_not_negative check (percent >= 0),
  primary key (key_id, area_id)
);
comment on table places.weight is 'K1. An area''s share in a key, per cent as published.';

create table places.apportionment (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  key_id uuid not null references places.key,
  year int not null,
  state text not null constraint apportionment_state_is_known check (state in ('proposed', 'decided')),
  calculation jsonb not null,
  decided_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint a_decided_apportionment_says_when check ((state = 'decided') = (decided_at is not null))
);
comment on table places.apportionment is 'K1. One apportionment of a procurement''s places with its calculation: input and output as they were (house.md §6).';
create unique index one_apportionment_per_procurement on places.apportionment (procurement_id);
create index apportionment_by_year on places.apportionment (key_id, year, decided_at); -- the ledger of a year

create table places.pass (
  id uuid primary key,
  apportionment_id uuid not null references places.apportionment,
  area_id uuid not null references organisations.area,
  reason text not null constraint pass_reason_is_known check (reason in ('profile_missing', 'cannot_prepare_in_time', 'other')),
  note text not null default '',
  constraint an_area_passes_once unique (apportionment_id, area_id)
);
comment on table places.pass is 'K1. An area that passes its turn and keeps its claim, with the reason.';

create table places.place (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  number int not null,
  area_id uuid references organisations.area,
  apportionment_id uuid references places.apportionment,
  given_by text constraint place_given_by_is_known check (given_by in ('rule', 'override')),
  override_reason text constraint place_override_reason_is_known check (override_reason in ('profile_missing', 'cannot_prepare_in_time', 'performed_there', 'other')),
  override_note text not null default '',
  starts_on date not null,
  state text not null constraint place_state_is_known check (state in ('open', 'apportioned', 'withdrawn')),
  version int not null default 1,
  constraint place_number_is_unique unique (procurement_id, number),
  constraint an_apportioned_place_has_an_area check ((state = 'apportioned') = (area_id is not null)),
  constraint an_override_has_a_reason check ((given_by = 'override') = (override_reason is not null))
);
comment on table places.place is 'K1. One place that a need opens. Filled is not a state here: it is whether an active placement holds it.';
create index place_by_area on places.place (area_id, starts_on, id) where state = 'apportioned'; -- a district's own places
create index place_by_apportionment on places.place (apportionment_id);

create table places.self_check (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  question text not null constraint self_check_question_is_known check (question in ('disability', 'social_enterprise')),
  considered boolean not null,
  asked uuid[] not null default '{}',
  note text not null default '',
  answered_at timestamptz not null,
  constraint each_question_is_answered_once unique (procurement_id, question)
);
comment on table places.self_check is 'K1. The team''s self-check in every case: people with disabilities and social enterprises were considered (TGT-7).';

do $$ declare t text; begin
  foreach t in array array['key', 'weight', 'apportionment', 'pass', 'place', 'self_check'] loop
    execute format('alter table places.%I enable row level security; alter table places.%I force row level security', t, t);
    execute format('create policy gate_reads on places.%I for select to fotfaste_gate using (true)', t);
    execute format('grant select on places.%I to fotfaste_gate, fotfaste_web_ro, fotfaste_web_rw', t);
  end loop;
end $$;
create policy staff_reads on places.key for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.role()) not in ('employer', 'participant', 'provider'));
create policy staff_reads on places.weight for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.role()) not in ('employer', 'participant', 'provider'));
-- The ledger of the year is the whole city's: the team must see what others were given to argue with it.
create policy team_and_parties on places.apportionment for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) in ('district_team', 'decision_maker', 'auditor', 'matching_officer')
  or ((select gate.role()) in ('procurer', 'coordinator') and exists (select 1 from procurement.procurement p where p.id = procurement_id)));
create policy with_the_apportionment on places.pass for select to fotfaste_web_rw, fotfaste_web_ro
  using (exists (select 1 from places.apportionment a where a.id = apportionment_id));
create policy team_and_parties on places.place for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) in ('district_team', 'decision_maker', 'auditor', 'matching_officer')
  or ((select gate.role()) in ('procurer', 'coordinator', 'employer') and exists (select 1 from procurement.procurement p where p.id = procurement_id)));
create policy team_and_parties on places.self_check for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) <> 'employer' and exists (select 1 from procurement.procurement p where p.id = procurement_id));
do $$ declare t text; begin
  foreach t in array array['apportionment', 'self_check'] loop
    execute format($p$create policy team_adds on places.%I for insert to fotfaste_web_rw with check ((select gate.role()) = 'district_team')$p$, t);
    execute format($p$create policy team_changes on places.%I for update to fotfaste_web_rw using ((select gate.role()) = 'district_team')$p$, t);
  end loop;
end $$;
create policy team_adds on places.pass for insert to fotfaste_web_rw with check ((select gate.role()) = 'district_team');
create policy team_removes on places.pass for delete to fotfaste_web_rw using ((select gate.role()) = 'district_team'
  and exists (select 1 from places.apportionment a where a.id = apportionment_id and a.state = 'proposed'));
create policy procurer_opens on places.place for insert to fotfaste_web_rw with check ((select gate.role()) = 'procurer'
  and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org())));
create policy team_gives on places.place for update to fotfaste_web_rw using ((select gate.role()) = 'district_team'
  or ((select gate.role()) = 'procurer' and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org()))));
grant insert on places.apportionment, places.pass, places.place, places.self_check to fotfaste_web_rw;
grant delete on places.pass to fotfaste_web_rw; -- of a proposal only (policy)
grant update (key_id, state, calculation, decided_at, version) on places.apportionment to fotfaste_web_rw;
grant update (area_id, apportionment_id, given_by, override_reason, override_note, starts_on, state, version) on places.place to fotfaste_web_rw;
grant update (considered, asked, note, answered_at) on places.self_check to fotfaste_web_rw;
reset role;
