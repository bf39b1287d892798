export { decide, MAX_ATTEMPTS, type DecideFacts } from './decide.ts'
