-- Placement, second part: six months later both say so, a place is free or not by one rule, the person's own view, and "something is wrong"
-- (PRC-10, TGT-10; trust.md I5).
set local role fotfaste_owner;

alter table placement.placement add column employer_still_at timestamptz, add column person_still_at timestamptz,
  add constraint both_saying_so_confirms_it check (employer_still_at is null or person_still_at is null or still_confirmed_at is not null);
comment on column placement.placement.still_confirmed_at is 'When it was confirmed by both that the person is still there six calendar months after the first day.';
grant update (employer_still_at, person_still_at) on placement.placement to fotfaste_web_rw;

-- An offer goes to the one who was chosen, on an apportioned place of the same case.
drop policy employer_offers on placement.placement;
create policy employer_offers on placement.placement for insert to fotfaste_web_rw with check (
  (select gate.role()) = 'employer' and employer_id = (select gate.org()) and state = 'offered'
  and matching.is_chosen(candidacy_id, person_id, procurement_id)
  and exists (select 1 from places.place q where q.id = place_id and q.procurement_id = placement.procurement_id and q.state = 'apportioned'));

-- What the person tells goes straight to the list of the unit that can mend it.
create policy gate_raises on reports.finding for insert to fotfaste_gate with check (kind = 'placement.questioned');
grant insert on reports.finding to fotfaste_gate;
reset role;
set local role fotfaste_gate;

-- Apportioned places that nobody holds: no offer, agreement or employment that runs, and none that was carried through as planned.
create function placement.free_places(for_procurement uuid) returns table (place_id uuid, number int, area_id uuid, starts_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.id, q.number, q.area_id, q.starts_on from places.place q
   where q.procurement_id = for_procurement and q.state = 'apportioned' and procurement.visible(for_procurement)
     and not exists (select 1 from placement.placement l where l.place_id = q.id
       and (l.state in ('offered', 'agreed', 'started') or l.state = 'ended' and l.end_reason = 'as_planned'))
   order by q.number $$;

-- How many places are taken, per case and district; a commitment counted exactly, without people (P-A1).
create function placement.taken(of_cases uuid[]) returns table (procurement_id uuid, area_id uuid, taken int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.procurement_id, q.area_id, count(*)::int from places.place q
   where q.procurement_id = any (of_cases) and q.state = 'apportioned' and procurement.visible(q.procurement_id)
     and exists (select 1 from placement.placement l where l.place_id = q.id
       and (l.state in ('offered', 'agreed', 'started') or l.state = 'ended' and l.end_reason = 'as_planned'))
   group by q.procurement_id, q.area_id $$;

-- The person's own offers and jobs, with the employer's name and what the job is: the rest of the case is not the person's to read.
create function placement.my_jobs() returns table (id uuid, procurement_id uuid, title text, employer text, area text, state text, form text, rate numeric,
  starts_on date, ends_on date, offered_at timestamptz, agreed_at timestamptz, started_on date, ended_on date, person_confirmed boolean, person_still boolean, version int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.procurement_id, coalesce(f.title, c.title), o.name, r.name, l.state, l.form, l.rate, l.starts_on, l.ends_on, l.offered_at, l.agreed_at, l.started_on,
         l.ended_on, l.person_confirmed_at is not null, coalesce(l.person_still_at, l.still_confirmed_at) is not null, l.version
    from placement.placement l join procurement.procurement c on c.id = l.procurement_id join organisations.organisation o on o.id = l.employer_id
    left join competence.profile f on f.procurement_id = c.id and f.state = 'adopted'
    left join procurement.need n on n.procurement_id = c.id left join organisations.area r on r.id = n.area_id
   where l.person_id = gate.person() order by l.offered_at desc, l.id $$;

-- The person says that something is wrong with the own job: a finding for the matching unit of the case, else of the person. Once a day at most.
create function placement.raise_question(of_placement uuid, about text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into reports.finding (id, kind, subject_kind, subject_id, procurement_id, organisation_id, role, facts, found_on)
    select gen_random_uuid(), 'placement.questioned', 'placement', l.id, l.procurement_id, coalesce(c.matching_id, p.matching_id), 'matching_officer',
           jsonb_build_object('about', about), gate.today()
      from placement.placement l join procurement.procurement c on c.id = l.procurement_id join candidates.person p on p.id = l.person_id
     where l.id = of_placement and l.person_id = gate.person()
    on conflict do nothing;
end $$;

reset role;
grant execute on function placement.raise_question(uuid, text) to fotfaste_web_rw;
grant execute on function placement.free_places(uuid), placement.taken(uuid[]), placement.my_jobs() to fotfaste_web_rw, fotfaste_web_ro;
