-- Reports: monthly snapshots with small numbers suppressed (GEN-2, STR-7), and what the nightly consistency check found (trust.md I10).
create schema reports authorization fotfaste_owner;
grant usage on schema reports to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
grant create on schema reports to fotfaste_gate;
set local role fotfaste_owner;

create table reports.snapshot (
  id uuid primary key,
  taken_on date not null,
  period_from date not null,
  period_to date not null,
  tables jsonb not null,
  constraint one_snapshot_per_period unique (period_from, period_to)
);
comment on table reports.snapshot is 'K1. Figures of a period as they stood on the day they were taken, already suppressed. Published figures are never live (trust.md P-A3).';

create table reports.finding (
  id uuid primary key,
  kind text not null,
  subject_kind text not null constraint finding_subject_is_known check (subject_kind in ('procurement', 'person', 'place', 'placement', 'report', 'permission', 'intervention', 'log')),
  subject_id uuid not null,
  procurement_id uuid,
  organisation_id uuid not null references organisations.organisation,
  role text not null,
  facts jsonb not null default '{}',
  found_on date not null,
  gone_on date,
  constraint a_finding_stands_once unique (kind, subject_id, organisation_id, found_on)
);
comment on table reports.finding is 'K2. Something that does not add up, on the list of the organisation and role that can mend it. facts never name a person.';
create index finding_by_organisation on reports.finding (organisation_id, role, found_on desc) where gone_on is null;

do $$ declare t text; begin
  foreach t in array array['snapshot', 'finding'] loop
    execute format('alter table reports.%I enable row level security; alter table reports.%I force row level security', t, t);
    execute format('create policy gate_reads on reports.%I for select to fotfaste_gate using (true)', t);
    execute format('grant select on reports.%I to fotfaste_gate, fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker', t);
    execute format('create policy worker_keeps on reports.%I for all to fotfaste_worker using (true) with check (true)', t);
    execute format('grant insert, update on reports.%I to fotfaste_worker', t);
  end loop;
end $$;
create policy staff_reads on reports.snapshot for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor'));
create policy own_organisation on reports.finding for select to fotfaste_web_rw, fotfaste_web_ro
  using (organisation_id = (select gate.org()) and role = (select gate.role()));

-- Events: who may read which, now that everything they are about exists.
create policy by_plane on log.event for select to fotfaste_web_rw, fotfaste_web_ro using (
  case plane
    when 'contract' then exists (select 1 from procurement.procurement p where p.id = stream_id)
    when 'matching' then (select gate.role()) in ('matching_officer', 'district_team', 'coordinator') and exists (select 1 from procurement.procurement p where p.id = stream_id)
    when 'person' then exists (select 1 from candidates.person p where p.id = stream_id)
    when 'system' then (select gate.role()) in ('administrator', 'auditor') or organisation_id = (select gate.org())
    else false end);
reset role;
