-- Sign-in: sessions begin and end here, by functions that only the login role `fotfaste_sign_in` may call (trust.md §4.3, T24, ASVS 7.x).
-- That role can read no table; web roles can begin no session. What an actor sees of the own account comes by functions bound to the session.
set local role fotfaste_owner;

create table gate.demonstration (
  one boolean primary key default true constraint demonstration_is_single check (one)
);
comment on table gate.demonstration is 'K1. One row when the database holds a demonstration world: then, and only then, the cast signs in with one click. Set by the loader of a world.';

create table gate.cast (
  account_id uuid not null references gate.account,
  appointment_id uuid primary key references gate.appointment,
  position int not null,
  name text,
  blurb_sv text not null,
  blurb_en text not null
);
comment on table gate.cast is 'K1. Made-up people of a demonstration, and what each does today. name: for participants, whose appointment holds none. Empty in production.';

create table gate.sign_in_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null constraint sign_in_log_what_is_known check (what in ('signed_in', 'signed_out', 'session_ended', 'role_changed', 'refused', 'link_asked',
    'password_set', 'totp_enrolled', 'recovery_used', 'recovery_renewed', 'token_created')),
  manner text,
  account_id uuid,
  session_id uuid,
  network bytea
);
comment on table gate.sign_in_log is 'K4. Every sign-in, refusal and end (ASVS 16.3.1). Append-only; no address, no e-mail: network is a keyed hash.';
create index sign_in_log_by_account on gate.sign_in_log (account_id, at desc); -- known networks, review
create index sign_in_log_by_time on gate.sign_in_log (at desc); -- review

alter table gate.session add column manner text not null default 'token' constraint session_manner_is_known
  check (manner in ('password', 'link', 'code', 'oidc', 'demonstration', 'token'));
alter table gate.session add column borrowed boolean not null default false;
alter table gate.session add column label text;
comment on column gate.session.manner is 'How its owner was recognised. token: made for a program, not by a sign-in.';
comment on column gate.session.borrowed is 'On a computer that others use too: shorter, and no cookie that outlives the browser (trust.md T24).';
comment on column gate.session.label is 'What its owner knows it by: "Firefox, Windows", or the name given to an API token.';
create index session_latest on gate.session (account_id, created_at desc); -- which role somebody acted in last

do $$ declare t text; begin
  foreach t in array array['gate.demonstration', 'gate.cast', 'gate.sign_in_log'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate', t);
  end loop;
end $$;
create policy gate_notes on gate.sign_in_log for insert to fotfaste_gate with check (true);
grant insert on gate.sign_in_log to fotfaste_gate;
create policy auditor_reads on gate.sign_in_log for select to fotfaste_auditor using (true);
grant select on gate.sign_in_log to fotfaste_auditor;
create policy gate_changes on gate.account for update to fotfaste_gate using (true) with check (true);
grant update (language) on gate.account to fotfaste_gate;

reset role;
set local role fotfaste_gate;

-- How long a session may rest and last: staff 30 min and 10 h, participants 15 min and 2 h; a borrowed computer 10 min and 1 h, 5 min and 30 min.
create function gate.lifetime(of_role text, on_borrowed boolean, out idle interval, out absolute interval)
  language sql immutable security definer set search_path = pg_catalog, pg_temp as $$
  select case when of_role = 'participant' then case when on_borrowed then interval '5 minutes' else interval '15 minutes' end
              else case when on_borrowed then interval '10 minutes' else interval '30 minutes' end end,
         case when of_role = 'participant' then case when on_borrowed then interval '30 minutes' else interval '2 hours' end
              else case when on_borrowed then interval '1 hour' else interval '10 hours' end end $$;

-- The session behind a clear token, when it is in force. For the functions of this file only.
create function gate.session_of(token text) returns gate.session language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s from gate.session s join gate.account c on c.id = s.account_id
   where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.revoked_at is null and s.ends_at > gate.now() and s.seen_at + s.idle > gate.now() and c.active $$;

-- Ends the session of a token at once, on every server. Silent when there is none. Granted for signing out.
create function gate.end_session(token text) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare ended gate.session;
begin
  update gate.session s set revoked_at = gate.now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.revoked_at is null returning s.* into ended;
  if ended.id is not null then
    insert into gate.sign_in_log (at, what, manner, account_id, session_id) values (gate.now(), 'signed_out', ended.manner, ended.account_id, ended.id);
  end if;
end $$;

-- Writes a session down. The context secret is derived as in gate.open, so that the cookie's token never enters a transaction of the web.
create function gate.write_session(token text, for_appointment gate.appointment, session_kind text, session_manner text, session_label text, on_borrowed boolean,
  rest interval, until timestamptz) returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into gate.session (id, token_hash, context_hash, account_id, appointment_id, kind, created_at, seen_at, idle, ends_at, manner, borrowed, label)
    values (gen_random_uuid(), sha256(convert_to(token, 'UTF8')),
      sha256(convert_to(encode(sha256(convert_to('context:' || token, 'UTF8')), 'hex'), 'UTF8')),
      (for_appointment).account_id, (for_appointment).id, session_kind, gate.now(), gate.now(), rest, until, session_manner, on_borrowed, left(session_label, 80))
    returning id $$;

-- Begins a session for somebody whom another function of the gate has recognised; not granted to any login role. Acts in the wanted
-- appointment, else in the one used last. The session the browser had before ends (fixation, ASVS 7.2.4). No row: no appointment in force.
create function gate.begin_session(token text, previous text, for_account uuid, wanted uuid, how text, device text, on_borrowed boolean, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare chosen gate.appointment; life record; made uuid;
begin
  if length(token) < 43 then raise exception 'a session token is 256 bits or more' using errcode = '22023'; end if;
  select a.* into chosen from gate.appointment a join gate.account c on c.id = a.account_id
   where a.account_id = for_account and c.active and (wanted is null or a.id = wanted) and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
   order by (select max(s.created_at) from gate.session s where s.account_id = for_account and s.appointment_id = a.id) desc nulls last, a.valid_from, a.id limit 1;
  if chosen.id is null then return; end if;
  perform gate.end_session(previous);
  select * into life from gate.lifetime(chosen.role, on_borrowed);
  made := gate.write_session(token, chosen, 'web', how, device, on_borrowed, life.idle, gate.now() + life.absolute);
  insert into gate.sign_in_log (at, what, manner, account_id, session_id, network) values (gate.now(), 'signed_in', how, for_account, made, from_network);
  return query select chosen.role, extract(epoch from life.absolute)::int;
end $$;

-- The cast of a demonstration; nothing elsewhere.
create function gate.list_cast() returns table (appointment_id uuid, name text, role text, title text, organisation_name text, blurb_sv text, blurb_en text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, coalesce(c.name, a.display_name, ''), a.role, coalesce(a.title, ''), coalesce(o.name, ''), c.blurb_sv, c.blurb_en
    from gate.cast c join gate.appointment a on a.id = c.appointment_id left join organisations.organisation o on o.id = a.organisation_id
   where exists (select from gate.demonstration) order by c.position, a.id $$;

-- Signs a member of the cast in. Nothing happens outside a demonstration, nor for anybody who is not of the cast.
create function gate.demonstrate(wanted uuid, token text, previous text, device text) returns table (role text, seconds int)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select b.role, b.seconds from gate.cast c, lateral gate.begin_session(token, previous, c.account_id, c.appointment_id, 'demonstration', device, false, null) b
   where c.appointment_id = wanted and exists (select from gate.demonstration) $$;

-- The same person, another of their appointments: a new token, the old one ended, and not a minute longer than the first sign-in allowed.
create function gate.change_role(token text, new_token text, wanted uuid) returns table (role text, seconds int)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held gate.session; chosen gate.appointment; made uuid;
begin
  held := gate.session_of(token);
  if held.id is null or held.kind <> 'web' then return; end if;
  select a.* into chosen from gate.appointment a
   where a.id = wanted and a.account_id = held.account_id and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now());
  if chosen.id is null then return; end if;
  update gate.session s set revoked_at = gate.now() where s.id = held.id and s.revoked_at is null;
  if not found then return; end if;
  made := gate.write_session(new_token, chosen, 'web', held.manner, held.label, held.borrowed, (gate.lifetime(chosen.role, held.borrowed)).idle,
    least(held.ends_at, gate.now() + (gate.lifetime(chosen.role, held.borrowed)).absolute));
  insert into gate.sign_in_log (at, what, manner, account_id, session_id) values (gate.now(), 'role_changed', held.manner, held.account_id, made);
  return query select chosen.role, extract(epoch from held.ends_at - gate.now())::int;
end $$;

-- What the actor may know and do about the own account; everything is bound to gate.account().
create function gate.my_appointments() returns table (id uuid, role text, title text, organisation_name text, is_current boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.role, coalesce(a.title, ''), coalesce(o.name, ''), a.id = (select x.appointment_id from gate.actor() x)
    from gate.appointment a left join organisations.organisation o on o.id = a.organisation_id
   where a.account_id = gate.account() and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now()) order by a.valid_from, a.id $$;

create function gate.my_sessions() returns table (id uuid, kind text, label text, manner text, borrowed boolean, created_at timestamptz, seen_at timestamptz,
  ends_at timestamptz, is_current boolean) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.kind, coalesce(s.label, ''), s.manner, s.borrowed, s.created_at, s.seen_at, s.ends_at, s.id = (select x.session_id from gate.actor() x)
    from gate.session s where s.account_id = gate.account() and s.revoked_at is null and s.ends_at > gate.now() and s.seen_at + s.idle > gate.now()
   order by s.seen_at desc, s.id limit 100 $$;

create function gate.end_my_session(which uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare ended gate.session;
begin
  update gate.session s set revoked_at = gate.now() where s.id = which and s.account_id = gate.account() and s.revoked_at is null returning s.* into ended;
  if ended.id is null then return false; end if;
  insert into gate.sign_in_log (at, what, manner, account_id, session_id) values (gate.now(), 'session_ended', ended.manner, ended.account_id, ended.id);
  return true;
end $$;

create function gate.choose_language(wanted text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ update gate.account c set language = wanted where c.id = gate.account() $$;

reset role;
grant execute on function gate.list_cast(), gate.demonstrate(uuid, text, text, text), gate.end_session(text), gate.change_role(text, text, uuid) to fotfaste_sign_in;
grant execute on function gate.my_appointments(), gate.my_sessions() to fotfaste_web_ro, fotfaste_web_rw;
grant execute on function gate.end_my_session(uuid), gate.choose_language(text) to fotfaste_web_rw;
