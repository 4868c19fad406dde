import type { Buyer, Fault } from './notice.ts'
import { all, extension, first, take, takeAt, textOf, type XmlElement } from './tree.ts'

/** The organisations of the notice by their technical identifier (`ORG-0001`), as elements: read only when referred to. */
export type Organisations = ReadonlyMap<string, XmlElement>

export function organisationsOf(root: XmlElement): Organisations {
  const found = new Map<string, XmlElement>()
  for (const company of all(root, `${extension}/efac:Organizations/efac:Organization/efac:Company`)) {
    const id = textOf(first(company, 'cac:PartyIdentification/cbc:ID'))
    if (id !== null && !found.has(id)) found.set(id, company)
  }
  return found
}

export function takeName(company: XmlElement | undefined): string | null {
  return takeAt(company, 'cac:PartyName/cbc:Name', 'BT-500-Organization-Company')
}

export function takeCompanyId(company: XmlElement | undefined): string | null {
  return takeAt(company, 'cac:PartyLegalEntity/cbc:CompanyID', 'BT-501-Organization-Company')
}

/** The buyers, in order. A reference to an organisation that is not in the notice becomes a fault. */
export function takeBuyers(root: XmlElement, organisations: Organisations): { buyers: Buyer[]; faults: Fault[] } {
  const buyers: Buyer[] = []
  const faults: Fault[] = []
  for (const reference of all(root, 'cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID')) {
    const company = organisations.get(take(reference, 'OPT-300-Procedure-Buyer') ?? '')
    if (company === undefined) {
      faults.push({ fault: 'no_such_organisation', field: 'OPT-300-Procedure-Buyer', lot: null })
      continue
    }
    const address = first(company, 'cac:PostalAddress')
    buyers.push({
      name: takeName(company),
      companyId: takeCompanyId(company),
      city: takeAt(address, 'cbc:CityName', 'BT-513-Organization-Company'),
      nuts: takeAt(address, 'cbc:CountrySubentityCode', 'BT-507-Organization-Company'),
      country: takeAt(address, 'cac:Country/cbc:IdentificationCode', 'BT-514-Organization-Company'),
    })
  }
  return { buyers, faults }
}
