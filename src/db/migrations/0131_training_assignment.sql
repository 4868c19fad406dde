-- A policy of a table may not look at a table whose policy looks back: the person's policy reads assignments, so the assignment's asks the
-- function that knows the same rule. Web roles assign for training only; cases are assigned by matching's own function.
set local role fotfaste_owner;
drop policy matching_side_adds on candidates.assignment;
create policy matching_side_sends_to_training on candidates.assignment for insert to fotfaste_web_rw with check (
  purpose = 'training' and (select gate.role()) in ('matching_officer', 'coordinator') and candidates.visible(person_id));
reset role;
