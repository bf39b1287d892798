/** Two names that look the same are the same name: width, case and spaces make no difference. */
export const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
