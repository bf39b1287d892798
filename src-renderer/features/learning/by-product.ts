import type { OpenQuestion } from '../../../src-shared/contract/learning.ts'

export interface ProductQuestions {
  product: OpenQuestion['product']
  questions: OpenQuestion[]
}

/** Questions by product, in the order in which they come, which is by how often they were asked; the shop in general last. */
export function byProduct(all: readonly OpenQuestion[]): ProductQuestions[] {
  const groups = new Map<string, ProductQuestions>()
  for (const one of all) {
    const key = one.product?.id ?? ''
    const group = groups.get(key)
    if (group) group.questions.push(one)
    else groups.set(key, { product: one.product, questions: [one] })
  }
  return [...groups.values()].sort((a, b) => Number(a.product === null) - Number(b.product === null))
}
