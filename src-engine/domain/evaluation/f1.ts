/** Harmonic mean of precision and recall, 0 where nothing was told or expected. @param right told and expected */
export const f1 = (right: number, told: number, expected: number): number => (told + expected === 0 ? 0 : (2 * right) / (told + expected))
