-- The same rules as 0191_only_what_is_theirs.sql. A question for one row is asked by its key: as `exists` the planner may list everybody the reader may
-- see before the first row, which at 100 000 people costs more than the page (house.md §7).
set local role fotfaste_owner;
drop policy by_plane on log.event;
create policy by_plane on log.event for select to fotfaste_web_rw, fotfaste_web_ro using (
  case plane
    when 'contract' then exists (select 1 from procurement.procurement p where p.id = stream_id)
      and ((select gate.role()) <> 'employer' or not (kind like 'procurement.need\_%' or kind like 'places.%' or kind like 'competence.%' and kind <> 'competence.profile_adopted'
        or kind in ('procurement.clause_chosen', 'procurement.parties_set', 'procurement.employment_decided', 'procurement.dialogue_decided', 'procurement.no_requirement_decided')))
    when 'matching' then (select gate.role()) in ('matching_officer', 'district_team', 'coordinator') and exists (select 1 from procurement.procurement p where p.id = stream_id)
      and ((select true from matching.candidacy c where c.id = subject) or (select true from placement.placement l where l.id = subject))
    when 'person' then (select true from candidates.person p where p.id = stream_id)
    when 'system' then (select gate.role()) in ('administrator', 'auditor') or organisation_id = (select gate.org())
    else false end);
drop policy own_organisation on reports.finding;
create policy own_organisation on reports.finding for select to fotfaste_web_rw, fotfaste_web_ro using (
  organisation_id = (select gate.org()) and role = (select gate.role())
  and case subject_kind
    when 'person' then (select true from candidates.person p where p.id = subject_id)
    when 'permission' then (select true from candidates.permission m where m.id = subject_id)
    when 'placement' then (select true from placement.placement l where l.id = subject_id)
    else true end);
reset role;
