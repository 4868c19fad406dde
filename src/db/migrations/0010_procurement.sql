-- Procurement: notices read in, cases in six steps, the need, the clause and the commitment it becomes (PRC-1, PRC-6, PRC-12, TGT-1).
create schema procurement authorization fotfaste_owner;
grant usage on schema procurement to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
set local role fotfaste_owner;

create table procurement.notice (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  file_name text not null,
  digest bytea not null,
  reading jsonb not null,
  state text not null constraint notice_state_is_known check (state in ('read', 'accepted', 'discarded')),
  received_by uuid not null references gate.account,
  received_at timestamptz not null,
  version int not null default 1,
  constraint a_notice_is_read_once_per_organisation unique (organisation_id, digest)
);
comment on table procurement.notice is 'K1. What was read from an uploaded notice. The file itself is public at its source and is not kept.';
create index notice_by_organisation on procurement.notice (organisation_id, received_at desc);

create table procurement.procurement (
  id uuid primary key,
  number text not null constraint procurement_number_is_unique unique,
  title text not null,
  authority_id uuid not null references organisations.organisation,
  procurer_id uuid not null references gate.appointment,
  matching_id uuid references organisations.organisation,
  coordinator_id uuid references organisations.organisation,
  supplier_id uuid references organisations.organisation,
  step text not null constraint procurement_step_is_known check (step in ('plan', 'map', 'analyse', 'procure', 'implement', 'manage')),
  state text not null constraint procurement_state_is_known check (state in ('open', 'closed', 'cancelled')),
  requirement text not null default 'undecided' constraint procurement_requirement_is_known check (requirement in ('undecided', 'employment', 'dialogue', 'none')),
  cpv text,
  contract_start date not null,
  contract_end date not null,
  value_ore bigint,
  notice_id uuid references procurement.notice,
  lot text,
  created_at timestamptz not null,
  version int not null default 1,
  constraint contract_ends_after_it_begins check (contract_end >= contract_start),
  constraint only_an_awarded_procurement_has_a_supplier check (supplier_id is null or step in ('procure', 'implement', 'manage'))
);
comment on table procurement.procurement is 'K1. A procurement as a case: parties, step, contract days (contract_end is the last day, counted). value_ore in öre.';
create index procurement_by_authority on procurement.procurement (authority_id, state, contract_start desc, id);
create index procurement_by_matching on procurement.procurement (matching_id, state, contract_start desc, id);
create index procurement_by_supplier on procurement.procurement (supplier_id, contract_start desc, id);
create index procurement_by_coordinator on procurement.procurement (coordinator_id, contract_start desc, id);
create index procurement_by_state on procurement.procurement (state, contract_start desc, id); -- the team and the management see the whole city

create table procurement.step (
  procurement_id uuid not null references procurement.procurement,
  step text not null constraint step_is_known check (step in ('plan', 'map', 'analyse', 'procure', 'implement', 'manage')),
  planned_on date not null,
  done_on date,
  primary key (procurement_id, step)
);
comment on table procurement.step is 'K1. When each of the six steps should be done and was done. "manage" is planned to the last day of the contract.';

create table procurement.need (
  procurement_id uuid primary key references procurement.procurement,
  places int not null constraint need_places_are_some check (places between 1 and 500),
  form text not null constraint need_form_is_known check (form in ('permanent', 'fixed_term', 'trial', 'apprenticeship', 'supervised_placement')),
  months int not null constraint need_months_are_some check (months between 1 and 120),
  service text not null,
  education text not null,
  prior_knowledge text not null default '',
  skills text not null default '',
  area_id uuid references organisations.area,
  comments text not null default '',
  submitted_at timestamptz,
  version int not null default 1
);
comment on table procurement.need is 'K1. The six inputs of the target-group process (TGT-1). months: length of each employment. area_id null: the whole city.';

create table procurement.clause (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  parameters jsonb not null,
  state text not null constraint clause_state_is_known check (state in ('draft', 'locked')),
  locked_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint a_locked_clause_says_when check ((state = 'locked') = (locked_at is not null))
);
comment on table procurement.clause is 'K1. The parameters from which both the clause text and the arithmetic are made (PRC-6).';
create unique index one_clause_per_procurement on procurement.clause (procurement_id);

create table procurement.commitment (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  clause_id uuid not null references procurement.clause,
  supplier_id uuid not null references organisations.organisation,
  parameters jsonb not null,
  contract_start date not null,
  contract_end date not null,
  first_start_deadline date not null,
  created_at timestamptz not null,
  version int not null default 1,
  constraint one_commitment_per_procurement unique (procurement_id)
);
comment on table procurement.commitment is 'K1. What the supplier promised: the clause as locked, with the contract''s days. Follow-up measures against this.';
create index commitment_by_supplier on procurement.commitment (supplier_id, contract_start desc, id);

do $$ declare t text; begin
  foreach t in array array['notice', 'procurement', 'step', 'need', 'clause', 'commitment'] loop
    execute format('alter table procurement.%I enable row level security; alter table procurement.%I force row level security', t, t);
    execute format('create policy gate_reads on procurement.%I for select to fotfaste_gate using (true)', t);
    execute format('grant select on procurement.%I to fotfaste_gate, fotfaste_web_ro, fotfaste_web_rw', t);
  end loop;
end $$;

create policy own_authority on procurement.notice for select to fotfaste_web_rw, fotfaste_web_ro
  using (organisation_id = (select gate.org()) and (select gate.role()) = 'procurer');
create policy own_authority_adds on procurement.notice for insert to fotfaste_web_rw
  with check (organisation_id = (select gate.org()) and (select gate.role()) = 'procurer');
create policy own_authority_decides on procurement.notice for update to fotfaste_web_rw
  using (organisation_id = (select gate.org()) and (select gate.role()) = 'procurer') with check (organisation_id = (select gate.org()));

-- Who sees a procurement: its authority's procurers, the matching unit and the coordinator named in it, the team and the management (whole city), its supplier.
create policy by_party on procurement.procurement for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'procurer' then authority_id = (select gate.org())
    when 'matching_officer' then matching_id = (select gate.org())
    when 'coordinator' then coordinator_id = (select gate.org())
    when 'employer' then supplier_id = (select gate.org())
    when 'district_team' then true
    when 'decision_maker' then true
    when 'auditor' then true
    else false end);
create policy own_authority_adds on procurement.procurement for insert to fotfaste_web_rw
  with check (authority_id = (select gate.org()) and (select gate.role()) = 'procurer');
create policy own_authority_changes on procurement.procurement for update to fotfaste_web_rw
  using (authority_id = (select gate.org()) and (select gate.role()) = 'procurer') with check (authority_id = (select gate.org()));

-- The rest of the case follows the case; the need and the clause's drafts are not the supplier's to read.
create policy with_the_procurement on procurement.step for select to fotfaste_web_rw, fotfaste_web_ro
  using (exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy with_the_procurement_not_employer on procurement.need for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) <> 'employer' and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy with_the_procurement_locked_for_employer on procurement.clause for select to fotfaste_web_rw, fotfaste_web_ro
  using (((select gate.role()) <> 'employer' or state = 'locked') and exists (select 1 from procurement.procurement p where p.id = procurement_id));
create policy with_the_procurement on procurement.commitment for select to fotfaste_web_rw, fotfaste_web_ro
  using (exists (select 1 from procurement.procurement p where p.id = procurement_id));
do $$ declare t text; begin
  foreach t in array array['step', 'need', 'clause', 'commitment'] loop
    execute format($p$create policy own_authority_adds on procurement.%I for insert to fotfaste_web_rw with check ((select gate.role()) = 'procurer'
      and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org())))$p$, t);
    execute format($p$create policy own_authority_changes on procurement.%I for update to fotfaste_web_rw using ((select gate.role()) = 'procurer'
      and exists (select 1 from procurement.procurement p where p.id = procurement_id and p.authority_id = (select gate.org())))$p$, t);
  end loop;
end $$;
grant insert on procurement.notice, procurement.procurement, procurement.step, procurement.need, procurement.clause, procurement.commitment to fotfaste_web_rw;
grant update (state, version) on procurement.notice to fotfaste_web_rw;
grant update (title, matching_id, coordinator_id, supplier_id, step, state, requirement, cpv, contract_start, contract_end, value_ore, version) on procurement.procurement to fotfaste_web_rw;
grant update (planned_on, done_on) on procurement.step to fotfaste_web_rw;
grant update (places, form, months, service, education, prior_knowledge, skills, area_id, comments, submitted_at, version) on procurement.need to fotfaste_web_rw;
grant update (parameters, state, locked_at, version) on procurement.clause to fotfaste_web_rw;
reset role;
