-- In a demonstration the days may be let pass, so that one person can follow a case from its notice to its result in an afternoon. Only forward, since
-- events are written in order; only where gate.demonstration says so; never in production, whose clock is zero.
set local role fotfaste_owner;
create policy gate_moves on gate.clock for update to fotfaste_gate using (true) with check (true);
grant update (shift) on gate.clock to fotfaste_gate;
reset role;
set local role fotfaste_gate;
create function gate.pass_time(from_day date, to_day date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from gate.demonstration) or to_day <= from_day or to_day > from_day + 400 then return false; end if;
  perform from gate.clock for update;
  if gate.today() <> from_day then return false; end if;
  update gate.clock set shift = shift + make_interval(days => to_day - from_day);
  return true;
end $$;
revoke execute on function gate.pass_time(date, date) from public;
grant execute on function gate.pass_time(date, date) to fotfaste_sign_in;
reset role;
