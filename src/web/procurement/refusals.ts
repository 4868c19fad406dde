import type { LeadTimeRefusal, ProcurementRefusal } from '#domain/procurement'

const gone = { sv: 'Upphandlingen finns inte.', en: 'The procurement does not exist.' }

/** What the procurer is told when something cannot be done as asked. The compiler asks for a missing one. */
export const procurementRefusals: Record<ProcurementRefusal, { sv: string; en: string }> = {
  'procurement.not_found': gone,
  'procurement.not_yours': gone,
  'procurement.changed_meanwhile': {
    sv: 'Någon annan ändrade upphandlingen medan du arbetade. Nu visas det som gäller. Gör din ändring igen om den fortfarande behövs.',
    en: 'Somebody else changed the procurement while you were working. What holds now is shown. Make your change again if it is still needed.',
  },
  'procurement.closed': {
    sv: 'Upphandlingen är avslutad och kan inte ändras.',
    en: 'The procurement is closed and cannot be changed.',
  },
  'procurement.ends_before_it_begins': {
    sv: 'Kontraktets sista dag ligger före den första. Rätta en av dem.',
    en: 'The last day of the contract is before the first. Correct one of them.',
  },
  'procurement.need_not_submitted': {
    sv: 'Behovet är fortfarande ett utkast. Lämna in det till teamet först.',
    en: 'The need is still a draft. Hand it in to the team first.',
  },
  'procurement.requirement_undecided': {
    sv: 'Det är inte beslutat om ni ska kräva anställning. Besluta under Villkor, åt det ena eller andra hållet.',
    en: 'It is not decided whether to require employment. Decide under Clause, one way or the other.',
  },
  'procurement.award_first': {
    sv: 'Det här steget blir klart när kontraktet är tilldelat.',
    en: 'This step is completed when the contract is awarded.',
  },
  'procurement.already_awarded': {
    sv: 'Kontraktet är redan tilldelat. Det som stod i upphandlingen kan inte ändras längre.',
    en: 'The contract is already awarded. What the procurement said can no longer be changed.',
  },
  'procurement.not_in_procure': {
    sv: 'Kontraktet kan tilldelas först i steget Upphandla. Slutför stegen före.',
    en: 'The contract can be awarded only in the step Procure. Complete the steps before it.',
  },
  'procurement.contract_still_runs': {
    sv: 'Kontraktet löper till {until}. Upphandlingen kan avslutas dagen efter.',
    en: 'The contract runs until {until}. The procurement can be closed the day after.',
  },
  'procurement.dates_out_of_order': {
    sv: 'Steget {step} kan inte vara klart före {after}. Ändra en av dagarna.',
    en: 'The step {step} cannot be done before {after}. Change one of the days.',
  },
  'procurement.step_is_done': {
    sv: 'Steget {step} är redan klart, så dess dag kan inte flyttas.',
    en: 'The step {step} is already done, so its day cannot be moved.',
  },
  'procurement.supplier_unknown': {
    sv: 'Leverantören (arbetsgivaren) finns inte i registret i dag. Välj en ur listan.',
    en: 'The supplier (employer) is not in the register today. Choose one from the list.',
  },
  'procurement.unit_unknown': {
    sv: 'Enheten finns inte i registret i dag. Välj en ur listan.',
    en: 'The unit is not in the register today. Choose one from the list.',
  },
  'procurement.coordinator_unknown': {
    sv: 'Jobbspårskoordinatorn finns inte i registret i dag. Välj en ur listan.',
    en: 'The job-track coordinator is not in the register today. Choose one from the list.',
  },
  'need.changed_meanwhile': {
    sv: 'Någon annan ändrade behovet medan du skrev. Det du skrev står kvar nedanför. Jämför med det som gäller och spara igen.',
    en: 'Somebody else changed the need while you were writing. What you wrote is still below. Compare it with what holds and save again.',
  },
  'need.area_unknown': {
    sv: 'Området finns inte i dagens indelning. Välj ett ur listan eller hela staden.',
    en: 'The area is not in today’s division. Choose one from the list, or the whole city.',
  },
  'need.places_apportioned': {
    sv: 'Teamet har redan fördelat {apportioned} platser efter det här behovet. Ring teamet om behovet har ändrats.',
    en: 'The team has already apportioned {apportioned} places after this need. Call the team if the need has changed.',
  },
  'clause.missing': {
    sv: 'Villkoret är inte låst. Skriv det och lås det först.',
    en: 'The clause is not locked. Write it and lock it first.',
  },
  'clause.locked': {
    sv: 'Villkoret är låst. Det som anbudsgivarna har läst kan inte ändras.',
    en: 'The clause is locked. What tenderers have read cannot be changed.',
  },
  'clause.invalid': {
    sv: 'Villkoret går inte att räkna på: en uppgift saknas eller är utanför sina gränser. Kontrollera fälten nedanför.',
    en: 'The clause cannot be calculated: something is missing or outside its limits. Check the fields below.',
  },
  'clause.changed_meanwhile': {
    sv: 'Någon annan ändrade villkoret medan du skrev. Det du skrev står kvar. Jämför med texten bredvid och spara igen.',
    en: 'Somebody else changed the clause while you were writing. What you wrote is still there. Compare it with the text beside and save again.',
  },
  'clause.deadline_after_contract': {
    sv: 'Den första anställningen skulle kunna börja så sent som {deadline}, men då har kontraktet slutat. Välj färre månader.',
    en: 'The first employment could begin as late as {deadline}, but by then the contract has ended. Choose fewer months.',
  },
  'notice.not_found': { sv: 'Annonsen finns inte.', en: 'The notice does not exist.' },
  'notice.changed_meanwhile': {
    sv: 'Någon annan har gjort något med annonsen sedan du öppnade den. Nu visas det som gäller.',
    en: 'Somebody else has done something with the notice since you opened it. What holds now is shown.',
  },
  'notice.decided': {
    sv: 'Annonsen är redan hanterad.',
    en: 'The notice is already dealt with.',
  },
  'notice.lot_unknown': {
    sv: 'Annonsen har ingen del {lot}.',
    en: 'The notice has no lot {lot}.',
  },
  'notice.lot_taken': {
    sv: 'Del {lot} är redan en upphandling här.',
    en: 'Lot {lot} is already a procurement here.',
  },
}

const profile = {
  sv: 'Bilden av tiden går inte att rita, för profilens veckor säger emot varandra. Be teamet rätta det som kan läras.',
  en: 'The picture of the time cannot be drawn, since the weeks of the profile contradict each other. Ask the team to correct what can be learnt.',
}

/** Why the lead time of a case cannot be planned: said in place of the picture. */
export const leadTimeRefusals: Record<LeadTimeRefusal, { sv: string; en: string }> = {
  'lead_time.dates_reversed': {
    sv: 'Bilden av tiden går inte att rita, för ett steg slutar innan det börjar. Ändra dagarna för stegen.',
    en: 'The picture of the time cannot be drawn, since a step ends before it begins. Change the days of the steps.',
  },
  'lead_time.bad_weeks': profile,
  'lead_time.part_twice': profile,
  'lead_time.part_unknown': profile,
  'lead_time.parts_circular': profile,
}
