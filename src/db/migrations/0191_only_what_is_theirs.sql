-- Found by the naked reads (tests/trust/naked-reads.db.test.ts): rows that a role could reach without any page showing them. What each may know stands in
-- trust.md §1.1 and in the access tables; here the policies say the same.

set local role fotfaste_gate;

-- The people lent to the actor's organisation now, for the functions that work with people; of the protected only those that the actor is named for.
create function candidates.lent() returns setof uuid language sql stable security definer rows 200 set search_path = pg_catalog, pg_temp as $$
  select a.person_id from candidates.assignment a join candidates.person p on p.id = a.person_id, gate.actor() x
   where a.organisation_id = x.organisation_id and x.role in ('matching_officer', 'district_team', 'coordinator')
     and a.from_at <= gate.now() and (a.to_at is null or a.to_at > gate.now()) and (not p.protected or candidates.may_know_protected(p.id)) $$;

-- The actor's people of a target group, for the filter of the list. The group label is told to those who assess, and to nobody who only helps (trust.md §1.1).
create function candidates.of_group(wanted text) returns setof uuid language sql stable security definer rows 1000 set search_path = pg_catalog, pg_temp as $$
  select p.id from gate.actor() x join candidates.person p on wanted = any (p.target_groups)
     and (x.role = 'matching_officer' and p.matching_id = x.organisation_id or x.role = 'district_team' and p.district_id = x.organisation_id
       or x.role in ('matching_officer', 'district_team') and p.id in (select candidates.lent()))
   where not p.protected or candidates.may_know_protected(p.id) $$;

-- The numbers that people are known by, for a class: the provider reads no row of a person, the others none that they may not see.
create function tracks.numbers(of_people uuid[]) returns table (person_id uuid, number int) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select p.id, p.number from candidates.person p where p.id = any (of_people) and candidates.visible(p.id) $$;

reset role;
grant execute on function candidates.lent(), candidates.of_group(text), tracks.numbers(uuid[]) to fotfaste_web_rw, fotfaste_web_ro;
set local role fotfaste_owner;

-- A provider is a company among others: it knows the public side and itself, not who supplies what (HFD 2015 ref. 11).
drop policy by_role on organisations.organisation;
create policy by_role on organisations.organisation for select to fotfaste_web_rw, fotfaste_web_ro using (
  (select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'administrator', 'auditor')
  or id = (select gate.org())
  or ((select gate.role()) in ('employer', 'participant', 'provider') and kind not in ('supplier', 'social_enterprise', 'provider', 'coordinator')));
drop policy by_role on gate.appointment;
create policy by_role on gate.appointment for select to fotfaste_web_rw, fotfaste_web_ro using (
  account_id = (select gate.account())
  or (role <> 'participant' and (select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'administrator', 'auditor'))
  or (role <> 'participant' and organisation_id = (select gate.org()) and (select gate.role()) in ('employer', 'provider'))
  or (role in ('procurer', 'matching_officer', 'district_team') and (select gate.role()) in ('employer', 'participant', 'provider')));

-- The person is told of readers by organisation, function and day (candidates.my_readers), not of the account that read (P-R2).
drop policy own_or_auditor on gate.read_log;
create policy auditor_reads on gate.read_log for select to fotfaste_web_rw, fotfaste_web_ro using ((select gate.role()) = 'auditor');

-- A provider sees who is booked and, by functions that log, the name; the person's own row (group, district, how long out of work) is not for a class.
drop policy by_assignment on candidates.person;
create policy by_assignment on candidates.person for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'matching_officer' then matching_id = (select gate.org()) or id in (select candidates.lent())
    when 'district_team' then district_id = (select gate.org()) or id in (select candidates.lent())
    when 'coordinator' then id in (select candidates.lent())
    when 'participant' then id = (select gate.person())
    else false end);
revoke select (target_groups) on candidates.person from fotfaste_web_rw, fotfaste_web_ro;
-- An update without a WHERE asks no policy but its own: it says the whole rule.
drop policy matching_side_changes on candidates.person;
create policy who_sees_changes on candidates.person for update to fotfaste_web_rw using (
  case (select gate.role())
    when 'matching_officer' then matching_id = (select gate.org()) or id in (select candidates.lent())
    when 'district_team' then district_id = (select gate.org()) or id in (select candidates.lent())
    when 'coordinator' then id in (select candidates.lent())
    when 'participant' then id = (select gate.person())
    else false end);

-- That somebody is lent to an office tells that the person is in the programme: for those of the office who may see the person.
drop policy own_organisation on candidates.assignment;
create policy with_the_person on candidates.assignment for select to fotfaste_web_rw, fotfaste_web_ro using (
  organisation_id = (select gate.org()) and exists (select 1 from candidates.person p where p.id = person_id));

drop policy with_the_person on tracks.booking;
create policy with_the_person on tracks.booking for select to fotfaste_web_rw, fotfaste_web_ro using (
  case when (select gate.role()) = 'provider' then candidates.visible(person_id) and exists (select 1 from catalogue.start s
      join catalogue.intervention i on i.id = s.intervention_id where s.id = start_id and i.provider_id = (select gate.org()))
    else exists (select 1 from candidates.person p where p.id = person_id) end);
drop policy matching_side_and_provider_change on tracks.booking;
create policy matching_side_and_provider_change on tracks.booking for update to fotfaste_web_rw using (
  case (select gate.role())
    when 'provider' then candidates.visible(person_id) and exists (select 1 from catalogue.start s
      join catalogue.intervention i on i.id = s.intervention_id where s.id = start_id and i.provider_id = (select gate.org()))
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id)
    else false end);
drop policy matching_side_books on tracks.booking;
create policy matching_side_books on tracks.booking for insert to fotfaste_web_rw with check ((select gate.role()) in ('matching_officer', 'coordinator')
  and exists (select 1 from candidates.person p where p.id = person_id) and exists (select 1 from procurement.procurement c where c.id = procurement_id));

-- Who asks and who proposes does so in a case that is theirs.
drop policy matching_side_asks on candidates.permission;
create policy matching_side_asks on candidates.permission for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('matching_officer', 'coordinator') and answer is null and exists (select 1 from candidates.person p where p.id = person_id)
  and (procurement_id is null or exists (select 1 from procurement.procurement c where c.id = procurement_id)));
drop policy district_proposes on matching.candidacy;
create policy district_proposes on matching.candidacy for insert to fotfaste_web_rw with check (
  (select gate.role()) in ('district_team', 'matching_officer', 'coordinator') and state = 'proposed'
  and exists (select 1 from candidates.person p where p.id = person_id) and exists (select 1 from procurement.procurement c where c.id = procurement_id));
drop policy matching_side_changes on matching.candidacy;
create policy matching_side_changes on matching.candidacy for update to fotfaste_web_rw using (
  case (select gate.role())
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id
      and (p.matching_id = (select gate.org()) or exists (select 1 from procurement.procurement c where c.id = procurement_id)))
    when 'district_team' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id)
      and exists (select 1 from procurement.procurement c where c.id = procurement_id)
    else false end);

-- As for candidacies: whoever has borrowed a person for one case learns nothing of that person's other cases.
drop policy parties on placement.placement;
create policy parties on placement.placement for select to fotfaste_web_rw, fotfaste_web_ro using (
  case (select gate.role())
    when 'employer' then employer_id = (select gate.org())
    when 'participant' then person_id = (select gate.person())
    when 'matching_officer' then exists (select 1 from candidates.person p where p.id = person_id
      and (p.matching_id = (select gate.org()) or exists (select 1 from procurement.procurement c where c.id = procurement_id)))
    when 'district_team' then exists (select 1 from candidates.person p where p.id = person_id)
    when 'coordinator' then exists (select 1 from candidates.person p where p.id = person_id)
      and exists (select 1 from procurement.procurement c where c.id = procurement_id)
    else false end);

-- What does not add up with somebody who does not exist for the reader is nobody's but the named ones' to mend (P-S2).
drop policy own_organisation on reports.finding;
create policy own_organisation on reports.finding for select to fotfaste_web_rw, fotfaste_web_ro using (
  organisation_id = (select gate.org()) and role = (select gate.role())
  and case subject_kind
    when 'person' then exists (select 1 from candidates.person p where p.id = subject_id)
    when 'permission' then exists (select 1 from candidates.permission m where m.id = subject_id)
    when 'placement' then exists (select 1 from placement.placement l where l.id = subject_id)
    else true end);

-- The supplier's history leaves out what the supplier may not read either: the need, drafts of clause and profile, who was given which places. The matching
-- side's history tells of the candidates and placements that the reader may see: not of other districts' people, and of no protected person (P-S2).
drop policy by_plane on log.event;
create policy by_plane on log.event for select to fotfaste_web_rw, fotfaste_web_ro using (
  case plane
    when 'contract' then exists (select 1 from procurement.procurement p where p.id = stream_id)
      and ((select gate.role()) <> 'employer' or not (kind like 'procurement.need\_%' or kind like 'places.%' or kind like 'competence.%' and kind <> 'competence.profile_adopted'
        or kind in ('procurement.clause_chosen', 'procurement.parties_set', 'procurement.employment_decided', 'procurement.dialogue_decided', 'procurement.no_requirement_decided')))
    when 'matching' then (select gate.role()) in ('matching_officer', 'district_team', 'coordinator') and exists (select 1 from procurement.procurement p where p.id = stream_id)
      and (exists (select 1 from matching.candidacy c where c.id = subject) or exists (select 1 from placement.placement l where l.id = subject))
    when 'person' then exists (select 1 from candidates.person p where p.id = stream_id)
    when 'system' then (select gate.role()) in ('administrator', 'auditor') or organisation_id = (select gate.org())
    else false end);
reset role;
