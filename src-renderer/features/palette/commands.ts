import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Settings } from '../../../src-shared/contract/desk.ts'
import { ACTIONS, ACTION_NAMES } from '../../app/action-list.ts'
import type { en } from '../../app/i18n/en.ts'
import type { Action } from '../../app/keymap.ts'
import type { DemoWish } from '../demo/wishes.ts'
import { SECTIONS, type Section } from '../settings/sections.ts'

type Word = keyof typeof en

/** A setting that can be chosen in one step; `value` null: opens its section. */
export type Choice =
  | { kind: 'set'; id: string; name: Word; value: Word | string; change: CallParams<'settings.set'>; chosen: (settings: Settings) => boolean; also: string }
  | { kind: 'open'; id: string; name: Word; section: Section; also: string }

export type Command =
  | { kind: 'action'; id: string; action: Action; name: Word; also: string }
  | { kind: 'demo'; id: string; wish: DemoWish; name: Word; also: string }
  | Choice

/** Other words that people look for these by, in either language; never shown. */
const ALSO: Readonly<Partial<Record<Action, string>>> = {
  next: 'down forward 往下', previous: 'up back 往上', resolve: 'done close finish 关闭 结束 完成', undo: 'revert 恢复', compose: 'reply write answer 回复 回答', search: 'find 搜索',
  'undo-autopilot': 'cancel 取消', 'hand-back': 'robot bot consent give back 机器人 交还 转机器人 同意', 'pause-autopilot': 'kill switch stop bot 机器人 停止 关闭', context: 'details panel 详情', presence: 'lunch break status busy 休息 吃饭 状态 忙碌',
  settings: 'preferences options 偏好 选项', help: 'shortcuts cheat sheet 快捷键', queue: 'list inbox 列表',
  'mark-order': 'memo remark color 备注 旗 标记', 'snooze-tomorrow': 'later 稍后 明早', trace: 'why draft model prompt sent tokens debug timeline 为什么 过程 提示词 发了什么 耗时', evidence: 'why reason highlight mood evidence 为什么 依据 高亮 标红', understanding: 'accuracy quality check label report how well 准确率 质量 抽查 标注 报表', drafts: 'acceptance edit figures statistics 采纳率 草稿 统计 修改', suggestions: 'learn approve queue template article 学习 采纳 审批 话术 沉淀', questions: 'unanswered product gap knowledge 未解答 商品 知识缺口 没答案',
  knowledge: 'articles import edit faq manual documents 文章 导入 编辑 手册 文档 常见问题',
  teach: 'wrong topic label intent angry mistake 理解错 认错 标签 主题 情绪 误报',
}

const ACTION_COMMANDS: readonly Command[] = ACTION_NAMES.filter((action) => action !== 'search').map((action) => ({ kind: 'action', id: `action-${action}`, action, name: ACTIONS[action].word, also: ALSO[action] ?? '' }))

function choice<K extends 'theme' | 'language' | 'density' | 'textSize' | 'sendWith' | 'presence'>(name: Word, key: K, value: Settings[K], word: Word | string, also = ''): Choice {
  return { kind: 'set', id: `set-${key}-${value}`, name, value: word, change: { [key]: value }, chosen: (settings) => settings[key] === value, also }
}

const CHOICES: readonly Choice[] = [
  choice('presence.name', 'presence', 'available', 'presence.available', 'back here ready 上线 在岗 回来'),
  choice('presence.name', 'presence', 'busy', 'presence.busy', 'no new customers full 满了 别分 不接新'),
  choice('presence.name', 'presence', 'away', 'presence.away', 'lunch break pause 休息 吃饭'),
  choice('settings.theme', 'theme', 'dark', 'settings.dark', 'night black mode 暗色 夜间 黑色'),
  choice('settings.theme', 'theme', 'light', 'settings.light', 'day white mode 亮色 白色'),
  choice('settings.theme', 'theme', 'system', 'settings.system', 'auto 自动'),
  choice('settings.language', 'language', 'en', 'English', 'english 英文 英语'),
  choice('settings.language', 'language', 'zh', '中文', 'chinese 汉语'),
  choice('settings.language', 'language', 'system', 'settings.system', 'auto 自动'),
  choice('settings.density', 'density', 'compact', 'settings.density.compact', 'small dense 密集'),
  choice('settings.density', 'density', 'comfortable', 'settings.density.comfortable', 'wide roomy 舒适'),
  ...[100, 110, 125, 150].map((size) => choice('settings.textSize', 'textSize', size, `${size} %`, 'zoom font big small 字体 放大 缩小')),
  choice('settings.sendWith', 'sendWith', 'enter', 'Enter', 'send key 发送键'),
  choice('settings.sendWith', 'sendWith', 'ctrl-enter', 'Ctrl Enter', 'send key 发送键'),
]

const OPENERS: readonly Choice[] = SECTIONS.map(({ id, also }) => ({ kind: 'open', id: `open-${id}`, name: `settings.section.${id}`, section: id, also }))

const demo = (wish: DemoWish, name: Word, also: string): Command => ({ kind: 'demo', id: `demo-${wish}`, wish, name, also })

/** Where the gateway plays the demo shop's day. */
const DEMO: readonly Command[] = [
  demo('play', 'demo.play', 'resume continue 继续'), demo('pause', 'demo.pause', 'stop halt 停止'),
  demo('morning', 'demo.jump.morning', 'jump 跳到 早晨'), demo('lunch', 'demo.jump.lunch', 'jump noon 跳到 午间'), demo('peak', 'demo.jump.peak', 'jump rush evening 跳到 高峰 晚上'),
  demo('angry', 'demo.angry', 'rage complaint 投诉 怒'), demo('cut', 'demo.network', 'drill offline disconnect 演练 断线 离线'), demo('mend', 'palette.demo.mend', 'drill online reconnect 演练 上线 重连'),
  demo('model-away', 'demo.model', 'drill ai 演练 停用'), demo('model-back', 'palette.demo.model', 'drill ai 演练'),
]

export const COMMANDS: readonly Command[] = [...ACTION_COMMANDS, ...DEMO, ...CHOICES, ...OPENERS]
