/** Carriers by their names in both languages; a row is one company. */
export const CARRIERS: readonly (readonly string[])[] = [
  ['顺丰', 'SF Express', 'SF'], ['中通', 'ZTO'], ['圆通', 'YTO'], ['韵达', 'Yunda'], ['申通', 'STO'], ['极兔', 'J&T'], ['EMS', '邮政', 'China Post'],
  ['德邦', 'Deppon'], ['京东物流', '京东快递', 'JD Logistics'], ['菜鸟', 'Cainiao'], ['百世', 'Best Express'], ['天天快递'], ['云途', 'YunExpress'],
  ['DHL'], ['UPS'], ['FedEx', '联邦快递'], ['USPS', 'US Postal Service'], ['Royal Mail'], ['DPD'], ['Evri', 'Hermes'], ['GLS'], ['4PX', '递四方'], ['SpeedX'], ['Aramex'],
  ['丹鸟'], ['跨越速运'], ['宅急送'], ['优速'], ['安能'], ['壹米滴答'], ['Canada Post'], ['Australia Post', 'AusPost'], ['PostNL'], ['Purolator'], ['OnTrac'], ['LaserShip'], ['TNT'],
]

/** Names that stand in records alone; in a text they would be other words. A number is the row above. */
export const CARRIER_CODES: Readonly<Record<string, number>> = {
  sf: 0, shunfeng: 0, 'sf-express': 0, sf_express: 0, sfexpress: 0, zto: 1, zhongtong: 1, yto: 2, yuantong: 2, yunda: 3, yd: 3, sto: 4, shentong: 4, jtexpress: 5, jitu: 5, jt: 5,
  ems: 6, youzheng: 6, chinapost: 6, deppon: 7, debang: 7, jd: 8, jdl: 8, jingdong: 8, cainiao: 9, dhl: 13, ups: 14, fedex: 15, usps: 16, royalmail: 17, royal_mail: 17, dpd: 18,
}
