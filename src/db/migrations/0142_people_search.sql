-- The list of people at the size of a city (trust.md §4.6): filters by group, competence and permission go through one function that holds the rule
-- inside and gives identities only, which are then read under the policies; and names are read by one question for a whole page.
set local role fotfaste_owner;
drop index candidates.permission_ending; -- served the list of those that end soon, among ten times as many general permissions to be matched
create index permission_shown on candidates.permission (valid_to, person_id) where purpose = 'show_to_employer' and answer = 'yes' and withdrawn_at is null;
reset role;
set local role fotfaste_gate;

-- Which of these people the actor may see: the rule of candidates.visible, asked once for all of them. For the functions of the gate only.
create function candidates.visible_among(whom uuid[]) returns setof uuid language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
  with x as materialized (select a.*, gate.now() as at from gate.actor() a)
  select p.id from x join candidates.person p on p.id = any (whom)
   where (not p.protected or p.id = x.person_id or exists (select 1 from candidates.named_reader n where n.person_id = p.id and n.account_id = x.account_id))
     and (x.role = 'participant' and p.id = x.person_id
       or x.role = 'matching_officer' and p.matching_id = x.organisation_id
       or x.role = 'district_team' and p.district_id = x.organisation_id
       or x.role in ('matching_officer', 'district_team', 'coordinator', 'provider') and exists (select 1 from candidates.assignment a
         where a.person_id = p.id and a.organisation_id = x.organisation_id and a.from_at <= x.at and (a.to_at is null or a.to_at > x.at)
           and (x.role <> 'provider' or a.purpose = 'training'))) $$;

create or replace function candidates.visible(whom uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from candidates.visible_among(array[whom])) $$;

create or replace function candidates.read_names(whom uuid[], purpose text, for_procurement uuid default null) returns table (person_id uuid, given_name text, family_name text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record; seen uuid[];
begin
  select * into who from gate.actor();
  if who.account_id is null then return; end if;
  seen := array(select candidates.visible_among(whom));
  insert into gate.read_log (at, account_id, organisation_id, role, person_id, fields, purpose, procurement_id, allowed)
    select gate.now(), who.account_id, who.organisation_id, who.role, one, array['name'], purpose, for_procurement, true from unnest(seen) one;
  return query select p.id, p.given_name, p.family_name from candidates.person p where p.id = any (seen);
end $$;

-- One page of the actor's people, as identities in the order asked for, and how many there are, counted to a thousand and one. scope: 'own' (the unit's
-- or the district's) or 'assigned'. soon: a permission that ends before this day ends soon. The group label is for those who assess (TGT-4): a
-- coordinator's filter by group finds nobody. Planned anew each time, so that what is not asked for falls away and the index of what is asked serves.
create function candidates.search(scope text, of_status text, ready_by date, speaks text, of_group text, holds text, permitted text, soon date,
  known_as int, in_order text, skip int, most int) returns table (people uuid[], found int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  who record;
  side text;
  lent uuid[];
  today date := gate.today();
begin
  select * into who from gate.actor();
  side := case when who.role not in ('matching_officer', 'district_team', 'coordinator') then 'none'
    when scope = 'own' and who.role = 'matching_officer' then 'unit' when scope = 'own' and who.role = 'district_team' then 'district' else 'lent' end;
  if side is null or side = 'none' then return query select '{}'::uuid[], 0; return; end if;
  if side = 'lent' then lent := array(select candidates.lent()); end if;
  return query
    with hit as not materialized (
      select p.id, p.number, p.ready_on, p.waiting_since from candidates.person p
       where (side <> 'unit' or p.matching_id = who.organisation_id) and (side <> 'district' or p.district_id = who.organisation_id)
         and (side <> 'lent' or p.id = any (lent))
         and (not p.protected or exists (select 1 from candidates.named_reader r where r.person_id = p.id and r.account_id = who.account_id))
         and (of_status is null or p.status = of_status) and (of_status is not null or known_as is not null or p.status <> 'left')
         and (ready_by is null or p.ready_on <= ready_by) and (speaks is null or p.language = speaks) and (known_as is null or p.number = known_as)
         and (of_group is null or who.role <> 'coordinator' and of_group = any (p.target_groups))
         and (holds is null or exists (select 1 from candidates.competence k where k.person_id = p.id and k.concept = holds and k.state = 'held'))
         and (permitted is null or permitted not in ('in_force', 'ends_soon') or exists (select 1 from candidates.permission m
           where m.person_id = p.id and m.purpose = 'show_to_employer' and m.answer = 'yes' and m.withdrawn_at is null and m.valid_to >= today
             and (permitted <> 'ends_soon' or m.valid_to < soon)))
         and (permitted is null or permitted <> 'asked' or exists (select 1 from candidates.permission m
           where m.person_id = p.id and m.purpose = 'show_to_employer' and m.answer is null and m.replaced_at is null and m.valid_to >= today))
         and (permitted is null or permitted <> 'none' or not exists (select 1 from candidates.permission m
           where m.person_id = p.id and m.purpose = 'show_to_employer' and m.valid_to >= today
             and (m.answer = 'yes' and m.withdrawn_at is null or m.answer is null and m.replaced_at is null))))
    select array(select h.id from hit h order by case when in_order = 'number' then h.number end, case when in_order = 'ready' then h.ready_on end,
        case when in_order = 'waiting' then h.waiting_since end, h.id limit least(greatest(most, 0), 100) offset greatest(skip, 0)),
      (select count(*)::int from (select from hit limit 1001) counted);
end $$;
reset role;
grant execute on function candidates.search(text, text, date, text, text, text, text, date, int, text, int, int) to fotfaste_web_rw, fotfaste_web_ro;
