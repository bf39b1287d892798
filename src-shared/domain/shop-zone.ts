/** IANA zone of the shop: its days, and the times of orders and parcels that drafts and screen tell. One shop and one zone so far. */
export const SHOP_TIME_ZONE = 'Asia/Shanghai'
