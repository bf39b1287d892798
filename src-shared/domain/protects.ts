/** The closed list of what words are kept in for; nothing else stops a person. */
export const PROTECTED = ['money', 'others-data', 'internal-text', 'outside-payment', 'sensitive-data'] as const
/** money: beyond the shop's policy · others-data: another customer's · internal-text: passages for the desk alone · outside-payment: beside the order · sensitive-data: whole numbers of phones, cards and documents, codes, passwords */
export type Protected = (typeof PROTECTED)[number]

/** Fewest characters of a reason with which something goes all the same, in UTF-16 code units. */
export const OVERRIDE_REASON_MIN = 5
/** Longest such reason. */
export const OVERRIDE_REASON_MAX = 300

/** Findings that keep words in, in their order. */
export const blocking = <F extends { protects?: Protected | undefined }>(findings: readonly F[]): F[] => findings.filter(({ protects }) => protects !== undefined)
