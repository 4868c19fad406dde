-- What the command line of an installation does with accounts, as fotfaste_gate and granted to nobody: a new invitation, a lost phone, a
-- closed account, a token for a program.
set local role fotfaste_owner;
grant update (active) on gate.account to fotfaste_gate;

reset role;
set local role fotfaste_gate;

-- As before, but for seven days: as long as the page of a link knows it (gate.view_link).
create or replace function gate.invite(for_account uuid, link_token text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into gate.link (id, token_hash, account_id, purpose, created_at, expires_at)
  select gen_random_uuid(), sha256(convert_to(link_token, 'UTF8')), c.id, gate.link_purpose(c.kind), gate.now(), gate.now() + interval '7 days'
    from gate.account c where c.id = for_account and c.active and gate.link_purpose(c.kind) is not null $$;

create function gate.invite_again(at_email text, link_token text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who gate.account;
begin
  select c.* into who from gate.account c where c.email = lower(at_email) and c.active and gate.link_purpose(c.kind) is not null;
  if who.id is null then return false; end if;
  perform gate.invite(who.id, link_token);
  return true;
end $$;

-- Somebody who has lost both phone and recovery codes: the next password opens the page that takes an app into use. Every session ends.
create function gate.forget_app(at_email text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (select c.id from gate.account c where c.email = lower(at_email));
begin
  update gate.credential k set totp_sealed = null, totp_step = null, recovery_edition = k.recovery_edition + 1 where k.account_id = who;
  if not found then return false; end if;
  update gate.session s set revoked_at = gate.now() where s.account_id = who and s.kind = 'web' and s.revoked_at is null;
  return true;
end $$;

-- Opens or closes an account. Closed: its sessions and tokens are refused from the next request on (gate.actor asks for active).
create function gate.set_active(at_email text, wanted boolean) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update gate.account c set active = wanted where c.email = lower(at_email);
  return found;
end $$;

-- A token for a service account, in the appointment it was made with.
create function gate.enter_token(at_email text, token text, name text, days int) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare chosen gate.appointment; made uuid;
begin
  if length(token) < 43 or days not between 1 and 366 then raise exception 'token or days out of bounds' using errcode = '22023'; end if;
  select a.* into chosen from gate.appointment a join gate.account c on c.id = a.account_id where c.email = lower(at_email) and c.kind = 'service' and c.active
     and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now()) order by a.valid_from, a.id limit 1;
  if chosen.id is null then return false; end if;
  made := gate.write_session(token, chosen, 'api', 'token', name, false, interval '90 days', gate.now() + make_interval(days => days));
  insert into gate.sign_in_log (at, what, manner, account_id, session_id) values (gate.now(), 'token_created', 'token', chosen.account_id, made);
  return true;
end $$;
reset role;
