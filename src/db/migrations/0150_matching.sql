-- Matching, second part: the case gets to know whom it is about, the employer reads and answers cards only through functions, and the
-- matching side reads candidacies of its own people and its own cases (TGT-5, JSP-8, GEN-1, GEN-4; trust.md P-D2, P-M1–P-M3, P-S2).
set local role fotfaste_owner;

-- The employer has no row of a candidacy to read: notes, reasons and days are not on the card (P-D2). An officer who has borrowed a person
-- for one case learns nothing of that person's other cases.
drop policy matching_side on matching.candidacy;
create policy matching_side on matching.candidacy for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id
      and (p.matching_id = (select gate.org()) or exists (select 1 from procurement.procurement c where c.id = procurement_id)))
    when 'district_team' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id)
      and exists (select 1 from procurement.procurement c where c.id = procurement_id)
    when 'participant' then person_id = (select gate.person())
    else false end);
drop policy sides_change on matching.candidacy;
create policy matching_side_changes on matching.candidacy for update to fotfaste_web_rw
  using ((select gate.role()) in ('matching_officer', 'coordinator', 'district_team'));
create policy the_person_steps_back on matching.candidacy for update to fotfaste_web_rw
  using ((select gate.role()) = 'participant' and person_id = (select gate.person()))
  with check ((select gate.role()) = 'participant' and person_id = (select gate.person()) and state = 'withdrawn');

create policy gate_answers on matching.candidacy for update to fotfaste_gate using (true) with check (true);
grant update (state, decided_at, decline_reason, version) on matching.candidacy to fotfaste_gate;
create policy gate_assigns on candidates.assignment for insert to fotfaste_gate with check (purpose = 'case');
create policy gate_ends on candidates.assignment for update to fotfaste_gate using (purpose = 'case') with check (purpose = 'case');
grant insert, update (to_at) on candidates.assignment to fotfaste_gate;
create index assignment_by_case on candidates.assignment (procurement_id, person_id) where purpose = 'case'; -- ending it when a proposal is withdrawn
reset role;
set local role fotfaste_gate;

-- Lets the matching unit and the coordinator of a case see a person who is proposed for it, unless they can already.
create function matching.assign_to_case(whom uuid, for_procurement uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if gate.role() not in ('district_team', 'matching_officer', 'coordinator') or not candidates.visible(whom) or not procurement.visible(for_procurement) then
    raise exception 'not of this case' using errcode = '42501';
  end if;
  insert into candidates.assignment (id, person_id, organisation_id, purpose, procurement_id, from_at)
    select gen_random_uuid(), p.id, o.id, 'case', c.id, gate.now()
      from procurement.procurement c cross join lateral (values (c.matching_id), (c.coordinator_id)) o (id) join candidates.person p on p.id = whom
     where c.id = for_procurement and o.id is not null and o.id not in (p.matching_id, p.district_id)
       and not exists (select 1 from candidates.assignment a where a.person_id = p.id and a.organisation_id = o.id and a.purpose = 'case'
         and a.procurement_id = c.id and (a.to_at is null or a.to_at > gate.now()));
end $$;

-- The purpose is over when the proposal is: who borrowed the person for this case no longer sees it.
create function matching.end_assignment(whom uuid, for_procurement uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if gate.role() not in ('district_team', 'matching_officer', 'coordinator') or not candidates.visible(whom) or not procurement.visible(for_procurement) then
    raise exception 'not of this case' using errcode = '42501';
  end if;
  update candidates.assignment set to_at = gate.now()
   where person_id = whom and procurement_id = for_procurement and purpose = 'case' and (to_at is null or to_at > gate.now());
end $$;

-- One card as its employer may see it today: exactly the fields of P-D2, and of those only what the person has said yes to. No permission, no
-- card. Not granted to anybody: the two functions below ask who is asking.
create function matching.card(of_candidacy uuid) returns table (given_name text, family_initial text, phone text, skills_sv text[], skills_en text[],
  languages_sv text[], languages_en text[], ready_on date, shown_to date, support text, fields text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.given_name, left(p.family_name, 1), case when 'phone' = any (m.fields) then p.phone end,
      case when 'competence' = any (m.fields) then k.skills_sv end, case when 'competence' = any (m.fields) then k.skills_en end,
      case when 'competence' = any (m.fields) then k.languages_sv end, case when 'competence' = any (m.fields) then k.languages_en end,
      p.ready_on, least(c.shown_to, m.valid_to), 'asked'::text, m.fields
    from matching.candidacy c join candidates.person p on p.id = c.person_id and not p.protected join procurement.procurement x on x.id = c.procurement_id
    join lateral (select q.fields, q.valid_to from candidates.permission q where q.person_id = c.person_id and q.receiver_id = x.supplier_id
      and q.procurement_id = c.procurement_id and q.purpose = 'show_to_employer' and q.answer = 'yes' and q.withdrawn_at is null
      and q.valid_to >= gate.today() order by q.answered_at desc, q.id limit 1) m on true
    cross join lateral (select array_agg(r.label_sv order by r.position) filter (where r.type <> 'language') as skills_sv,
        array_agg(r.label_en order by r.position) filter (where r.type <> 'language') as skills_en,
        array_agg(r.label_sv order by r.position) filter (where r.type = 'language') as languages_sv,
        array_agg(r.label_en order by r.position) filter (where r.type = 'language') as languages_en
      from competence.profile f join competence.requirement r on r.profile_id = f.id join candidates.competence h on h.concept = r.concept
       where f.procurement_id = c.procurement_id and f.state = 'adopted' and h.person_id = p.id and h.state = 'held' and (r.level is null or h.level >= r.level)) k
   where c.id = of_candidacy $$;

-- The employer's cards for one case; every reading is logged with the fields that were delivered (P-L1). Ordered by name: an order that says nothing.
drop function matching.read_cards(uuid);
create function matching.read_cards(for_procurement uuid) returns table (candidacy_id uuid, state text, version int, given_name text, family_initial text, phone text,
  skills_sv text[], skills_en text[], languages_sv text[], languages_en text[], ready_on date, shown_to date, support text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.role is distinct from 'employer' then return; end if;
  if not exists (select 1 from procurement.procurement c where c.id = for_procurement and c.supplier_id = who.organisation_id) then return; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, c.person_id, d.fields, 'choose', for_procurement, true
      from matching.candidacy c cross join lateral matching.card(c.id) d
     where c.procurement_id = for_procurement and c.state in ('presented', 'wanted') and c.shown_to >= gate.today();
  return query
    select c.id, c.state, c.version, d.given_name, d.family_initial, d.phone, d.skills_sv, d.skills_en, d.languages_sv, d.languages_en, d.ready_on,
        d.shown_to, d.support
      from matching.candidacy c cross join lateral matching.card(c.id) d
     where c.procurement_id = for_procurement and c.state in ('presented', 'wanted') and c.shown_to >= gate.today()
     order by d.given_name, d.family_initial, c.id;
end $$;

-- The same cards before and while the employer sees them, for the matching side of the case: what will be shown is what is shown here.
create function matching.preview_cards(of_candidacies uuid[]) returns table (candidacy_id uuid, given_name text, family_initial text, phone text,
  skills_sv text[], skills_en text[], languages_sv text[], languages_en text[], ready_on date, shown_to date, support text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from gate.actor();
  if who.role is null or who.role not in ('matching_officer', 'coordinator') then return; end if;
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, c.person_id, d.fields, 'preview', c.procurement_id, true
      from matching.candidacy c cross join lateral matching.card(c.id) d
     where c.id = any (of_candidacies) and candidates.visible(c.person_id) and procurement.visible(c.procurement_id);
  return query
    select c.id, d.given_name, d.family_initial, d.phone, d.skills_sv, d.skills_en, d.languages_sv, d.languages_en, d.ready_on, d.shown_to, d.support
      from matching.candidacy c cross join lateral matching.card(c.id) d
     where c.id = any (of_candidacies) and candidates.visible(c.person_id) and procurement.visible(c.procurement_id)
     order by d.given_name, d.family_initial, c.id;
end $$;

-- To the employer: the own cases that have cards, and how many. No person.
create function matching.choices() returns table (procurement_id uuid, to_answer int, wanted int, shown_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.procurement_id, count(*) filter (where c.state = 'presented')::int, count(*) filter (where c.state = 'wanted')::int, min(c.shown_to)
    from gate.actor() x join procurement.procurement p on p.supplier_id = x.organisation_id join matching.candidacy c on c.procurement_id = p.id
   where x.role = 'employer' and c.state in ('presented', 'wanted') and c.shown_to >= gate.today()
     and candidates.disclosed(c.person_id, p.supplier_id, p.id)
   group by c.procurement_id $$;

-- A card under lock, for the employer who may see it now. Answered cards are found too, so that the second of two answers is told so.
create function matching.lock_card(of_candidacy uuid) returns table (id uuid, procurement_id uuid, person_id uuid, area_id uuid, state text, version int)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.procurement_id, c.person_id, (select o.area_id from organisations.organisation o where o.id = c.district_id), c.state, c.version
    from matching.candidacy c, gate.actor() x
   where c.id = of_candidacy and x.role = 'employer' and c.state in ('presented', 'wanted', 'chosen', 'declined', 'not_needed') and c.shown_to >= gate.today()
     and exists (select 1 from procurement.procurement p where p.id = c.procurement_id and p.supplier_id = x.organisation_id)
     and candidates.disclosed(c.person_id, x.organisation_id, c.procurement_id)
     for update of c $$;

-- The employer's answer on a card that it may see: wanted, chosen, or declined with a reason. Answers whether a row was written.
create function matching.answer_card(of_candidacy uuid, of_version int, answer text, reason text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update matching.candidacy c set state = answer, decline_reason = case when answer = 'declined' then reason end,
      decided_at = case when answer = 'wanted' then c.decided_at else gate.now() end, version = c.version + 1
    from gate.actor() x
   where c.id = of_candidacy and c.version = of_version and answer in ('wanted', 'chosen', 'declined') and c.state in ('presented', 'wanted')
     and x.role = 'employer' and c.shown_to >= gate.today()
     and exists (select 1 from procurement.procurement p where p.id = c.procurement_id and p.supplier_id = x.organisation_id)
     and candidates.disclosed(c.person_id, x.organisation_id, c.procurement_id);
  return found;
end $$;

-- The last place is taken: whoever still waited in the case is not needed now. The only ending that nobody decides one by one (P-R5). Each gets an
-- event; of a protected person it goes to the person's own stream, where only the named can read it (P-S2).
create function matching.close_rest(for_procurement uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare closed record;
begin
  if not exists (select 1 from procurement.procurement p, gate.actor() x where p.id = for_procurement and x.role = 'employer' and p.supplier_id = x.organisation_id) then
    raise exception 'not the employer of this case' using errcode = '42501';
  end if;
  for closed in
    select c.id, c.person_id, (select p.protected from candidates.person p where p.id = c.person_id) as protected from matching.candidacy c
     where c.procurement_id = for_procurement and c.state in ('proposed', 'shortlisted', 'presented', 'wanted') order by c.id for update
  loop
    update matching.candidacy c set state = 'not_needed', decided_at = gate.now(), version = c.version + 1 where c.id = closed.id;
    perform log.append(gen_random_uuid(), case when closed.protected then 'person' else 'procurement' end,
      case when closed.protected then closed.person_id else for_procurement end, 'matching.not_needed', closed.id,
      case when closed.protected then 'person' else 'matching' end);
  end loop;
end $$;

-- Whether a candidacy is the chosen one that a placement says it is: for the policy of the placement, since the employer reads no candidacy.
create function matching.is_chosen(of_candidacy uuid, whom uuid, for_procurement uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from matching.candidacy c join procurement.procurement p on p.id = c.procurement_id, gate.actor() x
    where c.id = of_candidacy and c.person_id = whom and c.procurement_id = for_procurement and c.state = 'chosen'
      and x.role = 'employer' and p.supplier_id = x.organisation_id) $$;

reset role;
grant execute on function matching.assign_to_case(uuid, uuid), matching.end_assignment(uuid, uuid), matching.lock_card(uuid),
  matching.answer_card(uuid, int, text, text), matching.close_rest(uuid) to fotfaste_web_rw;
grant execute on function matching.read_cards(uuid), matching.preview_cards(uuid[]), matching.choices(), matching.is_chosen(uuid, uuid, uuid)
  to fotfaste_web_rw, fotfaste_web_ro;
