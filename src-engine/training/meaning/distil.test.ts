import { expect, test } from 'vitest'
import { createMeaning, writeMeaning } from '../../domain/classify/meaning.ts'
import { composeSentences } from './compose.ts'
import { distil, type Lesson } from './distil.ts'

/** A teacher of two matters: what has an early word points one way, what has a late one the other. */
const lesson = (text: string): Lesson => ({ text, vector: Float32Array.from({ length: 6 }, (_, k) => text.split(' ').reduce((sum, word) => sum + Math.sin((word < 'm' ? 1 : 4) * (k + 1)) + word.length / 50, 0)) })
const WORDS = ['apple', 'bread', 'cheese', 'quilt', 'rug', 'sofa'].map(lesson)
const SENTENCES = ['apple bread', 'bread cheese', 'cheese apple bread', 'quilt rug', 'rug sofa', 'sofa quilt rug', 'apple quilt'].map(lesson)
const SHAPE = { neighbours: 16, pieces: 16, size: 2 }

test('CL-11 the table says what its teacher says, also of a sentence that it never heard, and is the same bit for bit', () => {
  const { table, cosine } = distil(WORDS, SENTENCES, SHAPE, 3)
  expect(cosine).toBeGreaterThan(0.9)
  const { of } = createMeaning(table, 0)
  const close = (a: string, b: string): number => of(a)?.reduce((sum, value, k) => sum + value * (of(b)?.[k] ?? 0), 0) ?? Number.NaN
  expect(close('apple cheese', 'bread')).toBeGreaterThan(close('apple cheese', 'sofa rug') + 0.5)
  expect(writeMeaning(distil(WORDS, SENTENCES, SHAPE, 3).table)).toEqual(writeMeaning(table))
})

test('CL-12 composed sentences are the same for the same seed, differ from each other, and leave no slot unfilled', () => {
  const made = composeSentences(['where is my little red car'], 400, 9)
  expect(composeSentences(['where is my little red car'], 400, 9)).toEqual(made)
  expect(new Set(made).size).toBe(400)
  expect(made.filter((text) => /[{}]/.test(text))).toEqual([])
})
