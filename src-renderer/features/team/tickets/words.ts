/** Choices of a ticket's day, by their words, in milliseconds from now. */
export const DUE_IN = { '4h': 4 * 3_600_000, '1d': 24 * 3_600_000, '3d': 3 * 24 * 3_600_000, '7d': 7 * 24 * 3_600_000 } as const
export type DueIn = keyof typeof DUE_IN
export const DUE_NAMES = Object.keys(DUE_IN) as DueIn[]
