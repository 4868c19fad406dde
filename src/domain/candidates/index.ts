export { type IdentityNumber, parseIdentityNumber } from './identity-number.ts'
export { identityDigest, openIdentity, type SealedIdentity, sealIdentity } from './seal.ts'
