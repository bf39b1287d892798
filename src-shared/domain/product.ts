import { z } from 'zod'
import { LocalText, Money } from './text.ts'

export const Product = z.object({
  id: z.string(),
  title: LocalText,
  category: z.string(),
  price: Money,
  /** Facts a reply may quote, such as `电池容量` -> `5000 mAh`. */
  specs: z.array(z.object({ name: LocalText, value: LocalText })),
  variants: z.array(LocalText),
  warrantyMonths: z.number().int().nonnegative(),
  /** Pieces left; absent where the shop's system does not say. */
  stock: z.number().int().nonnegative().optional(),
  /** Pieces left of each variant, in the order of `variants`; absent where the shop's system does not say. */
  variantStock: z.array(z.number().int().nonnegative()).optional(),
})
export type Product = z.infer<typeof Product>
