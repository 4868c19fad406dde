-- Reports: goals as dated configuration, and the raw counts that a snapshot is made from (STR-7, GEN-2). Raw counts leave the database to the worker only,
-- which suppresses what is small before anybody else can read them (trust.md P-A1, P-A3).
set local role fotfaste_owner;

create table reports.goal (
  id uuid primary key,
  measure text not null constraint goal_measure_is_known check (measure in ('procurements_with_requirement', 'promised_months', 'filled_share', 'kept_share')),
  value numeric(9, 3) not null constraint goal_is_above_nought check (value > 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint goal_ends_after_it_begins check (valid_to is null or valid_to > valid_from),
  constraint a_share_is_at_most_the_whole check (measure not like '%\_share' or value <= 1)
);
comment on table reports.goal is 'K1. What the management aims at, with the days it is in force (valid_to is the first day out). Counts and months are for twelve months; shares 0 to 1.';
create unique index one_goal_at_a_time on reports.goal (measure, valid_from);
alter table reports.goal enable row level security;
alter table reports.goal force row level security;
create policy staff_reads on reports.goal for select to fotfaste_web_rw, fotfaste_web_ro
  using ((select gate.role()) in ('decision_maker', 'procurer', 'matching_officer', 'district_team', 'coordinator', 'auditor'));
grant select on reports.goal to fotfaste_web_rw, fotfaste_web_ro;

create index snapshot_latest on reports.snapshot (period_to desc); -- Läget
create index place_by_start on places.place (procurement_id, starts_on) where state <> 'withdrawn'; -- the cases of a period
reset role;
set local role fotfaste_gate;

-- The raw counts of a period as they stood on its last day. Nobody's name, number or id is among them; commitments carry their employments without people.
-- The funnel is of the cases whose places began in the period, so that everybody in it has had the chance to be hired; a person counts once per case, and
-- who reached a stage reached those before it. Who stayed is asked of those for whom six months and a fortnight to answer in ended in the period.
create function reports.raw_counts(from_day date, to_day date) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with begun as (
    select q.procurement_id from places.place q where q.state <> 'withdrawn' group by q.procurement_id having min(q.starts_on) between from_day and to_day),
  way as (
    select c.procurement_id, coalesce(k.target_group, 'other') as target_group, d.area_id, c.invited_on <= to_day as called,
      coalesce(c.attended_on <= to_day, false) as came, coalesce((c.shortlisted_at at time zone 'Europe/Stockholm')::date <= to_day, false) as listed,
      coalesce(c.interviewed_on <= to_day, false) as interviewed, coalesce(l.started_on <= to_day, false) as hired
    from begun b join matching.candidacy c on c.procurement_id = b.procurement_id join organisations.organisation d on d.id = c.district_id
    left join placement.placement l on l.candidacy_id = c.id and l.state in ('started', 'ended')
    left join places.apportionment a on a.procurement_id = c.procurement_id left join places.key k on k.id = a.key_id),
  stay as (
    select (l.still_confirmed_at at time zone 'Europe/Stockholm')::date <= to_day as still from placement.placement l
     where l.state in ('started', 'ended') and (l.started_on + interval '6 months 14 days')::date between from_day and to_day),
  commitment as (
    select t.*, p.number from procurement.commitment t join procurement.procurement p on p.id = t.procurement_id
     where p.state <> 'cancelled' and t.contract_start <= to_day and t.contract_end >= from_day),
  cases as (select * from procurement.procurement p where p.state <> 'cancelled' and (p.created_at at time zone 'Europe/Stockholm')::date <= to_day),
  spots as (
    select q.id, exists (select 1 from placement.placement l where l.place_id = q.id and l.started_on <= to_day) as filled
      from begun b join places.place q on q.procurement_id = b.procurement_id where q.state <> 'withdrawn')
  select jsonb_build_object(
    'funnel', (select jsonb_build_object('called', count(*) filter (where called or came or listed or interviewed or hired),
        'came', count(*) filter (where came or listed or interviewed or hired), 'listed', count(*) filter (where listed or interviewed or hired),
        'interviewed', count(*) filter (where interviewed or hired), 'hired', count(*) filter (where hired)) from way),
    'stayed', (select jsonb_build_object('hadTime', count(*), 'kept', count(*) filter (where still)) from stay),
    'hires', (select coalesce(jsonb_agg(jsonb_build_object('area', h.area_id, 'group', h.target_group, 'hired', h.hired)), '[]') from (
        select area_id, target_group, count(*) as hired from way where hired group by 1, 2) h),
    'procurements', (select jsonb_build_object('all', count(*), 'required', count(*) filter (where requirement = 'employment')) from cases
        where contract_start between from_day and to_day),
    'undecided', (select count(*) from cases where state = 'open' and requirement = 'undecided' and contract_start between to_day and (to_day + interval '3 months')::date),
    'places', (select jsonb_build_object('all', count(*), 'filled', count(*) filter (where filled)) from spots),
    'commitments', (select coalesce(jsonb_agg(jsonb_build_object('parameters', t.parameters, 'contractStart', t.contract_start, 'contractEnd', t.contract_end,
        'employments', (select coalesce(jsonb_agg(jsonb_build_object('rate', l.rate, 'offeredOn', (l.offered_at at time zone 'Europe/Stockholm')::date,
            'startedOn', case when l.started_on <= to_day then l.started_on end, 'startsOn', case when (l.agreed_at at time zone 'Europe/Stockholm')::date <= to_day then l.starts_on end,
            'endsOn', l.ends_on, 'endedOn', case when l.ended_on <= to_day then l.ended_on end, 'endReason', case when l.ended_on <= to_day then l.end_reason end)
            order by l.starts_on, l.rate), '[]')
          from placement.placement l where l.procurement_id = t.procurement_id and l.state <> 'declined' and (l.offered_at at time zone 'Europe/Stockholm')::date <= to_day))
        order by t.contract_start, t.number), '[]') from commitment t),
    'lateReports', (select count(*) from followup.report r where r.due_on < to_day and ((r.submitted_at at time zone 'Europe/Stockholm')::date > to_day or r.submitted_at is null)),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('group', k.target_group, 'nameSv', k.name_sv, 'nameEn', k.name_en,
        'areas', (select jsonb_agg(jsonb_build_object('area', w.area_id, 'name', r.name, 'percent', w.percent, 'given', (select count(*) from places.place q
            join places.apportionment a on a.id = q.apportionment_id where q.area_id = w.area_id and q.state = 'apportioned' and a.key_id = k.id and a.state = 'decided'
            and (a.decided_at at time zone 'Europe/Stockholm')::date between from_day and to_day)) order by r.position)
          from places.weight w join organisations.area r on r.id = w.area_id where w.key_id = k.id)) order by k.target_group desc), '[]')
      from places.key k where k.valid_from <= to_day and (k.valid_to is null or k.valid_to > to_day)),
    'passes', (select coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'times', x.times) order by x.times desc, x.name), '[]') from (
        select r.name, count(*) as times from places.pass s join places.apportionment a on a.id = s.apportionment_id join organisations.area r on r.id = s.area_id
         where a.state = 'decided' and (a.decided_at at time zone 'Europe/Stockholm')::date between from_day and to_day group by r.name) x)) $$;

reset role;
grant execute on function reports.raw_counts(date, date) to fotfaste_worker;
