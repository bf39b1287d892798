/** A word in both languages. */
export interface Both { zh: string; en: string }

/** What a case is made of. Two pools: cases of held-out templates never share a shop's goods, people or places with the others. */
export interface Pool {
  goods: ReadonlyArray<Both & { weight: Both; colours: readonly Both[]; sizes: readonly Both[]; measure: Both }>
  people: ReadonlyArray<{ zh: string; honorific: string; en: string; phone: string }>
  places: ReadonlyArray<{ city: Both; street: Both; detail: Both }>
  carriers: ReadonlyArray<Both & { prefix: string }>
}

const both = (zh: string, en: string): Both => ({ zh, en })
const LETTERS = [both('M码', 'size M'), both('L码', 'size L'), both('XL码', 'size XL')]
const SHOES = [both('38码', 'size 38'), both('41码', 'size 41'), both('43码', 'size 43')]
const PIECE = both('件', 'pieces')

export const OPEN_POOL: Pool = {
  goods: [
    { ...both('云雀降噪耳机', 'Lark noise-cancelling headphones'), weight: both('250克', '250 g'), colours: [both('黑色', 'black'), both('白色', 'white')], sizes: [both('标准版', 'standard')], measure: both('副', 'pairs') },
    { ...both('棉麻衬衫', 'linen shirt'), weight: both('0.3公斤', '0.3 kg'), colours: [both('蓝色', 'blue'), both('米色', 'beige'), both('灰色', 'grey')], sizes: LETTERS, measure: PIECE },
    { ...both('山野徒步鞋', 'Ridge hiking shoes'), weight: both('1.2kg', '1.2 kg'), colours: [both('棕色', 'brown'), both('绿色', 'green')], sizes: SHOES, measure: both('双', 'pairs') },
    { ...both('暖光台灯', 'warm desk lamp'), weight: both('900g', '900 g'), colours: [both('白色', 'white'), both('黑色', 'black')], sizes: [both('小号', 'small')], measure: both('台', 'units') },
    { ...both('不锈钢保温杯', 'steel flask'), weight: both('420克', '420 g'), colours: [both('红色', 'red'), both('银色', 'silver')], sizes: [both('500ml', '500 ml')], measure: both('只', 'pieces') },
    { ...both('烟酰胺面霜', 'niacinamide cream'), weight: both('50克', '50 g'), colours: [both('白色', 'white')], sizes: [both('50ml', '50 ml')], measure: both('瓶', 'jars') },
  ],
  people: [
    { zh: '李雷', honorific: '李先生', en: 'Anna Brown', phone: '13800002231' }, { zh: '王芳', honorific: '王女士', en: 'Tom Baker', phone: '13900007645' },
    { zh: '陈晓明', honorific: '陈先生', en: 'Julia Evans', phone: '15800003412' }, { zh: '赵敏', honorific: '赵女士', en: 'Peter Novak', phone: '18600009087' },
  ],
  places: [
    { city: both('杭州市西湖区', 'Portland'), street: both('文三路', 'Maple Street'), detail: both('128号3幢501室', '128') },
    { city: both('成都市武侯区', 'Leeds'), street: both('科华北路', 'Station Road'), detail: both('65号2单元', '65') },
    { city: both('广州市天河区', 'Dublin'), street: both('体育西路', 'Mill Lane'), detail: both('103号', '103') },
  ],
  carriers: [{ ...both('顺丰', 'SF Express'), prefix: 'SF' }, { ...both('中通', 'ZTO'), prefix: '7' }, { ...both('圆通', 'DHL'), prefix: 'YT' }, { ...both('京东快递', 'FedEx'), prefix: 'JD' }],
}

export const HELD_OUT_POOL: Pool = {
  goods: [
    { ...both('北岸机械键盘', 'Northshore keyboard'), weight: both('1.1kg', '1.1 kg'), colours: [both('灰色', 'grey'), both('黑色', 'black')], sizes: [both('大号', 'large')], measure: both('台', 'units') },
    { ...both('羊毛围巾', 'wool scarf'), weight: both('180克', '180 g'), colours: [both('驼色', 'camel'), both('紫色', 'purple')], sizes: [both('S码', 'size S'), both('XXL码', 'size XXL')], measure: both('条', 'pieces') },
    { ...both('儿童运动鞋', 'kids sneakers'), weight: both('0.6公斤', '0.6 kg'), colours: [both('粉色', 'pink'), both('黄色', 'yellow')], sizes: [both('31码', 'size 31'), both('33码', 'size 33')], measure: both('双', 'pairs') },
    { ...both('双层蒸锅', 'two-tier steamer'), weight: both('2.4公斤', '2.4 kg'), colours: [both('橙色', 'orange'), both('白色', 'white')], sizes: [both('中号', 'medium')], measure: both('套', 'sets') },
  ],
  people: [
    { zh: '周涛', honorific: '周先生', en: 'Maria Gomez', phone: '13700005518' }, { zh: '孙丽', honorific: '孙女士', en: 'David Clark', phone: '15000008823' },
    { zh: '何静怡', honorific: '何女士', en: 'Sophie Martin', phone: '17700001296' },
  ],
  places: [
    { city: both('南京市鼓楼区', 'Bristol'), street: both('中山北路', 'Harbour Avenue'), detail: both('32号', '32') },
    { city: both('武汉市江岸区', 'Austin'), street: both('解放大道', 'Cedar Drive'), detail: both('1208号', '1208') },
  ],
  carriers: [{ ...both('韵达', 'UPS'), prefix: '4' }, { ...both('申通', 'Royal Mail'), prefix: 'ST' }, { ...both('极兔', 'USPS'), prefix: 'JT' }],
}
