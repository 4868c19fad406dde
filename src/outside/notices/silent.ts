/**
 * Parts of a notice that are neither read nor reported: they steer the exchange of notices, or they are contact details
 * of organisations that the import has no use for (least data: they are not even copied into a report).
 */
const silent: readonly RegExp[] = [
  /^(?:UBLVersionID|IssueTime|RequestedPublicationDate)$/,
  /^Organizations\/Organization\/(?:Company|TouchPoint)\/(?:PostalAddress|Contact|WebsiteURI|EndpointID|PartyIdentification|PartyName|PartyLegalEntity)(?:\/|$)/,
  /^Organizations\/(?:Organization\/)?UltimateBeneficialOwner(?:\/|$)/,
  // References between parts of the notice, followed where they lead to something that is read.
  /\/PartyIdentification\/ID$/,
  /^NoticeResult\/(?:LotResult|LotTender|SettledContract|TenderingParty)\/(?:ID|(?:LotTender|SettledContract|TenderLot|TenderingParty|Tenderer|TenderReference)\/ID)$/,
  /\/CallForTendersDocumentReference\/(?:ID|DocumentType|LanguageID|DocumentStatusCode)$/,
  /\/OfficialLanguages\/Language\/ID$/,
  /\/FieldsPrivacy(?:\/|$)/,
  /\/ServiceProviderParty\/ServiceTypeCode$/,
  /\/ChangedSection\/ChangedSectionIdentifier$/,
  /^ContractModification\/ModifiedContractIdentifier$/,
  // A date that UBL demands and eForms fills with 2000-01-01; the real one stands with the contract.
  /^TenderResult\/AwardDate$/,
]

/** Whether the element at this path holds nothing that a person deciding on the import needs to know of. */
export function isSilent(path: string): boolean {
  return silent.some(pattern => pattern.test(path))
}
