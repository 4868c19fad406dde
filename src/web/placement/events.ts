import type { PlacementEventKind } from '#domain/placement'

export const placementEvents: Readonly<Record<PlacementEventKind, { readonly sv: string; readonly en: string }>> = {
  'placement.offered': { sv: 'erbjöd ett jobb', en: 'offered a job' },
  'placement.agreed': { sv: 'tackade ja till jobbet', en: 'said yes to the job' },
  'placement.declined': { sv: 'tackade nej till jobbet', en: 'said no to the job' },
  'placement.started': { sv: 'bekräftade att arbetet har börjat', en: 'confirmed that the work has begun' },
  'placement.confirmed': { sv: 'bekräftade anställningen', en: 'confirmed the employment' },
  'placement.still_confirmed': {
    sv: 'bekräftade att anställningen pågår efter sex månader',
    en: 'confirmed that the employment goes on after six months',
  },
  'placement.ended': { sv: 'noterade att anställningen har slutat', en: 'noted that the employment has ended' },
  'placement.questioned': { sv: 'sade att något inte stämmer', en: 'said that something is wrong' },
}
