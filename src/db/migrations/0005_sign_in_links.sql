-- One-time links and codes by e-mail: sign-in for employers and participants, a new password for staff (trust.md T26, ux.md §4.15).
-- Looking at a link spends nothing; a button does, once. Ten minutes. What an unknown address is told is what everybody is told.
set local role fotfaste_owner;

create table gate.link (
  id uuid primary key,
  token_hash bytea not null constraint link_token_is_unique unique,
  code_hash bytea,
  account_id uuid not null references gate.account,
  purpose text not null constraint link_purpose_is_known check (purpose in ('session', 'password')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  spent_at timestamptz,
  constraint only_sign_in_has_a_code check (code_hash is null or purpose = 'session')
);
comment on table gate.link is 'K5. Links sent by e-mail, by hash; the code by keyed hash. No grant to any login role.';
create index link_by_account on gate.link (account_id, created_at desc); -- how many were asked for, which codes are live

alter table gate.link enable row level security;
alter table gate.link force row level security;
create policy gate_reads on gate.link for select to fotfaste_gate using (true);
create policy gate_adds on gate.link for insert to fotfaste_gate with check (true);
create policy gate_changes on gate.link for update to fotfaste_gate using (true) with check (true);
grant select, insert, update on gate.link to fotfaste_gate;

reset role;
set local role fotfaste_gate;

-- Staff choose a password by the link, others sign in by it. Service accounts and accounts that are closed get none.
create function gate.link_purpose(of_kind text) returns text language sql immutable security definer set search_path = pg_catalog, pg_temp
  as $$ select case of_kind when 'staff' then 'password' when 'employer' then 'session' when 'participant' then 'session' end $$;

create function gate.write_link(for_account gate.account, link_token text, code bytea) returns table (send_to text, purpose text, language text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare for_what text := gate.link_purpose(for_account.kind);
begin
  if for_account.id is null or not for_account.active or for_account.email is null or for_what is null then return; end if;
  -- Two askings at the same time are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('link ' || for_account.id, 0));
  if (select count(*) from gate.link l where l.account_id = for_account.id and l.created_at > gate.now() - interval '1 hour') >= 5 then return; end if;
  insert into gate.link (id, token_hash, code_hash, account_id, purpose, created_at, expires_at)
    values (gen_random_uuid(), sha256(convert_to(link_token, 'UTF8')), case when for_what = 'session' then code end, for_account.id, for_what, gate.now(), gate.now() + interval '10 minutes');
  insert into gate.sign_in_log (at, what, account_id) values (gate.now(), 'link_asked', for_account.id);
  return query select for_account.email, for_what, for_account.language;
end $$;

-- Makes a link for an address. No row: nobody has it, or five were sent in an hour; the page says the same all the same.
create function gate.ask_link(to_email text, link_token text, code bytea) returns table (send_to text, purpose text, language text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select w.* from gate.account c, lateral gate.write_link(c, link_token, code) w where c.email = lower(to_email) $$;

-- A new link to the address that an old one went to: whoever holds the old one has had the mail. Within a week of it.
create function gate.renew_link(old_token text, link_token text, new_code bytea) returns table (send_to text, purpose text, language text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select w.* from gate.link l join gate.account c on c.id = l.account_id, lateral gate.write_link(c, link_token, new_code) w
   where l.token_hash = sha256(convert_to(old_token, 'UTF8')) and l.created_at > gate.now() - interval '7 days' $$;

-- What the page of a link shows. state: live, old (spent or expired; a new one may be asked for), or no row.
create function gate.view_link(link_token text) returns table (state text, purpose text, email text, language text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when l.spent_at is null and l.expires_at > gate.now() and c.active then 'live' else 'old' end, l.purpose, c.email, c.language
    from gate.link l join gate.account c on c.id = l.account_id
   where l.token_hash = sha256(convert_to(link_token, 'UTF8')) and l.created_at > gate.now() - interval '7 days' $$;

-- Spends a link and begins a session. Of many at the same time one succeeds: the row is locked by the first.
create function gate.spend_link(link_token text, token text, previous text, device text, on_borrowed boolean, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare spent gate.link;
begin
  update gate.link l set spent_at = gate.now() where l.token_hash = sha256(convert_to(link_token, 'UTF8')) and l.purpose = 'session'
     and l.spent_at is null and l.expires_at > gate.now() returning l.* into spent;
  if spent.id is null then return; end if;
  return query select b.role, b.seconds from gate.begin_session(token, previous, spent.account_id, null, 'link', device, on_borrowed, from_network) b;
end $$;

-- The code of the same mail, typed by hand. A try counts against every live link of the address; five a link, twenty a day, and the link itself
-- still works when codes have been guessed away by somebody else.
create function gate.spend_code(of_email text, code bytea, token text, previous text, device text, on_borrowed boolean, from_network bytea)
  returns table (role text, seconds int) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid := (select c.id from gate.account c where c.email = lower(of_email) and c.active); spent gate.link;
begin
  if who is null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('code ' || who, 0));
  if (select coalesce(sum(l.attempts), 0) from gate.link l where l.account_id = who and l.created_at > gate.now() - interval '1 day') >= 20 then return; end if;
  update gate.link l set spent_at = gate.now() where l.id = (select m.id from gate.link m where m.account_id = who and m.purpose = 'session' and m.spent_at is null
      and m.expires_at > gate.now() and m.attempts < 5 and m.code_hash = code limit 1) and l.spent_at is null returning l.* into spent;
  if spent.id is null then
    update gate.link l set attempts = l.attempts + 1 where l.account_id = who and l.spent_at is null and l.expires_at > gate.now() and l.purpose = 'session';
    insert into gate.sign_in_log (at, what, manner, account_id, network) values (gate.now(), 'refused', 'code', who, from_network);
    return;
  end if;
  return query select b.role, b.seconds from gate.begin_session(token, previous, who, null, 'code', device, on_borrowed, from_network) b;
end $$;

-- Spends a link on a new password. Every session of the account ends, and the second step opens: a link never passes it by (ASVS 6.4.3).
create function gate.spend_password_link(link_token text, new_salt bytea, hash bytea, step_token text, on_borrowed boolean, offered bytea, from_network bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare spent gate.link;
begin
  update gate.link l set spent_at = gate.now() from gate.account c where l.token_hash = sha256(convert_to(link_token, 'UTF8')) and l.purpose = 'password'
     and l.spent_at is null and l.expires_at > gate.now() and c.id = l.account_id and c.active returning l.* into spent;
  if spent.id is null then return null; end if;
  insert into gate.credential (account_id, salt, verifier, set_at) values (spent.account_id, new_salt, sha256(hash), gate.now())
    on conflict (account_id) do update set salt = excluded.salt, verifier = excluded.verifier, set_at = excluded.set_at;
  update gate.session s set revoked_at = gate.now() where s.account_id = spent.account_id and s.kind = 'web' and s.revoked_at is null;
  insert into gate.sign_in_log (at, what, account_id, network) values (gate.now(), 'password_set', spent.account_id, from_network);
  return gate.open_step(spent.account_id, step_token, on_borrowed, offered);
end $$;

-- The same link, made by an administrator at the command line for a new account, which has ten days to be taken into use.
create function gate.invite(for_account uuid, link_token text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into gate.link (id, token_hash, account_id, purpose, created_at, expires_at)
  select gen_random_uuid(), sha256(convert_to(link_token, 'UTF8')), c.id, gate.link_purpose(c.kind), gate.now(), gate.now() + interval '10 days'
    from gate.account c where c.id = for_account and c.active and gate.link_purpose(c.kind) is not null $$;

reset role;
grant execute on function gate.ask_link(text, text, bytea), gate.renew_link(text, text, bytea), gate.view_link(text),
  gate.spend_link(text, text, text, text, boolean, bytea), gate.spend_code(text, bytea, text, text, text, boolean, bytea),
  gate.spend_password_link(text, bytea, bytea, text, boolean, bytea, bytea) to fotfaste_sign_in;
