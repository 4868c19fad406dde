-- What the clock has done, and which letters have gone: so that a job that runs twice, or a worker that dies half-way, does nothing twice (GEN-5, P-D5).
set local role fotfaste_owner;

create table jobs.run (
  name text not null,
  period text not null,
  done_at timestamptz not null,
  primary key (name, period)
);
comment on table jobs.run is 'K1. A job of the clock that is done for a day or a month. What is missing is caught up with at the next start.';

create table jobs.letter (
  account_id uuid not null references gate.account,
  bundle text not null,
  kind text not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  primary key (account_id, bundle)
);
comment on table jobs.letter is 'K2. One line a letter, written before it is sent. No address and no text: a letter says only that there is something to see.';

do $$ declare t text; begin
  foreach t in array array['jobs.run', 'jobs.letter'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy worker_reads on %s for select to fotfaste_worker using (true)', t);
    execute format('create policy worker_adds on %s for insert to fotfaste_worker with check (true)', t);
    execute format('grant select, insert on %s to fotfaste_worker', t);
  end loop;
end $$;
create policy worker_sends on jobs.letter for update to fotfaste_worker using (true) with check (true);
grant update (claimed_at, sent_at) on jobs.letter to fotfaste_worker;

-- A worker looks back a month; what has long been forwarded is no longer read.
create index outbox_by_time on jobs.outbox (at);
reset role;
set local role fotfaste_gate;

-- To whom an event is told by mail: addresses of accounts in force, for the few kinds that call for somebody outside the office. The worker can read no other address.
-- bundle: events with the same bundle are one letter (ux.md §4.7).
create function jobs.addressees(of_event uuid) returns table (account_id uuid, email text, language text, kind text, bundle text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with e as (select v.id, v.kind, v.stream_id, v.subject, v.at from log.event v join jobs.outbox o on o.id = v.id where v.id = of_event),
  who as (
    select c.id, e.kind, e.id::text as bundle from e join gate.account c on c.person_id = e.stream_id where e.kind = 'permission.asked'
    union all
    select c.id, e.kind, e.id::text from e join placement.placement l on l.id = e.subject join gate.account c on c.person_id = l.person_id where e.kind = 'placement.offered'
    union all
    select a.account_id, e.kind, e.id::text from e join followup.report r on r.id = e.subject
      join gate.appointment a on a.organisation_id = r.supplier_id and a.role = 'employer' and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     where e.kind in ('followup.report_opened', 'followup.report_returned')
    union all
    select a.account_id, e.kind, e.kind || ' ' || e.stream_id || ' ' || (e.at at time zone 'Europe/Stockholm')::date from e join procurement.procurement p on p.id = e.stream_id
      join gate.appointment a on a.organisation_id = p.supplier_id and a.role = 'employer' and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     where e.kind = 'matching.presented'
    union all
    select a.account_id, e.kind, e.id::text from e join candidates.permission m on m.id = e.subject join gate.appointment a on a.id = m.asked_by
     where e.kind = 'permission.withdrawn' and (a.valid_to is null or a.valid_to > gate.now()))
  select c.id, c.email, c.language, w.kind, w.bundle from who w join gate.account c on c.id = w.id where c.active and c.email is not null $$;

reset role;
grant execute on function jobs.addressees(uuid) to fotfaste_worker;
