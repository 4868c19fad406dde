-- The own account, tokens for programs, and what is cleared away when it has no more use (ASVS 7.4, trust.md §4.3, P7).
set local role fotfaste_owner;
do $$ declare t text; begin
  foreach t in array array['gate.session', 'gate.link', 'gate.second_step'] loop
    execute format('create policy gate_clears on %s for delete to fotfaste_gate using (true)', t);
    execute format('grant delete on %s to fotfaste_gate', t);
  end loop;
end $$;
do $$ declare t text; begin
  foreach t in array array['organisations.organisation', 'gate.account', 'gate.appointment', 'gate.identity'] loop
    execute format('create policy gate_enters on %s for insert to fotfaste_gate with check (true)', t);
    execute format('grant insert on %s to fotfaste_gate', t);
  end loop;
end $$;

reset role;
set local role fotfaste_gate;

create function gate.my_account() returns table (email text, kind text, language text, has_password boolean, has_totp boolean, recovery_left int, has_identity boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(c.email, ''), c.kind, c.language, k.account_id is not null, k.totp_sealed is not null,
         (select count(*)::int from gate.recovery_code r where r.account_id = c.id and r.edition = k.recovery_edition and r.used_at is null),
         exists (select from gate.identity i where i.account_id = c.id)
    from gate.account c left join gate.credential k on k.account_id = c.id where c.id = gate.account() $$;

-- A token for a program that acts as the actor, or, made by an administrator, as a service account: never as another human. It shows itself
-- once, ends by its day at the latest, and rests at most 90 days. A program cannot make tokens of its own. Nothing: not allowed.
create function gate.create_api_token(token text, wanted uuid, name text, days int) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare chosen gate.appointment; made uuid;
begin
  if length(token) < 43 or days not between 1 and 366 or coalesce(trim(name), '') = '' then raise exception 'token, name or days out of bounds' using errcode = '22023'; end if;
  select a.* into chosen from gate.appointment a join gate.account c on c.id = a.account_id
   where a.id = wanted and c.active and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     and ((a.account_id = gate.account() and a.role not in ('employer', 'participant')) or (gate.role() = 'administrator' and c.kind = 'service'))
     and (select s.kind from gate.session s where s.id = (select x.session_id from gate.actor() x)) = 'web';
  if chosen.id is null then return null; end if;
  made := gate.write_session(token, chosen, 'api', 'token', name, false, interval '90 days', gate.now() + make_interval(days => days));
  insert into gate.sign_in_log (at, what, manner, account_id, session_id) values (gate.now(), 'token_created', 'token', gate.account(), made);
  return made;
end $$;

-- Run nightly: what has ended is kept three months for review, half-finished sign-ins and links a month.
create function gate.clear_sign_in() returns int language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare cleared int; more int;
begin
  delete from gate.session s where least(s.revoked_at, s.ends_at) < gate.now() - interval '90 days';
  get diagnostics cleared = row_count;
  delete from gate.link l where l.created_at < gate.now() - interval '30 days';
  get diagnostics more = row_count; cleared := cleared + more;
  delete from gate.second_step s where s.created_at < gate.now() - interval '30 days';
  get diagnostics more = row_count;
  return cleared + more;
end $$;

-- For the command line of the installation, which acts as fotfaste_gate: the first organisation, an account with its appointment and its
-- one-time link (none for a program), and an identity elsewhere. Granted to nobody.
create function gate.enter_organisation(new_id uuid, of_kind text, called text) returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into organisations.organisation (id, kind, name, valid_from) values (new_id, of_kind, called, gate.today()) returning id $$;

create function gate.enter_account(new_account uuid, of_kind text, at_email text, reads text, new_appointment uuid, at_organisation uuid, as_role text, called text,
  with_title text, link_token text) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into gate.account (id, kind, email, language, created_at) values (new_account, of_kind, lower(at_email), reads, gate.now());
  insert into gate.appointment (id, account_id, organisation_id, role, display_name, title, email, valid_from)
    values (new_appointment, new_account, at_organisation, as_role, called, with_title, lower(at_email), gate.now());
  perform gate.invite(new_account, link_token);
  perform log.append_as(gen_random_uuid(), 'organisation', at_organisation, 'organisations.account_added', new_account, 'system',
    jsonb_build_object('role', as_role), null, null, gate.now(), null, null, null, 'administrator', '');
end $$;

create function gate.enter_identity(at_email text, of_issuer text, of_subject text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into gate.identity (issuer, subject, account_id, created_at) select of_issuer, of_subject, c.id, gate.now() from gate.account c where c.email = lower(at_email);
  return found;
end $$;

reset role;
grant execute on function gate.my_account() to fotfaste_web_ro, fotfaste_web_rw;
grant execute on function gate.create_api_token(text, uuid, text, int) to fotfaste_web_rw;
grant execute on function gate.clear_sign_in() to fotfaste_worker;
