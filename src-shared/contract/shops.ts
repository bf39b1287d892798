import { SHOP_CALLS } from '../wire/seat-shops.ts'

/** What the window may ask about shops: the gateway's own calls, which need the line. Secrets go through and are kept nowhere here. */
export const SHOP_WINDOW_CALLS = SHOP_CALLS
export type ShopWindowCalls = typeof SHOP_WINDOW_CALLS
