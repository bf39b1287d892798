import type { Money } from '../../../src-shared/domain/text.ts'

/** A price that a platform writes in yuan (`"12.30"`, `12.3`), in fen; what is absent or no number is 0. */
export const fenOfYuan = (yuan: string | number | null | undefined): number => {
  const amount = Math.round(Number(yuan ?? 0) * 100)
  return Number.isFinite(amount) ? amount : 0
}
export const cny = (amount: number): Money => ({ amount, currency: 'CNY' })
/** Fen as yuan with two places. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2)
