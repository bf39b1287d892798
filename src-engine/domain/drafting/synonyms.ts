/** What customers call a product, against the words of its title. Each row is one thing. */
const ROWS: readonly (readonly string[])[] = [
  ['充电宝', '移动电源', 'power bank', 'powerbank'],
  ['充电头', '充电器', '插头', 'charger'],
  ['箱子', '登机箱', '行李箱', '拉杆箱', '旅行箱', 'suitcase', 'luggage', 'cabin case'],
  ['耳机', '耳塞', 'earbuds', 'earphones', 'headphones'],
  ['音箱', '音响', 'speaker'],
  ['台灯', 'desk lamp', 'lamp'],
  ['风扇', '循环扇', '小风扇', 'fan'],
  ['净化器', 'purifier'],
  ['加湿器', 'humidifier'],
  ['滤水壶', '净水壶', 'filter jug', 'water jug'],
  ['烧水壶', '电热水壶', '热水壶', '烧水', 'kettle'],
  ['保温壶', '保温杯', '真空保温', 'flask', 'thermos'],
  ['杯子', '马克杯', 'mug', 'mugs', 'cup', 'cups'],
  ['枕头', '枕', 'pillow'],
  ['双肩包', '背包', '书包', 'backpack', 'rucksack'],
  ['斜挎包', '挎包', '小包', 'crossbody', 'shoulder bag'],
  ['收纳', '收纳袋', '收纳六件套', 'packing cubes', 'cubes'],
  ['露营灯', '营灯', 'lantern'],
  ['帐篷', 'tent'],
  ['键盘', 'keyboard'],
  ['闹钟', 'alarm clock', 'clock'],
  ['锅', 'frying pan', 'pan'],
  ['睡袋', 'sleeping bag'],
  ['睡垫', 'sleeping mat', 'sleeping pad'],
  ['椅', 'chair'],
  ['榨汁杯', '榨汁机', 'blender'],
  ['香薰', 'diffuser'],
  ['四件套', '床单', '被套', 'bedding'],
  ['内胆包', '电脑包', 'laptop sleeve', 'sleeve'],
  ['托特', 'tote'],
  ['旅行袋', 'duffel'],
  ['无线充', 'wireless charger'],
  ['数据线', '充电线', 'cable'],
  ['滤芯', 'water filter', 'purifier filter'],
  ['儿童杯', '儿童保温杯', '吸管杯', 'kids flask'],
  ['登山杖', '手杖', 'trekking poles', 'walking poles', 'poles'],
]

/** Rows of the table that a text speaks of. */
export function thingsIn(text: string): number[] {
  const plain = text.normalize('NFKC').toLowerCase()
  return ROWS.flatMap((row, index) => (row.some((word) => holds(plain, word)) ? [index] : []))
}

/** Latin words as whole words ("fan" is not in "fantastic"), Chinese anywhere. */
function holds(text: string, word: string): boolean {
  return /^[a-z ]+$/.test(word) ? new RegExp(`(?<![a-z])${word}s?(?![a-z])`).test(text) : text.includes(word)
}
