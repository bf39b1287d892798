import { expect, test } from 'vitest'
import { namesIn } from '../../../../src-shared/domain/incident-match.ts'
import { namedProduct, productsMeant } from './scope-words.ts'

const PRODUCTS = [
  { id: 'CUP-1', title: { zh: '马克杯', en: 'Mug' } }, { id: 'CUP-2', title: { zh: '马克杯礼盒', en: 'Mug gift box' } }, { id: 'LAMP', title: { zh: '台灯', en: 'Desk lamp' } },
]

test('IN-15 a product stands in the form by its title, by its SKU where the title means others too; read again it means that one alone', () => {
  const named = PRODUCTS.map(({ id }) => namedProduct(id, PRODUCTS, ({ zh }) => zh))
  expect(named).toEqual(['CUP-1', '马克杯礼盒', '台灯'])
  expect(named.map((name) => productsMeant(namesIn(name), PRODUCTS).found.map(({ id }) => id))).toEqual([['CUP-1'], ['CUP-2'], ['LAMP']])
  expect(namedProduct('GONE', PRODUCTS, ({ zh }) => zh)).toBe('GONE')
})
