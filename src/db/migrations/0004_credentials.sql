-- Passwords, second steps, recovery codes and identities from elsewhere (trust.md T25, ASVS 6.x). The database compares and counts; it gives
-- out a salt, and the sealed second factor of a half-finished sign-in, and nothing else. A sealed secret opens only with the installation's key.
set local role fotfaste_owner;

create table gate.credential (
  account_id uuid primary key references gate.account,
  salt bytea not null,
  verifier bytea not null,
  set_at timestamptz not null,
  totp_sealed bytea,
  totp_step bigint,
  recovery_edition int not null default 0,
  constraint credential_salt_is_random_enough check (length(salt) >= 16),
  constraint credential_verifier_is_a_hash check (length(verifier) = 32)
);
comment on table gate.credential is 'K5. verifier: sha256 of the argon2id hash, so that what is stored cannot be sent. totp_step: the last step used, never accepted again. No grant to any login role.';

create table gate.recovery_code (
  account_id uuid not null references gate.account,
  edition int not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, edition, code_hash)
);
comment on table gate.recovery_code is 'K5. Ten codes an edition, by keyed hash, each good once (ASVS 6.5.1). A new edition ends the one before. No grant to any login role.';

create table gate.second_step (
  token_hash bytea primary key,
  account_id uuid not null references gate.account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  borrowed boolean not null,
  totp_offered bytea,
  attempts int not null default 0,
  done_at timestamptz
);
comment on table gate.second_step is 'K5. A sign-in whose password was right and whose code is still to come: ten minutes, five tries. No grant to any login role.';
create index second_step_by_account on gate.second_step (account_id, created_at desc); -- tries in the last hour

create table gate.identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references gate.account,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
comment on table gate.identity is 'K4. Who an identity provider calls this subject (ASVS 6.8.1: issuer and subject, never the e-mail). Rows are made by an administrator.';
create index identity_by_account on gate.identity (account_id); -- account page

do $$ declare t text; begin
  foreach t in array array['gate.credential', 'gate.recovery_code', 'gate.second_step', 'gate.identity'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate', t);
  end loop;
  foreach t in array array['gate.credential', 'gate.recovery_code', 'gate.second_step'] loop
    execute format('create policy gate_adds on %s for insert to fotfaste_gate with check (true)', t);
    execute format('create policy gate_changes on %s for update to fotfaste_gate using (true) with check (true)', t);
    execute format('grant insert, update on %s to fotfaste_gate', t);
  end loop;
end $$;

reset role;
set local role fotfaste_gate;

-- The salt to hash a password with; nothing for an unknown e-mail, and the caller then hashes with a made-up one (ASVS 6.3.8). `known`:
-- the account has signed in from this network before, so that strangers' guesses elsewhere cannot lock its owner out (ASVS 6.3.1).
create function gate.password_salt(of_email text, from_network bytea) returns table (salt bytea, known boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.salt, exists (select from gate.sign_in_log l where l.account_id = c.id and l.what = 'signed_in' and l.network = from_network and l.at > gate.now() - interval '90 days')
    from gate.account c join gate.credential k on k.account_id = c.id where c.email = lower(of_email) and c.active $$;

-- Opens the second step for an account. totp_offered is kept only when the account has no second factor yet.
create function gate.open_step(for_account uuid, step_token text, on_borrowed boolean, offered bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare enrolled boolean := exists (select from gate.credential k where k.account_id = for_account and k.totp_sealed is not null);
begin
  insert into gate.second_step (token_hash, account_id, created_at, expires_at, borrowed, totp_offered)
    values (sha256(convert_to(step_token, 'UTF8')), for_account, gate.now(), gate.now() + interval '10 minutes', on_borrowed, case when enrolled then null else offered end);
  return case when enrolled then 'code' else 'enrol' end;
end $$;

-- Compares a password's argon2id hash. Right: the second step is open, and what it asks for. Wrong or unknown: nothing, and a line in the log.
create function gate.check_password(of_email text, hash bytea, from_network bytea, step_token text, on_borrowed boolean, offered bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held record;
begin
  select c.id, k.verifier = sha256(hash) as is_right into held
    from gate.account c join gate.credential k on k.account_id = c.id where c.email = lower(of_email) and c.active;
  if held.is_right then return gate.open_step(held.id, step_token, on_borrowed, offered); end if;
  insert into gate.sign_in_log (at, what, manner, account_id, network) values (gate.now(), 'refused', 'password', held.id, from_network);
  return null;
end $$;

-- What the page of the second step shows: the offered secret when there is none yet. The secret of an enrolled account is not given here.
create function gate.view_step(step_token text) returns table (email text, totp_offered bytea, borrowed boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.email, s.totp_offered, s.borrowed from gate.second_step s join gate.account c on c.id = s.account_id
   where s.token_hash = sha256(convert_to(step_token, 'UTF8')) and s.done_at is null and s.expires_at > gate.now() and s.attempts < 5 $$;

-- Counts a try before it is judged, so that parallel guesses cannot outrun the count. Five a step, twenty an hour for the account, whose
-- password the guesser must already know. Nothing: the step is used up, too old or unknown.
create function gate.try_step(step_token text) returns table (account_id uuid, totp_sealed bytea, totp_offered bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare tried gate.second_step;
begin
  update gate.second_step s set attempts = s.attempts + 1
   where s.token_hash = sha256(convert_to(step_token, 'UTF8')) and s.done_at is null and s.expires_at > gate.now() and s.attempts < 5 returning s.* into tried;
  if tried.account_id is null then return; end if;
  if (select sum(s.attempts) from gate.second_step s where s.account_id = tried.account_id and s.done_at is null and s.created_at > gate.now() - interval '1 hour') > 20 then return; end if;
  return query select tried.account_id, k.totp_sealed, tried.totp_offered from gate.credential k where k.account_id = tried.account_id;
end $$;

-- Takes a step out of use and says whose it was; nothing when somebody already did.
create function gate.close_step(step_token text) returns gate.second_step language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update gate.second_step s set done_at = gate.now()
   where s.token_hash = sha256(convert_to(step_token, 'UTF8')) and s.done_at is null and s.expires_at > gate.now() and s.attempts <= 5 returning s.* $$;

-- Finishes with a code from the app. The step number must be later than the last one used: a code is good once (RFC 6238 §5.2).
create function gate.finish_totp(step_token text, totp_step_used bigint, token text, previous text, device text, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare step gate.second_step;
begin
  update gate.credential k set totp_step = totp_step_used from gate.second_step s
   where s.token_hash = sha256(convert_to(step_token, 'UTF8')) and s.done_at is null and s.expires_at > gate.now() and s.attempts <= 5
     and k.account_id = s.account_id and k.totp_sealed is not null and (k.totp_step is null or k.totp_step < totp_step_used);
  if not found then return; end if;
  step := gate.close_step(step_token);
  if step.account_id is null then raise exception 'the step was closed meanwhile' using errcode = '40001'; end if;
  return query select b.role, b.seconds from gate.begin_session(token, previous, step.account_id, null, 'password', device, step.borrowed, from_network) b;
end $$;

-- Writes a new edition of recovery codes; the former edition is good no more.
create function gate.write_recovery(for_account uuid, hashes bytea[]) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare now_edition int;
begin
  update gate.credential k set recovery_edition = k.recovery_edition + 1 where k.account_id = for_account returning k.recovery_edition into now_edition;
  insert into gate.recovery_code (account_id, edition, code_hash) select for_account, now_edition, h from unnest(hashes) h;
end $$;

-- Enrols the offered second factor, once, with its recovery codes, and begins the session.
create function gate.enrol_totp(step_token text, totp_step_used bigint, recovery bytea[], token text, previous text, device text, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare step gate.second_step;
begin
  if coalesce(array_length(recovery, 1), 0) < 10 then raise exception 'ten recovery codes' using errcode = '22023'; end if;
  step := gate.close_step(step_token);
  if step.account_id is null or step.totp_offered is null then return; end if;
  update gate.credential k set totp_sealed = step.totp_offered, totp_step = totp_step_used where k.account_id = step.account_id and k.totp_sealed is null;
  if not found then return; end if;
  perform gate.write_recovery(step.account_id, recovery);
  insert into gate.sign_in_log (at, what, account_id, network) values (gate.now(), 'totp_enrolled', step.account_id, from_network);
  return query select b.role, b.seconds from gate.begin_session(token, previous, step.account_id, null, 'password', device, step.borrowed, from_network) b;
end $$;

-- Finishes with a recovery code, which is then spent.
create function gate.finish_recovery(step_token text, hash bytea, token text, previous text, device text, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare step gate.second_step;
begin
  update gate.recovery_code r set used_at = gate.now() from gate.second_step s join gate.credential k on k.account_id = s.account_id
   where s.token_hash = sha256(convert_to(step_token, 'UTF8')) and s.done_at is null and s.expires_at > gate.now() and s.attempts <= 5
     and k.totp_sealed is not null and r.account_id = s.account_id and r.edition = k.recovery_edition and r.code_hash = hash and r.used_at is null;
  if not found then return; end if;
  step := gate.close_step(step_token);
  if step.account_id is null then raise exception 'the step was closed meanwhile' using errcode = '40001'; end if;
  insert into gate.sign_in_log (at, what, account_id, network) values (gate.now(), 'recovery_used', step.account_id, from_network);
  return query select b.role, b.seconds from gate.begin_session(token, previous, step.account_id, null, 'password', device, step.borrowed, from_network) b;
end $$;

-- Somebody whom an identity provider vouches for. Nothing for an identity that no administrator has tied to an account.
create function gate.begin_with_identity(of_issuer text, of_subject text, token text, previous text, device text, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_account uuid := (select i.account_id from gate.identity i where i.issuer = of_issuer and i.subject = of_subject);
begin
  if found_account is null then
    insert into gate.sign_in_log (at, what, manner, network) values (gate.now(), 'refused', 'oidc', from_network);
    return;
  end if;
  return query select b.role, b.seconds from gate.begin_session(token, previous, found_account, null, 'oidc', device, false, from_network) b;
end $$;

-- The own second factor, for renewing recovery codes from the account page, and the renewal, which spends a code like a sign-in does.
create function gate.own_totp(token text) returns table (account_id uuid, totp_sealed bytea) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.account_id, k.totp_sealed from gate.session_of(token) s join gate.credential k on k.account_id = s.account_id where s.kind = 'web' and k.totp_sealed is not null $$;
create function gate.renew_recovery(token text, totp_step_used bigint, hashes bytea[]) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held gate.session := gate.session_of(token);
begin
  update gate.credential k set totp_step = totp_step_used where k.account_id = held.account_id and held.kind = 'web' and (k.totp_step is null or k.totp_step < totp_step_used);
  if not found then return false; end if;
  perform gate.write_recovery(held.account_id, hashes);
  insert into gate.sign_in_log (at, what, account_id, session_id) values (gate.now(), 'recovery_renewed', held.account_id, held.id);
  return true;
end $$;

reset role;
grant execute on function gate.password_salt(text, bytea), gate.check_password(text, bytea, bytea, text, boolean, bytea), gate.view_step(text), gate.try_step(text),
  gate.finish_totp(text, bigint, text, text, text, bytea), gate.enrol_totp(text, bigint, bytea[], text, text, text, bytea),
  gate.finish_recovery(text, bytea, text, text, text, bytea), gate.begin_with_identity(text, text, text, text, text, bytea),
  gate.own_totp(text), gate.renew_recovery(text, bigint, bytea[]) to fotfaste_sign_in;
