export { plainName } from '../../../src-shared/domain/plain-name.ts'
