export const POLICY_VERSION_DIGITS = 8

/** Key of a policy's version; keys of one policy sort as its versions do. */
export const policyVersionKey = (policyId: string, version: number): string => `${policyId}@${String(version).padStart(POLICY_VERSION_DIGITS, '0')}`
