-- A completed course gives what it teaches (JSP-4 → TGT-3): written by a definer function, since a provider may not read or write competences.
grant create on schema tracks to fotfaste_gate;
set local role fotfaste_owner;
create policy gate_notes_courses on candidates.competence for insert to fotfaste_gate with check (source = 'course');
create policy gate_raises_by_courses on candidates.competence for update to fotfaste_gate using (true) with check (source = 'course');
grant insert, update (state, source, noted_on) on candidates.competence to fotfaste_gate;
-- A seat needs the provider to know who comes; the assignment ends when the course does.
create policy booking_side_ends on candidates.assignment for update to fotfaste_web_rw
  using (organisation_id = (select gate.org())) with check (organisation_id = (select gate.org()));
reset role;
set local role fotfaste_gate;

create function tracks.give_competences(of_booking uuid, new_ids uuid[]) returns int language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  -- Only for a completed booking that the actor may see: the provider of the start, or those who booked.
  if not exists (select 1 from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
    where b.id = of_booking and b.state = 'completed' and candidates.visible(b.person_id)
      and (gate.role() <> 'provider' or i.provider_id = gate.org())) then return 0; end if;
  insert into candidates.competence (id, person_id, concept, type, label_sv, state, source, noted_on)
    select new_ids[c.ordinality], b.person_id, c.concept, 'skill', coalesce(k.label_sv, i.name_sv), 'held', 'course', gate.today()
      from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
      cross join lateral unnest(i.concepts) with ordinality c(concept, ordinality) left join competence.skill k on k.id = c.concept
     where b.id = of_booking and k.id is not null
  on conflict (person_id, concept) do update set state = 'held', source = 'course', noted_on = gate.today();
  get diagnostics n = row_count;
  return n;
end $$;
reset role;
grant execute on function tracks.give_competences(uuid, uuid[]) to fotfaste_web_rw;
