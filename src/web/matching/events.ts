import type { MatchingEventKind } from '#domain/matching'

export const matchingEvents: Readonly<Record<MatchingEventKind, { readonly sv: string; readonly en: string }>> = {
  'matching.proposed': { sv: 'föreslog en person', en: 'proposed a person' },
  'matching.proposal_explained': {
    sv: 'föreslog personen i {case} och skrev vad som är okänt',
    en: 'proposed the person in {case} and wrote what is unknown',
  },
  'matching.withdrawn': { sv: 'tog tillbaka ett förslag', en: 'took a proposal back' },
  'matching.invited': { sv: 'kallade en person till möte {day}', en: 'invited a person to a meeting on {day}' },
  'matching.attended': { sv: 'noterade att en person kom {day}', en: 'noted that a person came on {day}' },
  'matching.interviewed': {
    sv: 'noterade att en person intervjuades {day}',
    en: 'noted that a person was interviewed on {day}',
  },
  'matching.shortlisted': { sv: 'lade en person på kortlistan', en: 'put a person on the shortlist' },
  'matching.unlisted': { sv: 'tog en person från kortlistan', en: 'took a person off the shortlist' },
  'matching.presented': {
    sv: 'visade ett kort för arbetsgivaren till och med {shownTo}',
    en: 'showed the employer a card until {shownTo}',
  },
  'matching.wanted': { sv: 'vill träffa en person', en: 'wants to meet a person' },
  'matching.declined': { sv: 'sade nej till en person', en: 'said no to a person' },
  'matching.chosen': { sv: 'valde en person', en: 'chose a person' },
  'matching.not_needed': {
    sv: 'tillsatte den sista platsen; en person som väntade behövs inte nu',
    en: 'filled the last place; a person who waited is not needed now',
  },
  'matching.stepped_back': { sv: 'ville inte längre', en: 'stepped back' },
}
