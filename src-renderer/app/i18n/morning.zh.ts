import type { morningEn } from './morning.en.ts'

/** 夜里情况卡片的文字，中文。 */
export const morningZh: { readonly [Key in keyof typeof morningEn]: string } = {
  'morning': '您不在的时候',
  'morning.answered_one': '答复了 {{count}} 个',
  'morning.answered_other': '答复了 {{count}} 个',
  'morning.left_one': '{{count}} 个在等您',
  'morning.left_other': '{{count}} 个在等您',
  'morning.left.none': '已经没人在等了',
  'morning.upset_one': '其中 {{count}} 个很急',
  'morning.upset_other': '其中 {{count}} 个很急',
  'morning.promises_one': '今天有 {{count}} 件答应的事到期',
  'morning.promises_other': '今天有 {{count}} 件答应的事到期',
  'morning.show': '看看是谁',
  'morning.hide': '收起',
  'morning.since': '{{time}} 起',
  'morning.upset.mark': '很急',
  'morning.dismiss': '今天不再显示',
  'said.morning-away': '夜里的情况今天不再显示',
}
