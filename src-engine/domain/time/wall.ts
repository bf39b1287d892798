export * from '../../../src-shared/domain/wall.ts'
