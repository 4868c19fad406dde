-- Competence: the taxonomy, and the profile that a need leads to (TGT-3). Catalogue: what can be learnt, where and when (JSP-4).
create schema competence authorization fotfaste_owner;
create schema catalogue authorization fotfaste_owner;
grant usage on schema competence, catalogue to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
create extension if not exists pg_trgm with schema public;
grant usage on schema public to fotfaste_owner, fotfaste_web_rw, fotfaste_web_ro, fotfaste_gate;
set local role fotfaste_owner;

create table competence.occupation (
  id text primary key,
  ssyk text not null,
  label_sv text not null,
  without_education boolean not null default false
);
comment on table competence.occupation is 'K1. Occupation names with SSYK 2012 code (Arbetsförmedlingen, CC0).';
create index occupation_by_label on competence.occupation using gin (lower(label_sv) public.gin_trgm_ops); -- search as one types

create table competence.skill (
  id text primary key,
  label_sv text not null,
  ssyk text[] not null default '{}'
);
comment on table competence.skill is 'K1. Skills with the SSYK groups they belong to (Arbetsförmedlingen, CC0).';
create index skill_by_label on competence.skill using gin (lower(label_sv) public.gin_trgm_ops); -- search as one types

create table competence.profile (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  edition int not null,
  state text not null constraint profile_state_is_known check (state in ('draft', 'adopted', 'replaced')),
  occupation_id text references competence.occupation,
  title text not null,
  tasks text not null default '',
  adopted_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint profile_edition_is_unique unique (procurement_id, edition)
);
comment on table competence.profile is 'K1. Whom the employer needs, as the team has detailed it. An adopted edition is never changed; a new one replaces it.';
create unique index one_profile_in_work on competence.profile (procurement_id) where state = 'draft';
create unique index one_profile_in_force on competence.profile (procurement_id) where state = 'adopted';

create table competence.requirement (
  id uuid primary key,
  profile_id uuid not null references competence.profile,
  position int not null,
  kind text not null constraint requirement_kind_is_known check (kind in ('must', 'merit', 'teachable')),
  type text not null constraint requirement_type_is_known check (type in ('skill', 'language', 'licence', 'hours', 'experience', 'education')),
  concept text not null,
  label_sv text not null,
  label_en text not null,
  level int constraint requirement_level_is_one_to_five check (level between 1 and 5),
  weeks_to_learn int constraint requirement_weeks_are_not_negative check (weeks_to_learn >= 0),
  constraint a_concept_stands_once_in_a_profile unique (profile_id, concept)
);
comment on table competence.requirement is 'K1. One line of a profile. level: for languages and experience, 1 (a little) to 5 (fluent, long). weeks_to_learn: from nothing.';

create table catalogue.intervention (
  id uuid primary key,
  provider_id uuid not null references organisations.organisation,
  name_sv text not null,
  name_en text not null,
  concepts text[] not null,
  weeks int not null constraint intervention_has_a_length check (weeks between 1 and 104),
  area_id uuid references organisations.area,
  payer text not null constraint intervention_payer_is_known check (payer in ('municipality', 'employment_service', 'employer', 'coordination_association')),
  cost_ore bigint not null default 0,
  confirmed_on date not null,
  version int not null default 1
);
comment on table catalogue.intervention is 'K1. A course or other measure, the concepts it gives, its length in weeks, and the day its provider last said that this is true.';
create index intervention_by_provider on catalogue.intervention (provider_id, name_sv, id);
create index intervention_by_concept on catalogue.intervention using gin (concepts); -- what teaches this requirement

create table catalogue.start (
  id uuid primary key,
  intervention_id uuid not null references catalogue.intervention,
  starts_on date not null,
  ends_on date not null,
  seats int not null constraint start_has_seats check (seats between 1 and 500),
  taken int not null default 0,
  version int not null default 1,
  constraint seats_are_never_overbooked check (taken between 0 and seats),
  constraint a_start_ends_after_it_begins check (ends_on >= starts_on)
);
comment on table catalogue.start is 'K1. One time an intervention begins. ends_on is the last day, counted.';
create index start_by_intervention on catalogue.start (intervention_id, starts_on, id);

do $$ declare t text; begin
  foreach t in array array['competence.occupation', 'competence.skill', 'competence.profile', 'competence.requirement', 'catalogue.intervention', 'catalogue.start'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate, fotfaste_web_ro, fotfaste_web_rw', t);
  end loop;
end $$;
create policy everybody_reads on competence.occupation for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy everybody_reads on competence.skill for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy everybody_reads on catalogue.intervention for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy everybody_reads on catalogue.start for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy with_the_procurement on competence.profile for select to fotfaste_web_rw, fotfaste_web_ro
  using (((select gate.role()) <> 'employer' or state = 'adopted') and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy with_the_profile on competence.requirement for select to fotfaste_web_rw, fotfaste_web_ro
  using (exists (select 1 from competence.profile p where p.id = profile_id));
-- The team details the profile (TGT-3 a): district representatives and the matching officer of the case.
create policy team_adds on competence.profile for insert to fotfaste_web_rw
  with check ((select gate.role()) in ('district_team', 'matching_officer') and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy team_changes on competence.profile for update to fotfaste_web_rw
  using ((select gate.role()) in ('district_team', 'matching_officer') and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy team_adds on competence.requirement for insert to fotfaste_web_rw
  with check ((select gate.role()) in ('district_team', 'matching_officer') and exists (select 1 from competence.profile p where p.id = profile_id and p.state = 'draft'));
create policy team_removes on competence.requirement for delete to fotfaste_web_rw
  using ((select gate.role()) in ('district_team', 'matching_officer') and exists (select 1 from competence.profile p where p.id = profile_id and p.state = 'draft'));
grant insert on competence.profile, competence.requirement to fotfaste_web_rw;
grant delete on competence.requirement to fotfaste_web_rw; -- lines of a draft only (policy); the event keeps what was removed
grant update (state, occupation_id, title, tasks, adopted_at, version) on competence.profile to fotfaste_web_rw;
-- A provider keeps its own catalogue true (JSP-4).
create policy own_provider_changes on catalogue.intervention for update to fotfaste_web_rw
  using (provider_id = (select gate.org()) and (select gate.role()) = 'provider') with check (provider_id = (select gate.org()));
create policy own_provider_changes on catalogue.start for update to fotfaste_web_rw
  using ((select gate.role()) in ('provider', 'coordinator', 'matching_officer') and ((select gate.role()) <> 'provider'
    or exists (select 1 from catalogue.intervention i where i.id = intervention_id and i.provider_id = (select gate.org()))));
grant update (confirmed_on, version) on catalogue.intervention to fotfaste_web_rw;
grant update (seats, taken, version) on catalogue.start to fotfaste_web_rw;
reset role;
