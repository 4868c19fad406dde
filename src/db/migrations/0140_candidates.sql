-- Candidates, second part: asking again, finding by identity number, the lists' indexes, and the person's own view of what is known and who read it
-- (TGT-5, TGT-6, TGT-11, JSP-11, GEN-1; trust.md P-M, P-R, P-S).
set local role fotfaste_owner;

-- A question that was never answered can be put again in newer words or with a later day; the old one stays as it was asked.
alter table candidates.permission add column replaced_at timestamptz
  constraint only_an_unanswered_question_is_replaced check (replaced_at is null or answer is null);
comment on column candidates.permission.replaced_at is 'When the matching side put the question again: this one can no longer be answered.';
drop index candidates.one_open_question_per_receiver_and_case;
create unique index one_open_question_per_receiver_and_case on candidates.permission (person_id, receiver_id, purpose, procurement_id) nulls not distinct
  where answer is null and replaced_at is null;
grant update (replaced_at) on candidates.permission to fotfaste_web_rw;
create policy the_asker_replaces on candidates.permission for update to fotfaste_web_rw using ((select gate.role()) = 'coordinator' and answer is null
  and exists (select 1 from candidates.person p where p.id = person_id)) with check (answer is null);

create policy assessors_add on candidates.standing for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'district_team') and exists (select 1 from candidates.person p where p.id = person_id));
grant insert on candidates.standing to fotfaste_web_rw;

create index person_by_district_number on candidates.person (district_id, number, id); -- list, order "number"
create index person_by_matching_ready on candidates.person (matching_id, ready_on, id); -- list, order "ready first", filter "ready before"
create index person_by_district_ready on candidates.person (district_id, ready_on, id);
create index person_by_matching_language on candidates.person (matching_id, language, waiting_since, id); -- list, filter language
create index person_by_district_language on candidates.person (district_id, language, waiting_since, id);
create index person_by_identity on candidates.person (identity_hmac) where identity_hmac is not null; -- search by identity number
create index competence_by_concept on candidates.competence (concept, person_id) where state = 'held'; -- list, filter "can"
create index permission_unanswered on candidates.permission (asked_at, person_id) where answer is null and replaced_at is null; -- asked without answer
create index permission_ending on candidates.permission (valid_to, person_id) where answer = 'yes' and withdrawn_at is null; -- ends soon
reset role;
set local role fotfaste_gate;

-- The person with an identity number, given as its digest, when the actor may see that person. Whom it hits is logged either way, allowed or not;
-- the answer is the same for "not here", "not yours" and "protected" (P-S2).
create function candidates.find_by_identity(digest bytea) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.account_id is null or who.role not in ('matching_officer', 'district_team') then return null; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, p.id, array['identity'], 'search', candidates.visible(p.id)
      from candidates.person p where p.identity_hmac = digest;
  return (select p.id from candidates.person p where p.identity_hmac = digest and candidates.visible(p.id) order by p.id limit 1);
end $$;

-- The named few of a protected person, to those who are among them.
create function candidates.named_readers(whom uuid) returns table (name text, title text, organisation text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select distinct coalesce(a.display_name, ''), coalesce(a.title, ''), coalesce(o.name, '')
    from candidates.named_reader n join gate.appointment a on a.account_id = n.account_id left join organisations.organisation o on o.id = a.organisation_id
   where n.person_id = whom and candidates.visible(whom) and gate.person() is null
     and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
   order by 1, 3 $$;

-- To the person: whom to talk to. Of a protected person one of the named, else whoever asked last and still works, else an officer of the matching unit.
create function candidates.my_contact() returns table (name text, organisation text, phone text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(a.display_name, ''), o.name, coalesce(a.phone, o.phone)
    from candidates.person p
    join gate.appointment a on a.role in ('matching_officer', 'district_team', 'coordinator') and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
    join organisations.organisation o on o.id = a.organisation_id
    left join lateral (select m.asked_by from candidates.permission m where m.person_id = p.id order by m.asked_at desc limit 1) m on true
   where p.id = gate.person()
     and (case when p.protected then exists (select 1 from candidates.named_reader n where n.person_id = p.id and n.account_id = a.account_id)
          else a.id = m.asked_by or (a.organisation_id = p.matching_id and a.role = 'matching_officer') end)
   order by (a.id = m.asked_by) desc nulls last, a.valid_from, a.id limit 1 $$;

-- To the person: what the job is that a question, a proposal or an offer is about. The rest of the case is not the person's to read.
create function candidates.my_job(for_procurement uuid) returns table (title text, area text, starts_on date, hours_sv text[], hours_en text[], form text, months int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(f.title, c.title), r.name,
         coalesce((select min(l.starts_on) from places.place l where l.procurement_id = c.id and l.state <> 'withdrawn' and l.starts_on >= gate.today()), c.contract_start),
         array(select q.label_sv from competence.requirement q where q.profile_id = f.id and q.type = 'hours' order by q.position),
         array(select q.label_en from competence.requirement q where q.profile_id = f.id and q.type = 'hours' order by q.position),
         n.form, n.months
    from procurement.procurement c
    left join competence.profile f on f.procurement_id = c.id and f.state = 'adopted'
    left join procurement.need n on n.procurement_id = c.id
    left join organisations.area r on r.id = n.area_id
   where c.id = for_procurement
     and (exists (select 1 from candidates.permission m where m.person_id = gate.person() and m.procurement_id = c.id)
       or exists (select 1 from matching.candidacy k where k.person_id = gate.person() and k.procurement_id = c.id)) $$;

-- To the person: who has read what, by organisation, function, day and purpose (P-R2); not by the officer's name, and not the person's own looking.
create function candidates.my_readers(most int) returns table (on_day date, organisation text, role text, purpose text, fields text[], times int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.on_day, coalesce(o.name, ''), x.role, x.purpose, array(select distinct f from unnest(x.all_fields) f order by f), x.times
    from (select (l.at at time zone 'Europe/Stockholm')::date as on_day, l.organisation_id, l.role, l.purpose, count(*)::int as times,
                 string_to_array(string_agg(array_to_string(l.fields, ','), ','), ',') as all_fields
            from gate.read_log l where l.person_id = gate.person() and l.allowed and l.role <> 'participant'
           group by 1, 2, 3, 4) x
    left join organisations.organisation o on o.id = x.organisation_id
   order by x.on_day desc, 2, x.role, x.purpose limit most $$;

-- To the person: everything that is kept about them, table by table (P-R1), but for name, contact and identity number, which candidates.read_person gives
-- and logs. Left out, and said to be left out: who works where (other people), and the text of others' cases.
create function candidates.my_file() returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'person', (select to_jsonb(x) from (select p.number, p.status, p.waiting_since, p.ready_on, p.language, p.target_groups, p.protected, d.name as district,
        m.name as matching_unit, a.name as area from organisations.organisation d, organisations.organisation m, organisations.area a
        where d.id = p.district_id and m.id = p.matching_id and a.id = p.area_id) x),
    'competences', (select coalesce(jsonb_agg(to_jsonb(x) order by x.label, x.concept), '[]') from (select k.concept, k.label_sv as label, k.type, k.level, k.state, k.source, k.noted_on
        from candidates.competence k where k.person_id = p.id) x),
    'standing', (select to_jsonb(s) - 'person_id' - 'version' from candidates.standing s where s.person_id = p.id),
    'permissions', (select coalesce(jsonb_agg(to_jsonb(x) order by x.asked_at), '[]') from (select m.purpose, m.receiver_name as receiver, m.fields, m.text_edition, m.asked_at, m.answer,
        m.answered_at, m.manner, m.language, m.valid_to, m.withdrawn_at, m.replaced_at from candidates.permission m where m.person_id = p.id) x),
    'assignments', (select coalesce(jsonb_agg(to_jsonb(x) order by x.from_at), '[]') from (select o.name as organisation, a.purpose, a.from_at, a.to_at
        from candidates.assignment a join organisations.organisation o on o.id = a.organisation_id where a.person_id = p.id) x),
    'bookings', (select coalesce(jsonb_agg(to_jsonb(x) order by x.starts_on, x.name), '[]') from (select i.name_sv as name, o.name as provider, s.starts_on, s.ends_on, b.state, b.booked_at
        from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
        join organisations.organisation o on o.id = i.provider_id where b.person_id = p.id) x),
    'candidacies', (select coalesce(jsonb_agg(to_jsonb(x) order by x.proposed_at), '[]') from (select c.title as procurement, k.state, k.proposed_at, k.invited_on, k.attended_on,
        k.shortlisted_at, k.shortlist_reason, k.shortlist_note, k.presented_at, k.shown_to, k.interviewed_on, k.decided_at, k.decline_reason
        from matching.candidacy k join procurement.procurement c on c.id = k.procurement_id where k.person_id = p.id) x),
    'placements', (select coalesce(jsonb_agg(to_jsonb(x) order by x.offered_at), '[]') from (select o.name as employer, l.state, l.form, l.rate, l.starts_on, l.ends_on, l.offered_at,
        l.agreed_at, l.started_on, l.ended_on, l.end_reason, l.employer_confirmed_at, l.person_confirmed_at, l.still_confirmed_at
        from placement.placement l join organisations.organisation o on o.id = l.employer_id where l.person_id = p.id) x))
    from candidates.person p where p.id = gate.person() $$;

reset role;
grant execute on function candidates.find_by_identity(bytea) to fotfaste_web_rw;
grant execute on function candidates.named_readers(uuid), candidates.my_contact(), candidates.my_job(uuid), candidates.my_readers(int), candidates.my_file()
  to fotfaste_web_rw, fotfaste_web_ro;
