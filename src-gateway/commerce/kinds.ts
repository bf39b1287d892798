import type { ShopKind } from './shop-kind.ts'
import { shopify } from './shopify/shop.ts'

/** Every kind of shop that can be connected, in the order in which the window offers them. */
export const SHOP_KINDS: readonly ShopKind[] = [shopify] as unknown as readonly ShopKind[]
