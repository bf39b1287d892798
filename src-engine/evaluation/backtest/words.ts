import type { DeedKind, Would } from '../../../src-shared/domain/backtest.ts'
import type { Words } from '../page/html.ts'

/** What the page of a back-test says, in both languages. */
export const DID: Readonly<Record<DeedKind, Words>> = {
  same: { en: 'people answered the same', zh: '人工答的是同一件事' }, asked: { en: 'people asked back', zh: '人工先反问了' }, money: { en: 'people granted money', zh: '人工给了钱' },
  handover: { en: 'people handed it on', zh: '人工转交了' }, unclear: { en: 'cannot be told from their words', zh: '从原话看不出来' }, none: { en: 'nobody answered', zh: '没有人回' },
}
export const WOULD_WORDS: Readonly<Record<Would, Words>> = {
  auto: { en: 'answers alone', zh: '自己回' }, unknown: { en: 'answers alone, if what is not known is in order', zh: '自己回（前提是未知的情况都正常）' }, ask: { en: 'asks', zh: '先问顾客' },
  draft: { en: 'drafts for a person', zh: '给人写草稿' }, review: { en: 'waits for a look', zh: '等人看过' }, escalate: { en: 'hands over', zh: '转给人' },
}
export const PAGE: Readonly<Record<'title' | 'language' | 'intent' | 'moments' | 'alone' | 'left' | 'agreement' | 'saved' | 'noIntent' | 'cases' | 'casesHint' | 'none' | 'intents' | 'intentsHint' | 'rules' | 'how' | 'howText' | 'conversations', Words>> = {
  title: { en: 'What the policy would have done', zh: '这套规则当时会怎么做' }, language: { en: 'Language', zh: '语言' }, intent: { en: 'Intent', zh: '诉求' }, moments: { en: 'times asked', zh: '问到的次数' },
  alone: { en: 'would answer alone', zh: '会自己回' }, left: { en: 'left to people', zh: '留给人' }, agreement: { en: 'people did the same (95 % interval)', zh: '与人工一致（95% 区间）' }, saved: { en: 'minutes of work saved', zh: '省下的人工分钟' },
  noIntent: { en: '(no intent)', zh: '（没有诉求）' }, cases: { en: 'Read these first', zh: '先看这些' }, casesHint: { en: 'It would have answered alone and people did otherwise. Riskiest first.', zh: '它会自己回，而人工做了别的。风险大的在前。' },
  none: { en: 'None: wherever people’s words tell what they did, they did the same.', zh: '没有：凡是看得出人工做了什么的地方，都一致。' }, intents: { en: 'By intent', zh: '按诉求' }, intentsHint: { en: 'Green: the same as people. Red: otherwise. Light: their words do not tell. Grey: left to people.', zh: '绿：与人工一致。红：不一致。浅色：看不出来。灰：留给人。' },
  rules: { en: 'Rules that left it to people', zh: '让它留给人的规则' }, how: { en: 'How this was counted', zh: '怎么算的' }, conversations: { en: 'conversations read', zh: '段会话' },
  howText: { en: 'Agreement counts only replies whose words tell what people did. That the answer could be made from the records, and that the line was up, is assumed. Saved time is at most two minutes a reply.', zh: '一致率只算看得出人工做了什么的回复。假定答案能从记录里写出来、线路是通的。每条回复最多按两分钟计省时。' },
}
