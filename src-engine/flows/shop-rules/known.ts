import { FIRST_SHOP_RULES, ShopRules } from '../../../src-shared/domain/shop-rules.ts'
import type { Engine } from '../context.ts'

/** What supervisors decided for the shop, as the log last told. */
export const knownShopRules = ({ store }: Pick<Engine, 'store'>): ShopRules => store.shared.get('shop-rules', '', ShopRules) ?? FIRST_SHOP_RULES
