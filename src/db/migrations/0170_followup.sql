-- Follow-up: what the supplier corrects before sending, who may move a report where, and the clock that opens reports (PRC-10).
grant create on schema followup to fotfaste_gate;
set local role fotfaste_owner;

alter table followup.report add column corrections jsonb not null default '{}';
comment on column followup.report.corrections is 'What the supplier says differently from what the register gives, by field, until it is sent. figures: the whole as it was sent.';
grant update (corrections) on followup.report to fotfaste_web_rw;

-- Restrictive: a supplier can send and correct, never approve; a procurer can approve and return, never send (house.md §6, the table of moves).
create policy each_side_moves_its_own_way on followup.report as restrictive for update to fotfaste_web_rw using (true) with check (
  case (select gate.role())
    when 'employer' then state in ('open', 'returned', 'submitted')
    when 'procurer' then state in ('approved', 'returned')
    else false end);

create policy gate_opens on followup.report for insert to fotfaste_gate with check (state = 'open');
grant insert on followup.report to fotfaste_gate;

create index report_waiting on followup.report (state, due_on) where state in ('open', 'returned', 'submitted'); -- nightly check, my day
reset role;
set local role fotfaste_gate;

-- Commitments whose contract has begun, with the periods that have a report, for the clock that opens them. Which periods there are is a rule of the domain.
create function followup.commitments_in_force(on_day date) returns table (commitment_id uuid, procurement_id uuid, parameters jsonb, contract_start date, contract_end date,
  opened date[]) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id, t.procurement_id, t.parameters, t.contract_start, t.contract_end, array(select r.period_from from followup.report r where r.commitment_id = t.id)
    from procurement.commitment t join procurement.procurement p on p.id = t.procurement_id
   where t.contract_start < on_day and p.state <> 'cancelled' order by t.contract_start, t.id $$;

-- Opens the report of a period, once, and says so in the case's history and to the outbox. False: somebody already did.
create function followup.open_report(new_id uuid, event_id uuid, for_commitment uuid, first_day date, last_day date, due date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare promised procurement.commitment;
begin
  select * into promised from procurement.commitment t where t.id = for_commitment;
  if promised.id is null or last_day >= gate.today() then raise exception 'no such commitment, or a period that is not over' using errcode = '22023'; end if;
  insert into followup.report (id, commitment_id, procurement_id, supplier_id, period_from, period_to, due_on, state)
    values (new_id, promised.id, promised.procurement_id, promised.supplier_id, first_day, last_day, due, 'open') on conflict do nothing;
  if not found then return false; end if;
  perform log.append_as(event_id, 'procurement', promised.procurement_id, 'followup.report_opened', new_id, 'contract',
    jsonb_build_object('period_from', first_day, 'period_to', last_day), null, null, gate.now(), null, null, null, 'system', '');
  insert into jobs.outbox (id, kind, stream_id, subject, at) values (event_id, 'followup.report_opened', promised.procurement_id, new_id, gate.now());
  return true;
end $$;

reset role;
grant execute on function followup.commitments_in_force(date), followup.open_report(uuid, uuid, uuid, date, date, date) to fotfaste_worker;
