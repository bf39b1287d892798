/** A colour by what it is called in both languages; the last sign of a Chinese name tells its row. */
export const COLOURS: ReadonlyArray<readonly string[]> = [
  ['黑', 'black'], ['白', 'white', 'ivory'], ['灰', 'grey', 'gray', 'charcoal'], ['红', 'red', 'burgundy', 'crimson'], ['蓝', 'blue', 'navy', 'teal'], ['绿', 'green', 'olive'], ['黄', 'yellow'], ['粉', 'pink'],
  ['紫', 'purple', 'lavender', 'violet'], ['橙', '橘', 'orange'], ['棕', '褐', '咖', '啡', 'brown'], ['银', 'silver'], ['金', 'gold', 'golden'], ['米', '杏', '卡其', 'beige', 'cream', 'khaki'], ['驼', 'camel', 'tan'], ['青', 'cyan'],
]
/** Chinese needs its 色 or a tinted name; a bare sign is part of too many words (红包, 白天). */
export const ZH_COLOUR = /(?:[深浅亮暗]|曜石|雾霾|樱花|奶油|象牙|珍珠|星空|月光|薄荷|墨|藏|宝石|酒|玫瑰|香槟|焦糖|天|湖|军|草|橄榄|烟|石墨|太空)?(黑|白|灰|红|蓝|绿|黄|粉|紫|橙|橘|棕|褐|咖啡|咖|银|金|米|杏|卡其|驼|青)色(?!块|差|号|系)|(?:曜石|雾霾|樱花|奶油|象牙|珍珠|星空|月光|薄荷|藏|宝石|酒|玫瑰|香槟|石墨|太空|深空)(黑|白|灰|红|蓝|绿|粉|紫|银|金|青)/g
export const EN_COLOUR = /(?<![a-z-])(?:(?:light|dark|pale|navy|sky|rose|space|deep|off-)[ -]?)?(black|white|grey|gray|charcoal|red|burgundy|crimson|blue|navy|teal|green|olive|yellow|pink|purple|lavender|violet|orange|brown|silver|gold|golden|beige|khaki|camel|ivory|cyan)(?![a-z-])(?! (?:friday|member|card|list|tier|status|light|tape|label))/gi
