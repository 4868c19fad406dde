-- A supplier that has seen somebody who then takes back the yes is told to delete what it has kept (trust.md P-M3); whoever has not seen the person hears nothing.
-- And the person's own file has the two half confirmations that came with 0151_placement.sql (P-R1).
set local role fotfaste_gate;

create or replace function jobs.addressees(of_event uuid) returns table (account_id uuid, email text, language text, kind text, bundle text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with e as (select v.id, v.kind, v.stream_id, v.subject, v.at from log.event v join jobs.outbox o on o.id = v.id where v.id = of_event),
  who as (
    select c.id, e.kind, e.id::text as bundle from e join gate.account c on c.person_id = e.stream_id where e.kind = 'permission.asked'
    union all
    select c.id, e.kind, e.id::text from e join placement.placement l on l.id = e.subject join gate.account c on c.person_id = l.person_id where e.kind = 'placement.offered'
    union all
    select a.account_id, e.kind, e.id::text from e join followup.report r on r.id = e.subject
      join gate.appointment a on a.organisation_id = r.supplier_id and a.role = 'employer' and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     where e.kind in ('followup.report_opened', 'followup.report_returned')
    union all
    select a.account_id, e.kind, e.kind || ' ' || e.stream_id || ' ' || (e.at at time zone 'Europe/Stockholm')::date from e join procurement.procurement p on p.id = e.stream_id
      join gate.appointment a on a.organisation_id = p.supplier_id and a.role = 'employer' and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     where e.kind = 'matching.presented'
    union all
    select a.account_id, e.kind, e.id::text from e join candidates.permission m on m.id = e.subject join gate.appointment a on a.id = m.asked_by
     where e.kind = 'permission.withdrawn' and (a.valid_to is null or a.valid_to > gate.now())
    union all
    select a.account_id, 'permission.withdrawn_from_sight', e.id::text || ' receiver' from e join candidates.permission m on m.id = e.subject
      join gate.appointment a on a.organisation_id = m.receiver_id and a.role = 'employer' and a.valid_from <= gate.now() and (a.valid_to is null or a.valid_to > gate.now())
     where e.kind = 'permission.withdrawn' and exists (select 1 from matching.candidacy k
       where k.person_id = m.person_id and k.procurement_id = m.procurement_id and k.presented_at is not null))
  select c.id, c.email, c.language, w.kind, w.bundle from who w join gate.account c on c.id = w.id where c.active and c.email is not null $$;

create or replace function candidates.my_file() returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'person', (select to_jsonb(x) from (select p.number, p.status, p.waiting_since, p.ready_on, p.language, p.target_groups, p.protected, d.name as district,
        m.name as matching_unit, a.name as area from organisations.organisation d, organisations.organisation m, organisations.area a
        where d.id = p.district_id and m.id = p.matching_id and a.id = p.area_id) x),
    'competences', (select coalesce(jsonb_agg(to_jsonb(x) order by x.label, x.concept), '[]') from (select k.concept, k.label_sv as label, k.type, k.level, k.state, k.source, k.noted_on
        from candidates.competence k where k.person_id = p.id) x),
    'standing', (select to_jsonb(s) - 'person_id' - 'version' from candidates.standing s where s.person_id = p.id),
    'permissions', (select coalesce(jsonb_agg(to_jsonb(x) order by x.asked_at), '[]') from (select m.purpose, m.receiver_name as receiver, m.fields, m.text_edition, m.asked_at, m.answer,
        m.answered_at, m.manner, m.language, m.valid_to, m.withdrawn_at, m.replaced_at from candidates.permission m where m.person_id = p.id) x),
    'assignments', (select coalesce(jsonb_agg(to_jsonb(x) order by x.from_at), '[]') from (select o.name as organisation, a.purpose, a.from_at, a.to_at
        from candidates.assignment a join organisations.organisation o on o.id = a.organisation_id where a.person_id = p.id) x),
    'bookings', (select coalesce(jsonb_agg(to_jsonb(x) order by x.starts_on, x.name), '[]') from (select i.name_sv as name, o.name as provider, s.starts_on, s.ends_on, b.state, b.booked_at
        from tracks.booking b join catalogue.start s on s.id = b.start_id join catalogue.intervention i on i.id = s.intervention_id
        join organisations.organisation o on o.id = i.provider_id where b.person_id = p.id) x),
    'candidacies', (select coalesce(jsonb_agg(to_jsonb(x) order by x.proposed_at), '[]') from (select c.title as procurement, k.state, k.proposed_at, k.invited_on, k.attended_on,
        k.shortlisted_at, k.shortlist_reason, k.shortlist_note, k.presented_at, k.shown_to, k.interviewed_on, k.decided_at, k.decline_reason
        from matching.candidacy k join procurement.procurement c on c.id = k.procurement_id where k.person_id = p.id) x),
    'placements', (select coalesce(jsonb_agg(to_jsonb(x) order by x.offered_at), '[]') from (select o.name as employer, l.state, l.form, l.rate, l.starts_on, l.ends_on, l.offered_at,
        l.agreed_at, l.started_on, l.ended_on, l.end_reason, l.employer_confirmed_at, l.person_confirmed_at, l.employer_still_at,
        l.person_still_at, l.still_confirmed_at
        from placement.placement l join organisations.organisation o on o.id = l.employer_id where l.person_id = p.id) x))
    from candidates.person p where p.id = gate.person() $$;

reset role;
