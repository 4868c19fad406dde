-- The nightly consistency check: everything that does not add up, on the list of whoever can mend it (trust.md I10). One question each; what is
-- asked of people leaves the protected out, who do not exist on anybody's list (P-S2).
set local role fotfaste_owner;
create index event_latest on log.event (at desc); -- what is new, on my day
create index placement_unconfirmed on placement.placement (started_on) where state = 'started' and person_confirmed_at is null; -- nightly check
create index person_duplicate on candidates.person (matching_id, identity_hmac) where identity_hmac is not null; -- nightly check
reset role;
set local role fotfaste_gate;

create function reports.problems() returns table (kind text, subject_kind text, subject_id uuid, procurement_id uuid, organisation_id uuid, role text, facts jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with today as (select gate.today() as day),
  -- Apportioned places that nobody holds and nobody is proposed for, by case and area.
  empty_place as (
    select p.id as case_id, p.title, p.matching_id, q.area_id, (array_agg(q.id order by q.number))[1] as place_id, count(*) as n
      from today, places.place q join procurement.procurement p on p.id = q.procurement_id
     where q.state = 'apportioned' and p.state = 'open' and q.starts_on between day and day + 30
       and not exists (select 1 from placement.placement l where l.place_id = q.id and (l.state in ('offered', 'agreed', 'started') or l.state = 'ended' and l.end_reason = 'as_planned'))
       and not exists (select 1 from matching.candidacy c join organisations.organisation d on d.id = c.district_id
         where c.procurement_id = p.id and d.area_id = q.area_id and c.state in ('proposed', 'shortlisted', 'presented', 'wanted', 'chosen'))
     group by p.id, p.title, p.matching_id, q.area_id)
  select 'place.without_people', 'place', e.place_id, e.case_id, x.organisation_id, x.role, jsonb_build_object('title', e.title, 'n', e.n)
    from empty_place e cross join lateral (select e.matching_id as organisation_id, 'matching_officer' as role where e.matching_id is not null
      union all select d.id, 'district_team' from organisations.organisation d where d.kind = 'district' and d.area_id = e.area_id) x
  union all
  -- Somebody who was in a case that ended for them a week to three months ago, and has nothing ahead: called, and then forgotten.
  select 'person.without_next_step', 'person', n.id, null, n.matching_id, 'matching_officer', jsonb_build_object('person', n.number)
    from today, candidates.person n
   where n.status in ('registered', 'preparing', 'ready') and not n.protected
     and exists (select 1 from matching.candidacy c where c.person_id = n.id and c.state in ('declined', 'not_needed')
       and coalesce(c.decided_at, c.presented_at, c.proposed_at) between gate.now() - interval '90 days' and gate.now() - interval '7 days')
     and not exists (select 1 from matching.candidacy c where c.person_id = n.id and c.state in ('proposed', 'shortlisted', 'presented', 'wanted', 'chosen'))
     and not exists (select 1 from tracks.booking b join catalogue.start s on s.id = b.start_id where b.person_id = n.id and b.state = 'booked' and s.ends_on >= day)
     and not exists (select 1 from placement.placement l where l.person_id = n.id and l.state in ('offered', 'agreed', 'started'))
  union all
  -- A permission that ends within a week while its person is on the way to an employer.
  select 'permission.blocks', 'permission', m.id, p.id, p.matching_id, 'matching_officer', jsonb_build_object('person', n.number, 'title', p.title)
    from today, candidates.permission m join candidates.person n on n.id = m.person_id and not n.protected join procurement.procurement p on p.id = m.procurement_id
   where m.answer = 'yes' and m.withdrawn_at is null and m.purpose = 'show_to_employer' and m.valid_to between day and day + 7 and p.state = 'open' and p.matching_id is not null
     and exists (select 1 from matching.candidacy c where c.procurement_id = p.id and c.person_id = m.person_id and c.state in ('shortlisted', 'presented', 'wanted'))
  union all
  select 'placement.unconfirmed', 'placement', l.id, p.id, coalesce(p.matching_id, n.matching_id), 'matching_officer', jsonb_build_object('person', n.number, 'title', p.title)
    from today, placement.placement l join candidates.person n on n.id = l.person_id and not n.protected join procurement.procurement p on p.id = l.procurement_id
   where l.state = 'started' and l.person_confirmed_at is null and l.started_on <= day - 14
  union all
  select 'placement.dates_do_not_fit', 'placement', l.id, p.id, coalesce(p.matching_id, n.matching_id), 'matching_officer', jsonb_build_object('person', n.number, 'title', p.title)
    from placement.placement l join candidates.person n on n.id = l.person_id and not n.protected join procurement.procurement p on p.id = l.procurement_id
   where l.state in ('agreed', 'started') and (coalesce(l.started_on, l.starts_on) < p.contract_start or coalesce(l.started_on, l.starts_on) > p.contract_end)
  union all
  -- What the person has told is wrong stays until the person confirms the job anew, the job ends, or two months have gone.
  select f.kind, f.subject_kind, f.subject_id, f.procurement_id, f.organisation_id, f.role, f.facts
    from today, reports.finding f join placement.placement l on l.id = f.subject_id
   where f.kind = 'placement.questioned' and f.gone_on is null and l.state in ('offered', 'agreed', 'started') and f.found_on > day - 60
     and coalesce((greatest(l.person_confirmed_at, l.person_still_at) at time zone 'Europe/Stockholm')::date <= f.found_on, true)
  union all
  -- More at work than places opened (I5), and places that are not those of the need.
  select 'placement.more_than_places', 'procurement', p.id, p.id, x.organisation_id, x.role, jsonb_build_object('title', p.title)
    from procurement.procurement p cross join lateral (values (p.authority_id, 'procurer'), (p.matching_id, 'matching_officer')) x (organisation_id, role)
   where x.organisation_id is not null and p.state = 'open'
     and (select count(*) from placement.placement l where l.procurement_id = p.id and l.state in ('offered', 'agreed', 'started'))
       > (select count(*) from places.place q where q.procurement_id = p.id and q.state <> 'withdrawn')
  union all
  select 'procurement.places_differ', 'procurement', p.id, p.id, p.authority_id, 'procurer', jsonb_build_object('title', p.title)
    from procurement.procurement p join procurement.need n on n.procurement_id = p.id
    cross join lateral (select count(*) as opened from places.place q where q.procurement_id = p.id and q.state <> 'withdrawn') o
   where p.state = 'open' and o.opened > 0 and o.opened <> n.places
  union all
  select 'procurement.late_step', 'procurement', p.id, p.id, p.authority_id, 'procurer', jsonb_build_object('title', p.title)
    from today, procurement.procurement p join procurement.step s on s.procurement_id = p.id and s.step = p.step
   where p.state = 'open' and s.done_on is null and s.planned_on < day - 14
  union all
  -- Nobody to wait for: employment is required and nobody matches, or the contract has begun and nobody has won it.
  select 'procurement.without_turn', 'procurement', p.id, p.id, p.authority_id, 'procurer', jsonb_build_object('title', p.title)
    from today, procurement.procurement p
   where p.state = 'open' and p.requirement = 'employment' and (p.matching_id is null and p.step not in ('plan', 'map') or p.supplier_id is null and p.contract_start < day)
  union all
  select 'report.overdue', 'report', r.id, p.id, x.organisation_id, x.role, jsonb_build_object('title', p.title)
    from today, followup.report r join procurement.procurement p on p.id = r.procurement_id
    cross join lateral (values (r.supplier_id, 'employer'), (p.authority_id, 'procurer')) x (organisation_id, role)
   where r.state in ('open', 'returned') and r.due_on < day
  union all
  -- The same identity number in two districts of one matching unit. Other units' people are another secrecy area and are not compared here.
  select 'person.duplicate', 'person', n.id, null, n.matching_id, 'matching_officer', jsonb_build_object('person', n.number)
    from candidates.person n join (select o.matching_id, o.identity_hmac from candidates.person o where o.identity_hmac is not null and not o.protected
      group by o.matching_id, o.identity_hmac having count(*) > 1) d on d.matching_id = n.matching_id and d.identity_hmac = n.identity_hmac
   where not n.protected
  union all
  select 'intervention.stale', 'intervention', i.id, null, i.provider_id, 'provider', jsonb_build_object('title', i.name_sv, 'titleEn', i.name_en)
    from today, catalogue.intervention i where i.confirmed_on < day - 60
  union all
  -- Fewer seats taken than are booked here; more is no fault, others than ours may sit in the class.
  select 'start.seats_differ', 'intervention', s.id, null, i.provider_id, 'provider', jsonb_build_object('title', i.name_sv, 'titleEn', i.name_en)
    from today, catalogue.start s join catalogue.intervention i on i.id = s.intervention_id
   where s.ends_on >= day and s.taken < (select count(*) from tracks.booking b where b.start_id = s.id and b.state in ('booked', 'completed'))
  union all
  select 'log.broken', 'log', b.stream_id, null, a.organisation_id, 'auditor', jsonb_build_object('title', b.stream_id, 'n', count(*))
    from log.broken() b cross join (select distinct organisation_id from gate.appointment where role = 'auditor' and (valid_to is null or valid_to > gate.now())) a
   group by b.stream_id, a.organisation_id $$;

reset role;
grant execute on function reports.problems() to fotfaste_worker;
