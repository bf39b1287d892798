import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ShopWindowCalls } from '../../src-shared/contract/shops.ts'

type Fake = { [C in keyof ShopWindowCalls]: (params: CallParams<C>) => CallResult<C> }

/** No shop but the demo's. */
export const fakeShops: Fake = {
  'shops.list': () => ({ kinds: [], shops: [], waiting: [], letters: [], warehouseKinds: [], warehouses: [] }),
  'shops.test': () => ({ trouble: null }),
  'shops.put': () => ({}),
  'shops.remove': () => ({}),
  'shops.decide': () => ({}),
  'warehouse.test': () => ({ trouble: null }),
  'warehouse.put': () => ({}),
  'warehouse.remove': () => ({}),
  'shops.letter': () => ({ gone: true }),
}
