-- The event log: what happened, chained by hash per stream so that a rewrite is found (GEN-5, trust.md I1–I3), and the outbox beside it.
set local role fotfaste_owner;

create table log.head (
  stream_id uuid primary key,
  seq int not null,
  hash bytea not null
);
comment on table log.head is 'K1. The last link of each chain; locked while a link is added, so a chain never forks.';

create table log.event (
  id uuid primary key,
  stream text not null constraint event_stream_is_known check (stream in ('procurement', 'person', 'organisation', 'system')),
  stream_id uuid not null,
  seq int not null,
  at timestamptz not null,
  kind text not null constraint event_kind_is_capability_and_past_tense check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  subject uuid not null,
  plane text not null constraint event_plane_is_known check (plane in ('contract', 'matching', 'person', 'system')),
  account_id uuid,
  appointment_id uuid,
  organisation_id uuid,
  role text not null,
  actor_name text not null,
  on_behalf_of text,
  reason text,
  facts jsonb not null default '{}',
  previous bytea not null,
  hash bytea not null,
  constraint event_has_one_place_in_its_chain unique (stream_id, seq)
);
comment on table log.event is 'K2. Append-only. facts never hold a name, an identity number or a contact; the person''s stream is read by those who may read the person.';
comment on column log.event.plane is 'Who may read it: contract (all who see the procurement), matching (not procurer, not employer), person, system.';
create index event_by_time on log.event (stream_id, at desc); -- history of an object
create index event_by_organisation on log.event (organisation_id, at desc); -- what is new

create table jobs.outbox (
  id uuid primary key,
  kind text not null,
  stream_id uuid not null,
  subject uuid not null,
  at timestamptz not null,
  forwarded_at timestamptz
);
comment on table jobs.outbox is 'K1. Events not yet handed to the queue; a line in the same transaction as the event.';
create index outbox_waiting on jobs.outbox (at) where forwarded_at is null; -- the forwarder

set local role fotfaste_gate;

-- The canonical text of a link, and its hash. Immutable on purpose: the verifier calls the same function.
create function log.link(previous bytea, id uuid, stream_id uuid, seq int, at timestamptz, kind text, subject uuid, plane text, account_id uuid,
  organisation_id uuid, role text, on_behalf_of text, reason text, facts jsonb) returns bytea
  language sql immutable security definer set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(encode(previous, 'hex'), id, stream_id, seq, extract(epoch from at)::text, kind, subject, plane, account_id,
    organisation_id, role, on_behalf_of, reason, facts)::text, 'UTF8')) $$;

-- Adds a link as somebody at some time: for the definer functions and for the loader of a world (runs as migrator). Never granted to a login role.
create function log.append_as(event_id uuid, event_stream text, event_stream_id uuid, event_kind text, event_subject uuid, event_plane text, event_facts jsonb,
  event_reason text, event_on_behalf text, event_at timestamptz, by_account uuid, by_appointment uuid, by_organisation uuid, by_role text, by_name text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare last log.head; link bytea;
begin
  insert into log.head (stream_id, seq, hash) values (event_stream_id, 0, sha256(convert_to(event_stream_id::text, 'UTF8'))) on conflict do nothing;
  select * into last from log.head h where h.stream_id = event_stream_id for update;
  link := log.link(last.hash, event_id, event_stream_id, last.seq + 1, event_at, event_kind, event_subject, event_plane, by_account, by_organisation, by_role,
    event_on_behalf, event_reason, event_facts);
  insert into log.event (id, stream, stream_id, seq, at, kind, subject, plane, account_id, appointment_id, organisation_id, role, actor_name, on_behalf_of, reason, facts, previous, hash)
    values (event_id, event_stream, event_stream_id, last.seq + 1, event_at, event_kind, event_subject, event_plane, by_account, by_appointment, by_organisation, by_role,
      by_name, event_on_behalf, event_reason, event_facts, last.hash, link);
  update log.head h set seq = last.seq + 1, hash = link where h.stream_id = event_stream_id;
end $$;

-- Adds a link as the actor of this transaction, and the outbox line that makes it heard downstream.
create function log.append(event_id uuid, event_stream text, event_stream_id uuid, event_kind text, event_subject uuid, event_plane text, event_facts jsonb default '{}',
  event_reason text default null, event_on_behalf text default null) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select x.*, coalesce(a.display_name, '') as name into who from gate.actor() x join gate.appointment a on a.id = x.appointment_id;
  if who.account_id is null then raise exception 'no session' using errcode = '42501'; end if;
  perform log.append_as(event_id, event_stream, event_stream_id, event_kind, event_subject, event_plane, event_facts, event_reason, event_on_behalf, gate.now(),
    who.account_id, who.appointment_id, who.organisation_id, who.role, who.name);
  insert into jobs.outbox (id, kind, stream_id, subject, at) values (event_id, event_kind, event_stream_id, event_subject, gate.now());
end $$;

-- Links that do not follow from the one before, per stream; empty when the log is whole.
create function log.broken() returns table (stream_id uuid, seq int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.stream_id, e.seq from log.event e
    left join log.event p on p.stream_id = e.stream_id and p.seq = e.seq - 1
   where e.hash <> log.link(e.previous, e.id, e.stream_id, e.seq, e.at, e.kind, e.subject, e.plane, e.account_id, e.organisation_id, e.role, e.on_behalf_of, e.reason, e.facts)
      or e.previous <> coalesce(p.hash, sha256(convert_to(e.stream_id::text, 'UTF8')))
  union all
  select h.stream_id, h.seq from log.head h left join log.event e on e.stream_id = h.stream_id and e.seq = h.seq
   where h.seq > 0 and (e.hash is null or e.hash <> h.hash) $$;

reset role;
set local role fotfaste_owner;
do $$ declare t text; begin
  foreach t in array array['log.head', 'log.event', 'jobs.outbox'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('create policy gate_adds on %s for insert to fotfaste_gate with check (true)', t);
    execute format('grant select, insert on %s to fotfaste_gate', t);
  end loop;
end $$;
create policy gate_moves on log.head for update to fotfaste_gate using (true) with check (true);
grant update on log.head to fotfaste_gate;
create policy worker_reads on jobs.outbox for select to fotfaste_worker using (true);
create policy worker_forwards on jobs.outbox for update to fotfaste_worker using (true) with check (true);
grant select, update (forwarded_at) on jobs.outbox to fotfaste_worker;
grant select (id, stream, stream_id, seq, at, kind, subject, plane, organisation_id, role, actor_name, on_behalf_of, reason, facts) on log.event
  to fotfaste_web_rw, fotfaste_web_ro, fotfaste_auditor;
create policy auditor_reads on log.event for select to fotfaste_auditor using (true);
reset role;
grant execute on function log.append(uuid, text, uuid, text, uuid, text, jsonb, text, text) to fotfaste_web_rw;
grant execute on function log.broken() to fotfaste_worker, fotfaste_auditor;
