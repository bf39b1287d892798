/** Carriers by their names in both languages; a row is one company. */
export const CARRIERS: readonly (readonly string[])[] = [
  ['顺丰', 'SF Express', 'SF'], ['中通', 'ZTO'], ['圆通', 'YTO'], ['韵达', 'Yunda'], ['申通', 'STO'], ['极兔', 'J&T'], ['EMS', '邮政', 'China Post'],
  ['德邦', 'Deppon'], ['京东物流', '京东快递', 'JD Logistics'], ['菜鸟', 'Cainiao'], ['百世', 'Best Express'], ['天天快递'], ['云途', 'YunExpress'],
  ['DHL'], ['UPS'], ['FedEx'], ['USPS'], ['Royal Mail'], ['DPD'], ['Evri', 'Hermes'], ['GLS'], ['4PX', '递四方'], ['SpeedX'], ['Aramex'],
]
