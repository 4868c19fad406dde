-- Procurement: numbers without gaps, and how far the rest of the chain has come, as counts without people (PRC-1, TGT-14).
grant create on schema procurement to fotfaste_gate;
set local role fotfaste_gate;

-- The next number of a year, `YYYY-NNN`. Numbers run over the whole city, so they are counted past the policies; the lock is kept until
-- the transaction ends, so that two who open at once get two numbers and one who fails leaves no gap.
create function procurement.next_number(of_year int) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare last int;
begin
  if gate.role() is distinct from 'procurer' then raise exception 'not a procurer' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtext('procurement.next_number'), of_year);
  select max(split_part(number, '-', 2)::int) into last from procurement.procurement where number ~ ('^' || of_year || '-[0-9]{1,8}$');
  return of_year || '-' || lpad((coalesce(last, 0) + 1)::text, greatest(3, length((coalesce(last, 0) + 1)::text)), '0');
end $$;

-- The rule of the procurement policy once more, for functions that read past it and must not read past the rule.
create function procurement.visible(whom uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from procurement.procurement c, gate.actor() x where c.id = whom
    and (x.role in ('district_team', 'decision_maker', 'auditor')
      or x.role = 'procurer' and c.authority_id = x.organisation_id or x.role = 'matching_officer' and c.matching_id = x.organisation_id
      or x.role = 'coordinator' and c.coordinator_id = x.organisation_id or x.role = 'employer' and c.supplier_id = x.organisation_id)) $$;

-- What whose-turn.ts needs of each case. The contract plane learns counts and yes or no, never who (seed A: no persons on the procurer's screens).
-- A report waits for the supplier when its period is over, and for the procurer fourteen days after it was sent (ten working days).
create function procurement.progress(of_cases uuid[]) returns table (procurement_id uuid, profile_adopted boolean, profiled_on date, apportioned_on date,
  places int, apportioned int, filled int, started int, employer_to_answer boolean, self_check_answers int, report_waits_for text, report_due date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, f.id is not null, (f.adopted_at at time zone 'Europe/Stockholm')::date, (a.decided_at at time zone 'Europe/Stockholm')::date,
    p.places, p.apportioned, l.filled, l.started,
    exists (select 1 from matching.candidacy k where k.procurement_id = c.id and k.state in ('presented', 'wanted') and k.shown_to >= gate.today()),
    (select count(*)::int from places.self_check s where s.procurement_id = c.id), r.waits_for, r.due
  from procurement.procurement c
  left join competence.profile f on f.procurement_id = c.id and f.state = 'adopted'
  left join places.apportionment a on a.procurement_id = c.id and a.state = 'decided'
  cross join lateral (select count(*)::int as places, count(*) filter (where q.state = 'apportioned')::int as apportioned
    from places.place q where q.procurement_id = c.id and q.state <> 'withdrawn') p
  cross join lateral (select count(distinct m.place_id) filter (where m.state <> 'ended' or m.end_reason = 'as_planned')::int as filled,
    count(*) filter (where m.state in ('started', 'ended'))::int as started
    from placement.placement m where m.procurement_id = c.id and m.state <> 'declined') l
  left join lateral (select case t.state when 'submitted' then 'procurer' else 'supplier' end as waits_for,
      case t.state when 'submitted' then (t.submitted_at at time zone 'Europe/Stockholm')::date + 14 else t.due_on end as due
    from followup.report t where t.procurement_id = c.id and (t.state = 'submitted' or t.state in ('open', 'returned') and t.period_to < gate.today())
    order by 2, 1 limit 1) r on true
  where c.id = any (of_cases) and procurement.visible(c.id) $$;

-- Cases with a report that somebody is late with, for the filter of the list.
create function procurement.overdue() returns table (procurement_id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct t.procurement_id from followup.report t where procurement.visible(t.procurement_id)
    and (t.state in ('open', 'returned') and t.due_on < gate.today() and t.period_to < gate.today()
      or t.state = 'submitted' and (t.submitted_at at time zone 'Europe/Stockholm')::date + 14 < gate.today()) $$;

-- The parts of the preparation that the profile calls for: what can be learnt, and how long it takes from nothing (TGT-3, PRC-2).
-- The profile in force; else the one in work, which is not the supplier's to read.
create function procurement.preparation(of_case uuid) returns table (concept text, label_sv text, label_en text, weeks int, adopted boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.concept, r.label_sv, r.label_en, r.weeks_to_learn, f.state = 'adopted'
    from (select g.* from competence.profile g where g.procurement_id = of_case and procurement.visible(of_case)
           and (g.state = 'adopted' or g.state = 'draft' and gate.role() <> 'employer')
         order by g.state limit 1) f
    join competence.requirement r on r.profile_id = f.id
   where r.kind = 'teachable' and r.weeks_to_learn > 0 order by r.weeks_to_learn desc, r.position $$;

reset role;
grant execute on function procurement.next_number(int) to fotfaste_web_rw;
grant execute on function procurement.visible(uuid), procurement.progress(uuid[]), procurement.overdue(), procurement.preparation(uuid)
  to fotfaste_web_rw, fotfaste_web_ro;
