import { expect, test } from 'vitest'
import { late } from './late.tsx'

const Nothing = () => null

test('BE-12 a late part is read once, however often it is asked for (each dialog would be fetched at every opening)', async () => {
  let reads = 0
  const part = late(() => {
    reads += 1
    return Promise.resolve(Nothing)
  })
  await Promise.all([part.fetch(), part.fetch()])
  await part.fetch()
  expect(reads).toBe(1)
})

test('BE-12 one that could not be read is read again the next time (a dialog would never open until the restart)', async () => {
  let broken = true
  const part = late(() => (broken ? Promise.reject(new Error('gone')) : Promise.resolve(Nothing)))
  await expect(part.fetch()).rejects.toThrow('gone')
  broken = false
  await expect(part.fetch()).resolves.toBeUndefined()
})
