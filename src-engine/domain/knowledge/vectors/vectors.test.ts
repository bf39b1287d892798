import { expect, test } from 'vitest'
import { createPlaces } from './space.ts'
import { parseVectors, writeVectors, type VectorTable } from './table.ts'

const table: VectorTable = { size: 2, features: ['shrink', 'small', 'card'], weights: Float32Array.of(2, 1, 1), scales: Float32Array.of(1 / 127, 1 / 127, 1 / 127), values: Int8Array.of(127, 0, 90, 90, 0, 127) }

test('KN-8 a table comes back as it was written; one that is cut, too long or another file is refused in one sentence', () => {
  const bytes = writeVectors(table)
  expect(parseVectors(bytes)).toEqual(table)
  expect(() => parseVectors(bytes.subarray(0, bytes.length - 1))).toThrow('cut off')
  expect(() => parseVectors(Uint8Array.of(...bytes, 0))).toThrow('too long')
  expect(() => parseVectors(new Uint8Array(40))).toThrow('not a table')
})

test('KN-8 a word that the table has not points where the passages of the index point that hold it, and no longer once they are gone', () => {
  const places = createPlaces({ han: table, latin: table })
  expect(places.of('felted')).toBeNull()
  const placed = places.of('shrink')
  if (!placed) throw new Error('shrink has a place')
  places.learn('felted shrink', placed, 1)
  expect([...(places.of('felted')?.direction ?? [])]).toEqual([1, 0])
  places.learn('felted shrink', placed, -1)
  expect(places.of('felted')).toBeNull()
  expect(places.of('缩水')).toBeNull()
})
