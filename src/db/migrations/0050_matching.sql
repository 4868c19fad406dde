-- Tracks: bookings of interventions. Matching: a person's way towards a place, from a district's proposal to the employer's choice (TGT-5, JSP-8, GEN-4).
create schema tracks authorization fotfaste_owner;
create schema matching authorization fotfaste_owner;
grant usage on schema tracks, matching to fotfaste_web_rw, fotfaste_web_ro, fotfaste_worker, fotfaste_gate;
grant create on schema matching to fotfaste_gate;
set local role fotfaste_owner;

create table tracks.booking (
  id uuid primary key,
  person_id uuid not null references candidates.person,
  start_id uuid not null references catalogue.start,
  procurement_id uuid not null references procurement.procurement,
  state text not null constraint booking_state_is_known check (state in ('booked', 'completed', 'dropped', 'cancelled')),
  booked_at timestamptz not null,
  version int not null default 1
);
comment on table tracks.booking is 'K3. A person''s seat on a start of an intervention, for a case. The plan of a person is its bookings in order.';
create unique index a_person_has_one_seat_on_a_start on tracks.booking (person_id, start_id) where state in ('booked', 'completed');
create index booking_by_start on tracks.booking (start_id, state); -- the provider's class

create table matching.candidacy (
  id uuid primary key,
  procurement_id uuid not null references procurement.procurement,
  person_id uuid not null references candidates.person,
  district_id uuid not null references organisations.organisation,
  state text not null constraint candidacy_state_is_known check (state in ('proposed', 'shortlisted', 'presented', 'wanted', 'chosen', 'declined', 'withdrawn', 'not_needed')),
  proposed_at timestamptz not null,
  invited_on date,
  attended_on date,
  shortlisted_at timestamptz,
  shortlist_reason text constraint shortlist_reason_is_known check (shortlist_reason in ('meets_musts', 'meets_musts_by_start', 'own_wish', 'needs_wider_choice', 'other')),
  shortlist_note text not null default '',
  presented_at timestamptz,
  shown_to date,
  interviewed_on date,
  decided_at timestamptz,
  decline_reason text constraint decline_reason_is_known check (decline_reason in ('licence_missing', 'hours_do_not_fit', 'experience_missing', 'place_taken', 'other_about_the_work')),
  version int not null default 1,
  constraint a_person_is_candidate_once_in_a_case unique (procurement_id, person_id),
  constraint a_decline_has_a_coded_reason check ((state = 'declined') = (decline_reason is not null)),
  constraint a_shortlisted_candidate_has_a_reason check (state in ('proposed', 'withdrawn', 'not_needed') or shortlist_reason is not null)
);
comment on table matching.candidacy is 'K3. A person''s way through one case. There is no score and no rank, by design (GEN-4). shown_to: last day the employer sees the card.';
create index candidacy_by_procurement on matching.candidacy (procurement_id, state, proposed_at, id);
create index candidacy_by_person on matching.candidacy (person_id, proposed_at desc);
create index candidacy_by_district on matching.candidacy (district_id, state, proposed_at);

do $$ declare t text; begin
  foreach t in array array['tracks.booking', 'matching.candidacy'] loop
    execute format('alter table %s enable row level security; alter table %s force row level security', t, t);
    execute format('create policy gate_reads on %s for select to fotfaste_gate using (true)', t);
    execute format('grant select on %s to fotfaste_gate, fotfaste_web_rw, fotfaste_web_ro', t);
  end loop;
end $$;
create policy with_the_person on tracks.booking for select to fotfaste_web_rw, fotfaste_web_ro using (exists (select 1 from candidates.person p where p.id = person_id)
  and ((select gate.role()) <> 'provider' or exists (select 1 from catalogue.start s join catalogue.intervention i on i.id = s.intervention_id
    where s.id = start_id and i.provider_id = (select gate.org()))));
create policy matching_side_books on tracks.booking for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'coordinator') and exists (select 1 from candidates.person p where p.id = person_id));
create policy matching_side_and_provider_change on tracks.booking for update to fotfaste_web_rw using (
  (select gate.role()) in ('matching_officer', 'coordinator', 'provider') and exists (select 1 from candidates.person p where p.id = person_id));
grant insert on tracks.booking to fotfaste_web_rw;
grant update (state, version) on tracks.booking to fotfaste_web_rw;

create policy matching_side on matching.candidacy for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'district_team' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id) and exists (select 1 from procurement.procurement c where c.id = procurement_id)
    when 'participant' then person_id = (select gate.person())
    when 'employer' then state in ('presented', 'wanted', 'chosen', 'declined') and shown_to >= (select gate.today())
      and exists (select 1 from procurement.procurement c where c.id = procurement_id)
      and candidates.disclosed(person_id, (select gate.org()), procurement_id)
    else false end);
create policy district_proposes on matching.candidacy for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('district_team', 'matching_officer', 'coordinator') and state = 'proposed' and exists (select 1 from candidates.person p where p.id = person_id));
create policy sides_change on matching.candidacy for update to fotfaste_web_rw using (
  (select gate.role()) in ('matching_officer', 'coordinator', 'district_team', 'participant', 'employer')) with check (true);
grant insert on matching.candidacy to fotfaste_web_rw;
grant update (state, invited_on, attended_on, shortlisted_at, shortlist_reason, shortlist_note, presented_at, shown_to, interviewed_on, decided_at, decline_reason, version)
  on matching.candidacy to fotfaste_web_rw;
reset role;
set local role fotfaste_gate;

-- Names for people the actor may see by policy-like rule, logged one row per person in the same transaction (P-L1). Order of the answer is the order asked for.
create function candidates.read_names(whom uuid[], purpose text, for_procurement uuid default null) returns table (person_id uuid, given_name text, family_name text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.account_id is null then return; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, p.id, array['name'], purpose, for_procurement, true
      from candidates.person p where p.id = any (whom) and candidates.visible(p.id);
  return query select p.id, p.given_name, p.family_name from candidates.person p where p.id = any (whom) and candidates.visible(p.id);
end $$;

-- Contact or identity of one person, with a stated purpose; a refused attempt is logged too. Empty when not allowed: the same as not existing.
create function candidates.read_person(whom uuid, wanted text[], purpose text, for_procurement uuid default null)
  returns table (given_name text, family_name text, phone text, email text, identity_sealed bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record; ok boolean;
begin
  select * into who from gate.actor();
  if who.account_id is null or length(trim(purpose)) = 0 then return; end if;
  ok := candidates.visible(whom) and (who.role <> 'provider' or not (wanted && array['identity', 'email'])) and (who.role <> 'coordinator' or not (wanted && array['identity']));
  if exists (select 1 from candidates.person p where p.id = whom) then
    insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
      values (gate.now(), who.account_id, who.organisation_id, who.role, whom, wanted, purpose, for_procurement, ok);
  end if;
  if not ok then return; end if;
  return query select case when 'name' = any (wanted) then p.given_name end, case when 'name' = any (wanted) then p.family_name end,
      case when 'phone' = any (wanted) then p.phone end, case when 'email' = any (wanted) then p.email end,
      case when 'identity' = any (wanted) then p.identity_sealed end
    from candidates.person p where p.id = whom;
end $$;

-- The rule of the person policy once more, for the definer functions above (they read past the policy and must not read past the rule).
create function candidates.visible(whom uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from candidates.person p, gate.actor() x where p.id = whom
    and (not p.protected or candidates.may_know_protected(p.id))
    and (x.role = 'participant' and p.id = x.person_id
      or x.role = 'matching_officer' and p.matching_id = x.organisation_id
      or x.role = 'district_team' and p.district_id = x.organisation_id
      or x.role in ('matching_officer', 'district_team', 'coordinator', 'provider') and exists (select 1 from candidates.assignment a
        where a.person_id = p.id and a.organisation_id = x.organisation_id and a.from_at <= gate.now() and (a.to_at is null or a.to_at > gate.now())
          and (x.role <> 'provider' or a.purpose = 'training')))) $$;

-- The employer's cards for one case: exactly the fields of trust.md P-D2, only with a permission in force, every reading logged.
create function matching.read_cards(for_procurement uuid) returns table (candidacy_id uuid, state text, version int, given_name text, family_initial text, phone text,
  skills text[], ready_on date, shown_to date, support text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.role is distinct from 'employer' then return; end if;
  if not exists (select 1 from procurement.procurement c where c.id = for_procurement and c.supplier_id = who.organisation_id) then return; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, c.person_id, array['name', 'phone', 'competence'], 'choose', for_procurement, true
      from matching.candidacy c where c.procurement_id = for_procurement and c.state in ('presented', 'wanted', 'chosen') and c.shown_to >= gate.today()
       and candidates.disclosed(c.person_id, who.organisation_id, for_procurement);
  return query
    select c.id, c.state, c.version, p.given_name, left(p.family_name, 1), case when 'phone' = any (m.fields) then p.phone end,
      case when 'competence' = any (m.fields) then array(select k.label_sv from candidates.competence k join competence.requirement r on r.concept = k.concept
        join competence.profile f on f.id = r.profile_id and f.procurement_id = for_procurement and f.state = 'adopted'
        where k.person_id = p.id and k.state = 'held' and (r.level is null or k.level >= r.level) order by r.position) end,
      p.ready_on, least(c.shown_to, m.valid_to), 'asked'::text
    from matching.candidacy c join candidates.person p on p.id = c.person_id
    join lateral (select * from candidates.permission m where m.person_id = c.person_id and m.receiver_id = who.organisation_id and m.procurement_id = for_procurement
      and m.purpose = 'show_to_employer' and m.answer = 'yes' and m.withdrawn_at is null and m.valid_to >= gate.today() order by m.answered_at desc limit 1) m on true
    where c.procurement_id = for_procurement and c.state in ('presented', 'wanted', 'chosen') and c.shown_to >= gate.today() and not p.protected
    order by p.given_name, c.id;
end $$;
reset role;
grant execute on function candidates.read_names(uuid[], text, uuid), candidates.read_person(uuid, text[], text, uuid), candidates.visible(uuid),
  matching.read_cards(uuid) to fotfaste_web_rw, fotfaste_web_ro;
