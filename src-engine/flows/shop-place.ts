/** IANA zone of the shop: drafts and screen tell times of orders and parcels in it. One shop and one zone so far. */
export const SHOP_TIME_ZONE = 'Asia/Shanghai'
