export { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
