-- The ground: schemas, organisations, accounts, sessions that the database itself verifies, receipts, read log (trust.md §4).
-- Login roles own nothing. `fotfaste_gate` owns the definer functions and reads through policies of its own; it bypasses nothing.

create schema organisations authorization fotfaste_owner;
create schema gate authorization fotfaste_owner;
create schema log authorization fotfaste_owner;
create schema jobs authorization fotfaste_owner;
revoke all on schema public from public;
alter default privileges for role fotfaste_owner revoke execute on functions from public;
alter default privileges for role fotfaste_gate revoke execute on functions from public;
grant usage on schema organisations, gate, log to fotfaste_web_rw, fotfaste_web_ro, fotfaste_sign_in, fotfaste_worker, fotfaste_auditor, fotfaste_gate;
grant usage on schema jobs to fotfaste_worker, fotfaste_gate;
grant create on schema gate, log, jobs to fotfaste_gate;

set local role fotfaste_owner;

-- Areas are dated configuration: the ten districts of the seed ended in 2020, four city areas followed (requirements TGT-4).
create table organisations.area_set (
  id uuid primary key,
  code text not null constraint area_set_code_is_unique unique,
  name_sv text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint area_set_ends_after_it_begins check (valid_to is null or valid_to > valid_from)
);
comment on table organisations.area_set is 'K1. A division of the city into areas, with the days it was in force (valid_to is the first day out).';

create table organisations.area (
  id uuid primary key,
  area_set_id uuid not null references organisations.area_set,
  code text not null,
  name text not null,
  position int not null,
  successor_id uuid references organisations.area,
  constraint area_code_is_unique_in_its_set unique (area_set_id, code)
);
comment on table organisations.area is 'K1. A district or city area. successor_id: the area of the next set that took it over.';

create table organisations.organisation (
  id uuid primary key,
  kind text not null constraint organisation_kind_is_known check (kind in ('city_management', 'authority', 'labour_market_unit', 'district', 'employment_service',
    'construction_office', 'coordination_association', 'supplier', 'provider', 'social_enterprise', 'coordinator')),
  name text not null,
  number text,
  parent_id uuid references organisations.organisation,
  area_id uuid references organisations.area,
  phone text,
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  constraint organisation_number_is_unique unique (number)
);
comment on table organisations.organisation is 'K1. Everybody who takes part as an organisation.';
create index organisation_by_kind on organisations.organisation (kind, name, id); -- lists of parties to choose from

create table gate.clock (
  one boolean primary key default true constraint clock_is_single check (one),
  shift interval not null default '0'
);
comment on table gate.clock is 'K1. How far the demonstration world''s day lies from the real one; zero in production (serve refuses otherwise).';
insert into gate.clock default values;

create table gate.account (
  id uuid primary key,
  kind text not null constraint account_kind_is_known check (kind in ('staff', 'employer', 'participant', 'service')),
  email text constraint account_email_is_unique unique,
  language text not null default 'sv' constraint account_language_is_known check (language in ('sv', 'en', 'ar')),
  active boolean not null default true,
  person_id uuid,
  created_at timestamptz not null,
  constraint account_email_is_lower_case check (email = lower(email)),
  constraint account_of_a_participant_names_the_person check ((kind = 'participant') = (person_id is not null))
);
comment on table gate.account is 'K3. Who can sign in. No grant to web roles: read by gate functions only.';
create index account_by_person on gate.account (person_id) where person_id is not null; -- link to a participant

create table gate.appointment (
  id uuid primary key,
  account_id uuid not null references gate.account,
  organisation_id uuid references organisations.organisation,
  role text not null constraint appointment_role_is_known check (role in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'employer',
    'coordinator', 'provider', 'participant', 'administrator', 'auditor')),
  display_name text,
  title text,
  phone text,
  email text,
  valid_from timestamptz not null,
  valid_to timestamptz,
  constraint only_participants_act_without_organisation check ((role = 'participant') = (organisation_id is null)),
  constraint a_participant_has_no_name_here check (role <> 'participant' or (display_name is null and phone is null and email is null))
);
comment on table gate.appointment is 'K2. A role somebody holds in an organisation, with the days it is held. Work contact details only.';
create index appointment_by_organisation on gate.appointment (organisation_id, role, id); -- contact persons
create index appointment_by_account on gate.appointment (account_id); -- sign-in

create table gate.session (
  id uuid primary key,
  token_hash bytea not null constraint session_token_is_unique unique,
  context_hash bytea not null constraint session_context_is_unique unique,
  account_id uuid not null references gate.account,
  appointment_id uuid not null references gate.appointment,
  kind text not null constraint session_kind_is_known check (kind in ('web', 'api')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle interval not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
comment on table gate.session is 'K5. Sessions by hash; the clear tokens exist only at the bearer. No grant to any login role.';
create index session_by_account on gate.session (account_id) where revoked_at is null; -- end all sessions

create table gate.receipt (
  account_id uuid not null references gate.account,
  key uuid not null,
  operation text not null,
  digest bytea not null,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (account_id, key)
);
comment on table gate.receipt is 'K2. One effect per form key: the stored answer is given again to the same key (trust.md R5).';

create table gate.read_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid not null,
  organisation_id uuid,
  role text not null,
  person_id uuid not null,
  fields text[] not null,
  purpose text not null,
  procurement_id uuid,
  allowed boolean not null
);
comment on table gate.read_log is 'K4. Every delivery of a sensitive field, written in the transaction that delivers it (GEN-1, trust.md P-L1).';
create index read_log_by_person on gate.read_log (person_id, at desc); -- who has read about me
create index read_log_by_organisation on gate.read_log (organisation_id, at desc); -- monthly review

set local role fotfaste_gate;

create function gate.now() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select pg_catalog.now() + shift from gate.clock $$;
create function gate.today() returns date language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select (gate.now() at time zone 'Europe/Stockholm')::date $$;

-- The session behind the secret of this transaction; nothing when it is unset, unknown, ended, idle too long or its appointment has ended.
create function gate.actor() returns table (session_id uuid, account_id uuid, appointment_id uuid, organisation_id uuid, role text, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.account_id, s.appointment_id, a.organisation_id, a.role, c.person_id
    from gate.session s join gate.appointment a on a.id = s.appointment_id join gate.account c on c.id = s.account_id
   where s.context_hash = sha256(convert_to(nullif(current_setting('ctx.secret', true), ''), 'UTF8'))
     and s.revoked_at is null and s.ends_at > gate.now() and s.seen_at + s.idle > gate.now() and c.active
     and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now()) $$;
create function gate.account() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select account_id from gate.actor() $$;
create function gate.org() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select organisation_id from gate.actor() $$;
create function gate.role() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select role from gate.actor() $$;
create function gate.person() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select person_id from gate.actor() $$;

-- Opens a session for one request: the cookie's token in, the actor and the context secret out. The secret is derived from the token
-- and cannot be turned back into it, so reading it from inside a transaction gives no cookie.
create function gate.open(token text) returns table (context text, session_id uuid, account_id uuid, appointment_id uuid, organisation_id uuid, role text,
  person_id uuid, display_name text, organisation_name text, language text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare secret text := encode(sha256(convert_to('context:' || token, 'UTF8')), 'hex');
begin
  update gate.session s set seen_at = gate.now()
   where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.revoked_at is null and s.ends_at > gate.now()
     and s.seen_at + s.idle > gate.now() and s.seen_at < gate.now() - interval '1 minute';
  perform set_config('ctx.secret', secret, true);
  return query
    select secret, x.session_id, x.account_id, x.appointment_id, x.organisation_id, x.role, x.person_id,
           coalesce(a.display_name, ''), coalesce(o.name, ''), c.language
      from gate.actor() x join gate.appointment a on a.id = x.appointment_id join gate.account c on c.id = x.account_id
      left join organisations.organisation o on o.id = x.organisation_id;
end $$;

-- Takes a form key. Returns the stored outcome when the key was used before for the same content; 'reused' when for another.
create function gate.take_receipt(form_key uuid, form_operation text, form_digest bytea) returns table (state text, outcome jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held gate.receipt;
begin
  if gate.account() is null then raise exception 'no session' using errcode = '42501'; end if;
  insert into gate.receipt (account_id, key, operation, digest, created_at)
    values (gate.account(), form_key, form_operation, form_digest, gate.now()) on conflict do nothing;
  if found then return query select 'new', null::jsonb; return; end if;
  select * into held from gate.receipt r where r.account_id = gate.account() and r.key = form_key;
  if held.operation = form_operation and held.digest = form_digest then return query select 'done', held.outcome;
  else return query select 'reused', null::jsonb; end if;
end $$;
create function gate.fill_receipt(form_key uuid, form_outcome jsonb) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ update gate.receipt set outcome = form_outcome where account_id = gate.account() and key = form_key and outcome is null $$;

reset role;
set local role fotfaste_owner;

do $$ declare t text; begin
  foreach t in array array['organisations.area_set', 'organisations.area', 'organisations.organisation', 'gate.clock', 'gate.account', 'gate.appointment',
    'gate.session', 'gate.receipt', 'gate.read_log'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate', t);
  end loop;
end $$;
create policy gate_notes on gate.session for update to fotfaste_gate using (true) with check (true);
grant insert, update on gate.session to fotfaste_gate;
create policy gate_begins on gate.session for insert to fotfaste_gate with check (true);
create policy gate_takes on gate.receipt for insert to fotfaste_gate with check (true);
create policy gate_fills on gate.receipt for update to fotfaste_gate using (true) with check (true);
grant insert, update on gate.receipt to fotfaste_gate;
create policy gate_writes on gate.read_log for insert to fotfaste_gate with check (true);
grant insert on gate.read_log to fotfaste_gate;

-- Areas and organisations: everybody who is signed in knows the public side; a supplier's taking part is told to staff and to itself only (HFD 2015 ref. 11).
create policy everybody_reads on organisations.area_set for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy everybody_reads on organisations.area for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.account()) is not null);
create policy by_role on organisations.organisation for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'provider', 'administrator', 'auditor')
  or id = (select gate.org())
  or ((select gate.role()) in ('employer', 'participant') and kind not in ('supplier', 'social_enterprise', 'provider', 'coordinator')));
create policy by_role on gate.appointment for select to fotfaste_web_rw, fotfaste_web_ro using (
  account_id = (select gate.account())
  or (role <> 'participant' and (select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'provider', 'administrator', 'auditor'))
  or (organisation_id = (select gate.org()) and (select gate.role()) = 'employer')
  or (role in ('procurer', 'matching_officer', 'district_team') and (select gate.role()) in ('employer', 'participant')));
create policy own_or_auditor on gate.read_log for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) = 'auditor' or person_id = (select gate.person()));
grant select on organisations.area_set, organisations.area, organisations.organisation, gate.appointment, gate.read_log to fotfaste_web_rw, fotfaste_web_ro;

reset role;
grant execute on function gate.now(), gate.today(), gate.actor(), gate.account(), gate.org(), gate.role(), gate.person(), gate.open(text)
  to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_auditor;
grant execute on function gate.now(), gate.today() to fotfaste_sign_in, fotfaste_owner;
grant execute on function gate.take_receipt(uuid, text, bytea), gate.fill_receipt(uuid, jsonb) to fotfaste_web_rw;
