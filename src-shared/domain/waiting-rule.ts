/** The desk's rule for a first answer, in seconds, and from which part of it on the clock warns. */
export const WAITING_RULE = { seconds: 180, warnFrom: 0.6 } as const
