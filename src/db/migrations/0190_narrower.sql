-- Found by the trust tests (tests/trust/README.md): whatever is wider than the access tables and the table of trust.md §1.1 is made as narrow.

-- Whether a permission is in force is the business of the functions that deliver a card. Asked by anybody about anybody, it would tell that a
-- person is in the programme (trust.md point 7).
revoke execute on function candidates.disclosed(uuid, uuid, uuid) from fotfaste_web_rw, fotfaste_web_ro;

set local role fotfaste_owner;

-- A commitment is never changed: what was promised stays as it was promised.
drop policy own_authority_changes on procurement.commitment;
-- Written for an update that nobody is granted.
drop policy booking_side_ends on candidates.assignment;
reset role;
