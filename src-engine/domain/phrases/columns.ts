/** What a column of a file holds. `text`, `title` and `group` without a language are told apart by their script. */
export type Field = 'code' | 'group' | 'groupZh' | 'groupEn' | 'title' | 'titleZh' | 'titleEn' | 'text' | 'textZh' | 'textEn'

/** Which program wrote a file: the phrases of 千牛, of 飞鸽, or any table with a header. */
export type TableFormat = 'qianniu' | 'feige' | 'table'

/** Column names as they stand in exports and as people write them, folded by `plainName`. */
const NAMES: Record<Field, readonly string[]> = {
  code: ['code', 'shortcode', 'shortcut', 'keyword', '快捷编码', '编码', '快捷码', '短语编码', '快捷短语编码', '快捷键', '简码'],
  group: ['group', 'category', 'folder', '分组', '分类', '类别', '分组名称', '短语分组', '快捷短语分组', '所属分组', '话术分组', '分组名'],
  groupZh: ['groupzh', '中文分组'],
  groupEn: ['groupen', '英文分组'],
  title: ['title', 'name', 'subject', '标题', '名称', '短语标题', '话术标题', '快捷短语标题'],
  titleZh: ['titlezh', '中文标题'],
  titleEn: ['titleen', '英文标题'],
  text: ['content', 'text', 'message', 'body', 'reply', 'answer', '内容', '话术', '短语', '短语内容', '快捷短语', '快捷短语内容', '话术内容', '回复内容', '回复'],
  textZh: ['textzh', 'contentzh', '中文内容'],
  textEn: ['texten', 'contenten', '英文内容'],
}
const FIELD_OF = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)))

/** No column has a longer name, in UTF-16 code units; what is longer is not even looked at. */
const NAME_MAX = 60

/** `快捷短语 内容（必填）*` is 快捷短语内容. */
const plainName = (cell: string): string =>
  cell.length > NAME_MAX ? '' : cell.normalize('NFKC').toLowerCase().replace(/\([^)]*\)/g, '').replace(/[\s_*:'"\ufeff-]/g, '')

export type Columns = Map<Field, number>

/** The columns that a row names, or null when it is no header: there must be one with the text. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const columns: Columns = new Map()
  cells.forEach((cell, at) => {
    const field = FIELD_OF.get(plainName(cell))
    if (field && !columns.has(field)) columns.set(field, at)
  })
  return columns.has('text') || columns.has('textZh') || columns.has('textEn') ? columns : null
}

export function formatOf(header: readonly string[]): TableFormat {
  const names = new Set(header.map(plainName))
  if (names.has('快捷编码') || names.has('快捷短语') || names.has('快捷短语内容')) return 'qianniu'
  return names.has('分组') && names.has('标题') && names.has('内容') && !names.has('编码') ? 'feige' : 'table'
}
