/** Where the app itself serves a picture, by the hash of its bytes. */
export const addressOf = (sha256: string): string => `/attachment/${sha256}`
