-- The beginning of an identity is the time it was made, alike for everybody of the same day: its end is what tells readings of one person from
-- another's.
set local role fotfaste_gate;

-- Two readings of a hundred and at least ten of each organisation, always the same for the same month; refused ones all. The flags say why one might ask:
-- refused, at night or on a weekend, many people in an hour, without a case when contact or identity was read.
create or replace function reports.review_readings(from_day date, to_day date, event_id uuid) returns table (id bigint, at timestamptz, organisation text, reader text, role text,
  fields text[], purpose text, case_number text, person text, allowed boolean, flags text[], of_all int)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select x.*, coalesce(a.display_name, '') as name into who from gate.actor() x join gate.appointment a on a.id = x.appointment_id;
  if who.role is distinct from 'auditor' then return; end if;
  if not exists (select 1 from log.event e where e.stream_id = who.organisation_id and e.kind = 'reports.readings_reviewed' and e.account_id = who.account_id
      and e.facts ->> 'from' = from_day::text and (e.at at time zone 'Europe/Stockholm')::date = gate.today()) then
    perform log.append_as(event_id, 'organisation', who.organisation_id, 'reports.readings_reviewed', who.organisation_id, 'system',
      jsonb_build_object('from', from_day, 'to', to_day), null, null, gate.now(), who.account_id, who.appointment_id, who.organisation_id, who.role, who.name);
  end if;
  return query
    with month as (
      select l.*, (l.at at time zone 'Europe/Stockholm') as local,
        count(*) over (partition by l.organisation_id)::int as of_organisation,
        row_number() over (partition by l.organisation_id order by sha256(convert_to(l.id || ' ' || from_day, 'UTF8'))) as turn
      from gate.read_log l
      where l.at >= from_day::timestamp at time zone 'Europe/Stockholm' and l.at < (to_day + 1)::timestamp at time zone 'Europe/Stockholm' and l.role <> 'participant'),
    busy as (
      select m.account_id, date_trunc('hour', m.local) as hour from month m group by 1, 2 having count(distinct m.person_id) > 60)
    select m.id, m.at, coalesce(o.name, ''), coalesce((select a.display_name from gate.appointment a where a.account_id = m.account_id and a.role = m.role order by a.valid_from limit 1), ''),
      m.role, m.fields, m.purpose, c.number, right(m.person_id::text, 8), m.allowed,
      array_remove(array[case when not m.allowed then 'refused' end,
        case when extract(isodow from m.local) > 5 or extract(hour from m.local) not between 6 and 19 then 'odd_hours' end,
        case when exists (select 1 from busy b where b.account_id = m.account_id and b.hour = date_trunc('hour', m.local)) then 'many_people' end,
        case when m.procurement_id is null and m.fields && array['phone', 'email', 'identity'] then 'without_case' end], null),
      m.of_organisation
    from month m left join organisations.organisation o on o.id = m.organisation_id left join procurement.procurement c on c.id = m.procurement_id
    where not m.allowed or m.turn <= greatest(10, ceil(m.of_organisation * 0.02))
    order by (not m.allowed) desc, m.at desc, m.id limit 300;
end $$;
reset role;
