import type { ratingsEn } from './ratings.en.ts'

/** 满意度，中文。 */
export const ratingsZh: { readonly [Key in keyof typeof ratingsEn]: string } = {
  'team.tab.ratings': '满意度',
  'ratings.own': '我的', 'ratings.own.hint': '只有你自己能看到自己的。',
  'ratings.people': '全体客服', 'ratings.automatic': '自动处理接待的',
  'ratings.none': '还没有人评价',
  'ratings.good': '{{percent}}% 打了 4 分或 5 分', 'ratings.bound': '真实值大约在 {{low}}%～{{high}}%',
  'ratings.answered': '邀请了 {{asked}} 位，{{answered}} 位评价',
  'ratings.scores': '各分数的人数', 'ratings.score': '{{score}} 分：{{count}} 人', 'ratings.of': '{{score}} 分（满分 5）',
  'ratings.step.1': '很不满意', 'ratings.step.2': '不满意', 'ratings.step.3': '一般', 'ratings.step.4': '满意', 'ratings.step.5': '很满意',
  'ratings.rule': '最近 28 天。评价少的时候范围很宽，这个数说明不了什么。',
  'ratings.low': '要看的 1 分和 2 分', 'ratings.low.own': '你收到的 1 分和 2 分', 'ratings.low.none': '没有人打 1 分或 2 分。',
  'ratings.reopen': '重新打开',
  'ratings.where': '会话办结后，在哪里邀请评价',
  'ratings.where.page': '网页聊天：直接在页面上', 'ratings.where.messages': '邮件、微信、签名接口：发一条消息邀请',
  'ratings.where.once': '每个会话只邀请一次，生着气离开的不邀请；七天内都能评价。Chatwoot 自己会问，结果会同步进来。',
  'ratings.where.page.on': '会话办结后，网页聊天的顾客会收到评价邀请。', 'ratings.where.page.off': '网页聊天没有开评价邀请。',
  'ratings.card': '顾客评价', 'ratings.card.asked': '已邀请，还没有评价', 'ratings.card.platform': '平台收集的评价',
  'said.shop-rules': '已保存，全店生效', 'said.shop-rules-conflict': '刚刚有人改过。请先看看对方的改动，再改一次。',
  'said.low-rating': '{{name}} 不满意：团队 › 满意度',
}
