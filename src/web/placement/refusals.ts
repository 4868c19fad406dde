import type { PlacementRefusal } from '#domain/placement'

const gone = { sv: 'Sidan finns inte.', en: 'The page does not exist.' }

/** Why something about an employment could not be done, and what to do instead. The compiler asks for a missing one. */
export const placementRefusals: Record<PlacementRefusal, { readonly sv: string; readonly en: string }> = {
  'placement.not_found': gone,
  'placement.not_yours': gone,
  'placement.changed_meanwhile': {
    sv: 'Det här ändrades medan ni skrev. Nu visas det som gäller. Gör om det om det fortfarande behövs.',
    en: 'This changed while you were writing. What holds now is shown. Do it again if it is still needed.',
  },
  'placement.already_answered': {
    sv: 'Ni har redan svarat om den här personen.',
    en: 'You have already answered about this person.',
  },
  'placement.no_free_place': {
    sv: 'Den sista platsen blev just tillsatt. Säg till er kontakt om ni vill anställa fler.',
    en: 'The last place has just been filled. Tell your contact if you want to employ more.',
  },
  'placement.case_closed': {
    sv: 'Kontraktet är avslutat. Det går inte att erbjuda jobb genom det.',
    en: 'The contract is closed. No job can be offered through it.',
  },
  'placement.cannot_follow': {
    sv: 'Det går inte som det står nu. Läs vad som gäller för anställningen.',
    en: 'It is not possible as things stand. Read what holds for the employment.',
  },
  'placement.outside_period': {
    sv: 'Första arbetsdag ska ligga inom kontraktet, {from}–{last}.',
    en: 'The first day of work must lie within the contract, {from}–{last}.',
  },
  'placement.starts_in_past': {
    sv: 'Första arbetsdag kan inte vara före i dag.',
    en: 'The first day of work cannot be before today.',
  },
  'placement.day_in_future': {
    sv: 'Bekräfta först när dagen har varit. Välj i dag eller en tidigare dag.',
    en: 'Confirm only when the day has been. Choose today or an earlier day.',
  },
  'placement.end_missing': {
    sv: 'Skriv sista arbetsdag. Bara en tillsvidareanställning saknar den.',
    en: 'Write the last day of work. Only a permanent employment has none.',
  },
  'placement.permanent_has_no_end': {
    sv: 'En tillsvidareanställning har ingen sista dag. Ta bort dagen eller välj en annan form.',
    en: 'A permanent employment has no last day. Remove the day or choose another form.',
  },
  'placement.ends_before_it_begins': {
    sv: 'Sista arbetsdag kan inte vara före den första.',
    en: 'The last day of work cannot be before the first.',
  },
  'placement.not_as_planned': {
    sv: '”Som planerat” gäller bara en anställning som pågick till den planerade sista dagen. Välj en annan orsak.',
    en: '“As planned” holds only for an employment that lasted to the planned last day. Choose another reason.',
  },
  'placement.already_confirmed': { sv: 'Det är redan bekräftat.', en: 'It has already been confirmed.' },
  'placement.not_started': {
    sv: 'Anställningen har inte börjat än.',
    en: 'The employment has not begun yet.',
  },
  'placement.too_early': {
    sv: 'Det kan bekräftas från och med {from}, sex månader efter första dagen.',
    en: 'It can be confirmed from {from}, six months after the first day.',
  },
  'placement.ended_before': {
    sv: 'Anställningen slutade före {from} och kan inte bekräftas efter sex månader.',
    en: 'The employment ended before {from} and cannot be confirmed after six months.',
  },
}
