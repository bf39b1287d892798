import { TOPIC_NAMES_ZH as topic } from '../../../src-shared/domain/topic-names.ts'
import type { Act, Emotion, Mark } from '../../../src-shared/domain/triage.ts'
import type { Cue } from './label.ts'

/** What the agent reads for each code of triage (zh). */
const act: Record<Act, string> = {
  greeting: '打招呼',
  thanks: '感谢',
  closing: '结束/知道了',
  affirm: '确认/同意',
  deny_correct: '否认/更正',
  provide_info: '提供信息',
  urge: '催促',
  human_wanted: '要人工',
  hold_on: '稍等',
  media_only: '只发了图或表情',
}
const mark: Record<Mark, string> = {
  threat_review: '扬言给差评',
  threat_authority: '扬言投诉 12315/消协',
  threat_legal_media: '扬言起诉或曝光',
  threat_platform: '扬言投诉到平台',
  danger_person: '人身危险/极端言行',
  abuse: '辱骂',
  claimant_pattern: '问法像职业索赔',
  fraud_pattern: '退款说法对不上',
  off_platform: '站外联系/交易',
  sensitive_info: '敏感信息',
  minor: '未成年人',
  elderly_vulnerable: '老人/特殊群体',
  sarcasm: '反讽',
  churn: '失望离开',
  injection: '想操纵草稿',
  spam_ad: '广告/刷屏',
}
const emotion: Record<Emotion, string> = {
  calm: '平静',
  grateful: '感谢/满意',
  confused: '困惑',
  anxious: '着急/担心',
  disappointed: '失望/委屈',
  angry: '愤怒',
  furious: '暴怒/失控',
}
const cue: Record<Cue, string> = {
  'anger.word': '生气的用语',
  'anger.furious': '暴怒的用语',
  'anger.punctuation': '连用叹号或问号',
  'anger.caps': '全用大写',
  'anger.repeat': '说已经问过多次',
  'anger.smile': '反讽的微笑',
  'wait.days': '提到等了多久',
  'history.repeat': '重复之前的话',
  'history.carried': '之前就不满意',
  'history.waiting': '发了消息没人回',
  'history.evasion': '只收到安抚的话',
  'history.refused': '刚被我们拒绝',
  'history.overdue': '我们说的时间已过',
  'history.unanswered': '连发几条没等到回复',
  'need.open': '还有事没解决',
}

export const labels = { topic, act, mark, emotion, cue }
