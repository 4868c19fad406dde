-- The person's own job, with the working hours as concepts too, so that they can be said in the person's language and not only in the profile's words.
drop function candidates.my_job(uuid);
set local role fotfaste_gate;
create function candidates.my_job(for_procurement uuid) returns table (title text, area text, starts_on date, hours text[], hours_sv text[], form text, months int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(f.title, c.title), r.name,
         coalesce((select min(l.starts_on) from places.place l where l.procurement_id = c.id and l.state <> 'withdrawn' and l.starts_on >= gate.today()), c.contract_start),
         array(select q.concept from competence.requirement q where q.profile_id = f.id and q.type = 'hours' order by q.position),
         array(select q.label_sv from competence.requirement q where q.profile_id = f.id and q.type = 'hours' order by q.position),
         n.form, n.months
    from procurement.procurement c
    left join competence.profile f on f.procurement_id = c.id and f.state = 'adopted'
    left join procurement.need n on n.procurement_id = c.id
    left join organisations.area r on r.id = n.area_id
   where c.id = for_procurement
     and (exists (select 1 from candidates.permission m where m.person_id = gate.person() and m.procurement_id = c.id)
       or exists (select 1 from matching.candidacy k where k.person_id = gate.person() and k.procurement_id = c.id)) $$;
reset role;
grant execute on function candidates.my_job(uuid) to fotfaste_web_rw, fotfaste_web_ro;
