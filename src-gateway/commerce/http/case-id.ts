import { v5 as uuidv5 } from 'uuid'

const NAMESPACE = '3a3c8c54-7a0e-5f0b-a1f1-0d5c6f4d2b77'

/** The id of a platform's case: the same however often it is read, and never that of another shop's. */
export const caseIdOf = (connectionId: string, no: string): string => uuidv5(`${connectionId}/${no}`, NAMESPACE)
