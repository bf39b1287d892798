/** IANA zone of the shop: drafts and screen tell times of orders and parcels in it. One shop and one zone so far. */
export const SHOP_TIME_ZONE = 'Asia/Shanghai'
/** When the shop's people answer, on its clock: the hours within which a reply is promised. */
export const SHOP_HOURS = { from: '09:00', to: '22:00' }
