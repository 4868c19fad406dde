import type { Place } from './notice.ts'
import { takeTexts } from './texts.ts'
import { all, takeAt, type XmlElement } from './tree.ts'

/** The places of performance of a lot or of the whole procedure. NUTS 3 is the county; a district can only stand in words. */
export function takePlaces(
  project: XmlElement | undefined,
  level: 'Lot' | 'Procedure',
  language: string | null,
): readonly Place[] {
  return all(project, 'cac:RealizedLocation').map(location => ({
    nuts: takeAt(location, 'cac:Address/cbc:CountrySubentityCode', `BT-5071-${level}`),
    city: takeAt(location, 'cac:Address/cbc:CityName', `BT-5131-${level}`),
    country: takeAt(location, 'cac:Address/cac:Country/cbc:IdentificationCode', `BT-5141-${level}`),
    otherPlace: takeAt(location, 'cac:Address/cbc:Region', `BT-727-${level}`),
    note: takeTexts(all(location, 'cbc:Description'), `BT-728-${level}`, language),
  }))
}
