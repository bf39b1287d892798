import type { teamFiguresEn } from './team-figures.en.ts'

/** 全队草稿去向的文字，中文。 */
export const teamFiguresZh: { readonly [Key in keyof typeof teamFiguresEn]: string } = {
  'team.tab.figures': '草稿效果',
  'teamFigures.leads': '全队的合计只给主管看。你自己的数据只有你能看到。',
  'teamFigures.own': '看我自己的',
  'teamFigures.period': '时间段', 'teamFigures.days.7': '最近 7 天', 'teamFigures.days.28': '最近 28 天',
  'teamFigures.offline': '全队的数据存在网关上，现在连不上。',
  'teamFigures.counted': '全队及时出来的 {{of}} 条草稿里有 {{right}} 条。',
  'teamFigures.edit': '一半的草稿改动不超过 {{edit}}%。', 'teamFigures.edit.0': '至少一半的草稿一字未改。',
  'teamFigures.rule': '只有合计，不带名字，算到昨天。每个数至少来自三个人、二十条回复，看不出是谁的：人数不够时把几天并在一起算，等满一周还不够，就归到“其他主题”。',
  'teamFigures.waiting': '还有一些回复没有算进来：发的人太少。凑够了就会补上。',
  'teamFigures.range': '每 100 条采用',
  'teamFigures.since': '从 {{date}} 起',
  'teamFigures.others': '其他主题',
  'teamFigures.late': '动手写了才出来',
  'teamFigures.none': '还没有坐席报来数据',
  'teamFigures.none.text': '不用设置。客服回复时，各台电脑会自动报条数，不报内容；一天过完，第二天就能在这里看到。',
  'teamFigures.one': '只有一个人在回复',
  'teamFigures.one.text': '这时全队的数就是这一个人的数，所以不放在这里；本人可以在自己的页面看。有三个人回复以后，这里会显示合计。',
  'teamFigures.two': '有两个人在回复',
  'teamFigures.two.text': '两个人的合计，各自减掉自己的就知道对方的，所以先不显示。再有一个人回复，这里就有合计；在那之前各看各的。',
  'teamFigures.few': '还不够算一个合计',
  'teamFigures.few.text': '每个数至少要有三个人、二十条回复，而且只算已经过完的日子。明天再来看，或者选长一点的时间段。',
}
