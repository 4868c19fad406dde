-- The team opens a need's places when it first spreads them (TGT-4): the procurer has said how many, in the need.
set local role fotfaste_owner;
create policy team_opens on places.place for insert to fotfaste_web_rw with check ((select gate.role()) = 'district_team'
  and exists (select 1 from procurement.procurement p where p.id = procurement_id));
reset role;
