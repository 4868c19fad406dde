import { ApportionSample } from './apportion.tsx'
import { CaseSample } from './case.tsx'
import { FiguresSample } from './figures.tsx'
import { FormsSample } from './forms.tsx'
import type { GalleryPage } from './frame.tsx'
import { ListsSample } from './lists.tsx'
import { MatchSample } from './match.tsx'
import { arabic, PersonSample, swedish } from './person.tsx'
import { StateSample } from './state.tsx'

/** Every component with made-up content: what `scripts/gallery.ts` shows and `gallery.test.tsx` examines. */
export const galleryPages: readonly GalleryPage[] = [
  { name: 'case', lang: 'sv', title: 'Ärendet', body: <CaseSample /> },
  { name: 'apportion', lang: 'sv', title: 'Fördelningen', body: <ApportionSample /> },
  { name: 'match', lang: 'sv', title: 'Matchningen', body: <MatchSample /> },
  { name: 'state', lang: 'sv', title: 'Läget', body: <StateSample /> },
  { name: 'figures', lang: 'sv', title: 'Bilderna', body: <FiguresSample /> },
  { name: 'forms', lang: 'sv', title: 'Formulären', body: <FormsSample /> },
  { name: 'lists', lang: 'sv', title: 'Listorna', body: <ListsSample /> },
  { name: 'person', lang: 'sv', title: 'Deltagaren', body: <PersonSample words={swedish} /> },
  { name: 'person-ar', lang: 'ar', dir: 'rtl', title: 'المشارك', body: <PersonSample words={arabic} /> },
]
