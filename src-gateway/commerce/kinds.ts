import { doudian } from './doudian/shop.ts'
import { jingdong } from './jd/shop.ts'
import { pinduoduo } from './pdd/shop.ts'
import { rest } from './rest/shop.ts'
import { shopify } from './shopify/shop.ts'
import type { ShopKind } from './shop-kind.ts'
import { taobao } from './top/shop.ts'

/** Every kind of shop that can be connected, in the order in which the window offers them; each reads its own settings only. */
export const SHOP_KINDS: readonly ShopKind[] = [taobao, jingdong, pinduoduo, doudian, shopify, rest] as unknown as readonly ShopKind[]
