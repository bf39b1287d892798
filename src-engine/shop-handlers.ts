import type { ShopWindowCalls } from '../src-shared/contract/shops.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'

/** What the window may ask about shops: asked of the gateway at once, and never kept for later. */
export function shopHandlers({ link }: Engine): Pick<Handlers, keyof ShopWindowCalls> {
  return {
    'shops.list': (params) => link.call('shops.list', params),
    'shops.test': (params) => link.call('shops.test', params),
    'shops.put': (params) => link.call('shops.put', params),
    'shops.remove': (params) => link.call('shops.remove', params),
    'shops.decide': (params) => link.call('shops.decide', params),
    'warehouse.test': (params) => link.call('warehouse.test', params),
    'warehouse.put': (params) => link.call('warehouse.put', params),
    'warehouse.remove': (params) => link.call('warehouse.remove', params),
    'shops.letter': (params) => link.call('shops.letter', params),
  }
}
