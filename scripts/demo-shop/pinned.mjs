// The people of the scripted conversations and the orders that must fit what they say. Everything here is invented.
// city: a zh city of places.mjs, or a key of ABROAD. Days are days before now.

/** id, name, language, level, city, note, fixed last three digits or whole phone */
export const PEOPLE = [
  ['c001', '林晓雯', 'zh', 'silver', '杭州', ''],
  ['c002', '周大海', 'zh', 'regular', '合肥', ''],
  ['c003', '何嘉敏', 'zh', 'regular', '广州', ''],
  ['c004', '许哲', 'zh', 'silver', '南京', '公司报销,常要发票'],
  ['c005', '邓琳', 'zh', 'new', '深圳', ''],
  ['c006', '宋佳怡', 'zh', 'regular', '苏州', ''],
  ['c007', '孟祥宇', 'zh', 'regular', '太原', '上次物流停滞催过一次'],
  ['c008', '方逸晨', 'zh', 'gold', '北京', '老客户,习惯一次问几件事'],
  ['c009', '曾俊豪', 'zh', 'regular', '成都', ''],
  ['c010', '秦若兰', 'zh', 'silver', '福州', ''],
  ['c011', '黎小曼', 'zh', 'new', '南宁', ''],
  ['c012', '贺强', 'zh', 'regular', '沈阳', ''],
  ['c013', '段文斌', 'zh', 'silver', '郑州', '常出差,收件请先电话联系'],
  ['c014', '姜可', 'zh', 'new', '长沙', ''],
  ['c015', '苏婉清', 'zh', 'regular', '武汉', ''],
  ['c016', '陆一鸣', 'zh', 'new', '天津', ''],
  ['c017', '廖桂芳', 'zh', 'regular', '重庆', ''],
  ['c018', '龚志远', 'zh', 'regular', '济南', ''],
  ['c019', '费雨桐', 'zh', 'silver', '上海', ''],
  ['c020', '倪思远', 'zh', 'silver', '西安', ''],
  ['c021', '毕海燕', 'zh', 'new', '青岛', ''],
  ['c022', '尤嘉树', 'zh', 'gold', '厦门', '公司采购,发票抬头是公司'],
  ['c023', '焦磊', 'zh', 'new', '石家庄', ''],
  ['c024', '钟玉梅', 'zh', 'regular', '南昌', '家里老人代收,请说慢一点'],
  ['c025', '卫东升', 'zh', 'regular', '昆明', '', '13800000625'],
  ['c046', 'Beatriz Moreira', 'pt', 'new', 'Porto', '', '+351900000146'],
  ['c047', 'Emma Whitfield', 'en', 'regular', 'Bristol', '', '+447700900147'],
  ['c048', 'Daniel Mercer', 'en', 'regular', 'Portland', '', '+15035550148'],
  ['c049', 'Rachel Tanner', 'en', 'new', 'Melbourne', '', '+61491570156'],
  ['c050', 'Lucía Fernández', 'es', 'regular', 'Madrid', '', '+34600000150'],
  ['c051', 'Jonas Brandt', 'de', 'silver', 'Leipzig', '', '+493023125151'],
  ['c052', 'Michael Osei', 'en', 'regular', 'Cardiff', '', '+447700900152'],
  ['c053', '佐藤 美咲', 'ja', 'new', 'Nagoya', '', '+819000000153'],
  ['c054', 'Priya Nair', 'en', 'silver', 'Singapore', '', '+6580000154'],
  ['c055', 'خالد المنصوري', 'ar', 'regular', 'Dubai', '', '+971500000155'],
  ['c056', 'Tyler Benson', 'en', 'new', 'Austin', '', '+15125550156'],
  ['c057', 'Ирина Соколова', 'ru', 'new', 'Almaty', '', '+77000000157'],
  ['c058', 'Nguyễn Thu Hà', 'vi', 'regular', 'Da Nang', '', '+84900000158'],
  ['c059', 'Oliver Grant', 'en', 'new', 'Leeds', '', '+447700900159'],
  ['c060', 'Camille Laurent', 'fr', 'silver', 'Lyon', '', '+33639980160'],
]
/** The rest of the customers: zh names only, everything else by chance. */
export const BULK_NAMES = ['吕晨曦', '韩雪', '谭志明', '阮青', '夏悦', '孔维嘉', '崔国栋', '戴安宁', '汪小满', '贾文轩', '范思琪', '彭亮', '石蕊', '陶然', '邵一凡', '万紫涵', '熊小川', '欧阳慧', '莫子谦', '常乐天']

/**
 * no, customer, status, [[product, variant, quantity] ...], placed, and more:
 * carrier, at (how far the parcel is: see STAGES in generate.mjs), last (days since the last scan), trackingNo, eta,
 * delivered, sale [kind, status, requested], discount, promise (days after payment), memo
 */
export const ORDERS = [
  // d01 plain where-is-my-order
  ['2188340610072265', 'c001', 'shipped', [['p01', 0, 1]], 3.4, { carrier: 'zto', at: 'hub', last: 0.3, trackingNo: '73100299881726', eta: -0.9 }],
  // d02 stuck in Zhengzhou for five days, on the way to Taiyuan
  ['2188340578813047', 'c007', 'shipped', [['p07', 1, 1]], 8.2, { carrier: 'yto', at: 'stuck-via', via: '郑州', last: 5.1, trackingNo: 'YT8800417236091' }],
  // d03
  ['2188340481290363', 'c047', 'shipped', [['p13', 2, 1]], 11.2, { carrier: 'yun', at: 'abroad-hub', last: 0.6, eta: -2.5 }],
  // d04 left earbud dead after two weeks
  ['2188340412077351', 'c012', 'completed', [['p01', 1, 1]], 18.6, { carrier: 'jt', delivered: 15.2 }],
  // d05
  ['2188340622910458', 'c002', 'shipped', [['p20', 1, 1]], 2.9, { carrier: 'yunda', at: 'hub', last: 0.4, eta: -1.1, discount: 1000 }],
  // d06 return approved, wants the address
  ['2188340569034417', 'c003', 'refunding', [['p15', 0, 1]], 6.5, { carrier: 'zto', delivered: 3.3, sale: ['return', 'approved', 0.7] }],
  // d07 (unverified) kettle of her husband asking
  ['2188340543360188', 'c024', 'delivered', [['p11', 0, 1]], 9.1, { carrier: 'zto', delivered: 6.2 }],
  // d08 four days in Madrid
  ['2188340466128509', 'c050', 'shipped', [['p14', 2, 1]], 13.5, { carrier: 'yun', at: 'abroad-stuck', last: 4.2 }],
  // d09 three orders: pillow unshipped, suitcase on the way, lantern done
  ['2188340671905234', 'c008', 'paid', [['p12', 0, 2]], 0.6, {}],
  ['2188340634470829', 'c008', 'shipped', [['p14', 1, 1]], 2.4, { carrier: 'sf', at: 'hub', last: 0.2, eta: -0.6 }],
  ['2188340287703118', 'c008', 'completed', [['p17', 0, 1]], 44.0, { carrier: 'sf', delivered: 41.1 }],
  // d10 signed by "himself" while he is away; its screen is pictures/tracking-screen.png
  ['2188340601284773', 'c013', 'delivered', [['p03', 0, 1]], 5.3, { carrier: 'jt', delivered: 1.2, trackingNo: 'JT5207731840926', signed: 'self' }],
  // d11
  ['2188340590337714', 'c004', 'delivered', [['p01', 2, 1]], 5.1, { carrier: 'sf', delivered: 2.1 }],
  // d12 paid yesterday, promised tomorrow
  ['2188340660851934', 'c005', 'paid', [['p02', 0, 1]], 1.1, { memo: '' }],
  // d13 lamp returned long ago, still being inspected
  ['2188340209940657', 'c048', 'refunding', [['p05', 0, 1]], 41.0, { carrier: 'yun', delivered: 27.5, sale: ['return', 'inspecting', 23.0] }],
  // d14 another customer's order that the stranger asks for
  ['2188340615549081', 'c019', 'shipped', [['p09', 0, 1]], 3.0, { carrier: 'sf', at: 'branch', last: 0.1, eta: -0.3 }],
  // d15 wrong address, not shipped
  ['2188340675512087', 'c006', 'paid', [['p06', 1, 1]], 0.4, {}],
  // d16 crushed box, snapped pole
  ['2188340402861935', 'c049', 'delivered', [['p18', 0, 1]], 18.8, { carrier: 'yun', delivered: 2.4 }],
  // d17 filter light after some 2,200 hours
  ['2188340101874520', 'c051', 'completed', [['p09', 0, 1]], 112.0, { carrier: 'yun', delivered: 95.0 }],
  // d18 Dongguan to Chengdu by way of Wuhan
  ['2188340611938406', 'c009', 'shipped', [['p14', 0, 1]], 3.3, { carrier: 'jd', at: 'via', via: '武汉', last: 0.5, eta: -1.6 }],
  // d20 cancelled before shipping, refund paid yesterday
  ['2188340596620341', 'c010', 'refunded', [['p05', 1, 1]], 3.6, { sale: ['refund', 'paid', 1.8], discount: 2000 }],
  // d21 lost parcel
  ['2188340152236478', 'c052', 'shipped', [['p20', 0, 2]], 36.0, { carrier: 'yun', at: 'abroad-lost', last: 21.3 }],
  // d22 picked refund-only by mistake
  ['2188340552108673', 'c011', 'refunding', [['p16', 1, 1]], 7.4, { carrier: 'jt', delivered: 4.1, sale: ['refund', 'requested', 0.15] }],
  // d23 opened the bag, wants to know whether it can go back
  ['2188340431765092', 'c053', 'delivered', [['p15', 1, 1]], 14.6, { carrier: 'yun', delivered: 3.1 }],
  // d24 two things in one parcel
  ['2188340629083517', 'c014', 'shipped', [['p04', 0, 1], ['p16', 0, 1]], 2.6, { carrier: 'yto', at: 'via', via: '广州', last: 0.7, eta: -1.4, discount: 800 }],
  // d25 ordered rock grey, got orange
  ['2188340607316852', 'c015', 'delivered', [['p13', 0, 1]], 4.0, { carrier: 'zto', delivered: 0.8 }],
  // d26 (unverified) 2.6 days past the promise
  ['2188340574496603', 'c025', 'paid', [['p08', 0, 1]], 4.6, {}],
  // d27 three orders
  ['2188340454732198', 'c054', 'delivered', [['p19', 1, 1]], 13.0, { carrier: 'yun', delivered: 1.5 }],
  ['2188340537081944', 'c054', 'shipped', [['p17', 1, 1]], 8.9, { carrier: 'yun', at: 'air', last: 1.0, eta: -3.5 }],
  ['2188340585940276', 'c054', 'refunding', [['p06', 0, 1]], 3.9, { sale: ['refund', 'approved', 2.2] }],
  // d28 changed his mind at once
  ['2188340678820153', 'c016', 'paid', [['p12', 1, 1]], 0.2, {}],
  // d29 held by customs in Dubai
  ['2188340477391826', 'c055', 'shipped', [['p03', 1, 1]], 12.1, { carrier: 'yun', at: 'abroad-customs', last: 2.8 }],
  // d30 his own order; he asks for Emma's
  ['2188340271648830', 'c056', 'delivered', [['p14', 1, 1]], 26.4, { carrier: 'yun', delivered: 12.2 }],
  // d31
  ['2188340598853467', 'c017', 'delivered', [['p08', 1, 1]], 4.4, { carrier: 'yunda', delivered: 1.0 }],
  // d32 return closed by us
  ['2188340499127640', 'c018', 'delivered', [['p11', 1, 1]], 12.3, { carrier: 'zto', delivered: 9.0, sale: ['return', 'closed', 5.0] }],
  // d33
  ['2188340508274916', 'c059', 'shipped', [['p19', 0, 1]], 9.6, { carrier: 'yun', at: 'abroad-air', last: 0.4, eta: -4.0 }],
  // d34 (unverified) the label is pictures/parcel-label.png
  ['2188340516603872', 'c046', 'shipped', [['p07', 0, 1]], 9.4, { carrier: 'yun', at: 'abroad-hub', last: 0.8, trackingNo: 'YT2604417700938251', eta: -1.8 }],
  // d35 tent without pegs
  ['2188340389450712', 'c057', 'delivered', [['p18', 1, 1]], 17.2, { carrier: 'yun', delivered: 1.7 }],
  // d36 a filter was to be resent
  ['2188340476618209', 'c020', 'delivered', [['p09', 0, 1]], 15.5, { carrier: 'sf', delivered: 12.4, sale: ['resend', 'approved', 6.0] }],
  // d37 cracked mug
  ['2188340618827390', 'c021', 'delivered', [['p10', 0, 1]], 3.4, { carrier: 'yunda', delivered: 0.3 }],
  // d38 invoice wrong on one, price dropped on another, a third on its way
  ['2188340371150864', 'c022', 'completed', [['p13', 1, 2]], 23.6, { carrier: 'sf', delivered: 20.8 }],
  ['2188340588209135', 'c022', 'delivered', [['p06', 0, 1]], 4.7, { carrier: 'zto', delivered: 2.0 }],
  ['2188340657730291', 'c022', 'shipped', [['p02', 1, 1]], 1.6, { carrier: 'sf', at: 'origin', last: 0.3, eta: -1.5 }],
  // d39 scratched case, fingerprints
  ['2188340613372948', 'c023', 'delivered', [['p01', 1, 1]], 3.2, { carrier: 'jt', delivered: 0.4 }],
  // d40 swollen lantern battery
  ['2188340349907263', 'c058', 'delivered', [['p17', 0, 1]], 20.3, { carrier: 'yun', delivered: 8.0 }],
  // a French customer without a scripted conversation
  ['2188340525561479', 'c060', 'shipped', [['p10', 1, 1]], 9.0, { carrier: 'yun', at: 'abroad-hub', last: 0.9, eta: -2.0 }],
]
