import { GOODS } from '../guard/words/goods.ts'

/** Longest title that is said as it stands, in code points: shops fill theirs with what people search for. */
const LONGEST = { han: 16, other: 48 } as const
const NOUNS = GOODS.flat().filter((name) => /\p{Script=Han}/u.test(name)).sort((a, b) => b.length - a.length)

/** What most goods end in, with what tells which kind. */
const BY_ENDING = /\p{Script=Han}{1,3}(?:器|机|灯|锅|壶|柜|椅|床|鞋|包|衣|裤|裙|杯|箱|帽|伞|表|车|架|毯|被|枕|桌|扇|盒|垫)/u

/**
 * A title as people say it. A long Chinese one is its noun (`电热水器`), or its beginning where we know no noun; a long one in
 * another script ends behind a whole word. Always words of the title, so that the guard knows them.
 */
export function shortTitle(title: string): string {
  const isHan = /\p{Script=Han}/u.test(title)
  if ([...title].length <= LONGEST[isHan ? 'han' : 'other']) return title
  const bare = title.replace(/[（(【[][^）)】\]]*[）)】\]]/gu, ' ').replace(/\s+/g, ' ').trim()
  if (!isHan) return bare.slice(0, LONGEST.other + 1).replace(/[\s,;:-]+\S*$/, '')
  const noun = NOUNS.find((name) => name.length > 1 && bare.includes(name)) ?? BY_ENDING.exec(bare)?.[0]
  // Two signs before it often tell which kind: 电热水器, 落地扇.
  const at = noun === undefined ? -1 : bare.lastIndexOf(noun)
  const kind = /[\p{Script=Han}]$/u.test(bare.slice(0, at)) && /[电燃气洗落台挂立双单]$/u.test(bare.slice(0, at)) ? bare[at - 1] ?? '' : ''
  return noun === undefined ? ([...bare].slice(0, LONGEST.han).join('').split(' ')[0] ?? bare) : kind + noun
}
