-- Placement, third part: a free place comes with the terms the need gave it, so that an offer begins from what was agreed and not from an empty form.
-- The form and length of the employment are part of the contract that the supplier has signed; the rest of the need is not the supplier's to read.
set local role fotfaste_gate;
drop function placement.free_places(uuid);
create function placement.free_places(for_procurement uuid) returns table (place_id uuid, number int, area_id uuid, starts_on date, form text, months int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.id, q.number, q.area_id, q.starts_on, n.form, n.months
    from places.place q left join procurement.need n on n.procurement_id = q.procurement_id
   where q.procurement_id = for_procurement and q.state = 'apportioned' and procurement.visible(for_procurement)
     and not exists (select 1 from placement.placement l where l.place_id = q.id
       and (l.state in ('offered', 'agreed', 'started') or l.state = 'ended' and l.end_reason = 'as_planned'))
   order by q.number $$;
reset role;
grant execute on function placement.free_places(uuid) to fotfaste_web_rw, fotfaste_web_ro;
