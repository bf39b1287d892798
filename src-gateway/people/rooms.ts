/** Rooms of the seats' sockets: a session's desk, and all desks of a person. */
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`
export const accountRoom = (accountId: string): string => `account:${accountId}`
