import type { OwnTopicsReport } from '../../../src-shared/contract/teaching.ts'

/** A topic that a person should look at again; `right` of ten. */
export type Weak = { label: string; right: number } & ({ why: 'few'; examples: number } | { why: 'mixed'; with: string } | { why: 'low' | 'left-out' })

/** Under this share of right ones a topic is weak. */
const WEAK_BELOW = 0.7
/** With fewer examples the number of them is the likeliest reason. */
const FEW = 6

/** A share as how many of ten; never ten while one is wrong, never none while one is right. */
export const inTen = (share: number): number => (share === 0 || share === 1 ? share * 10 : Math.min(9, Math.max(1, Math.round(share * 10))))

/** The weak topics with the likeliest reason, the weakest first. */
export function weakIn({ topics, leftOut }: OwnTopicsReport): Weak[] {
  const weak = topics.filter(({ right }) => right < WEAK_BELOW).map(({ label, examples, right, mixedWith }): Weak => {
    const known = { label, right: inTen(right) }
    if (examples < FEW) return { ...known, why: 'few', examples }
    return mixedWith === null ? { ...known, why: 'low' } : { ...known, why: 'mixed', with: mixedWith }
  })
  return [...weak, ...leftOut.map((label): Weak => ({ label, right: 0, why: 'left-out' }))]
}
