import type { en } from './i18n/en.ts'
import type { KeyName } from './bindings.ts'
import type { Action } from './keymap.ts'

export type ActionGroup = 'conversations' | 'writing' | 'autopilot' | 'window'
export const ACTION_GROUPS: readonly ActionGroup[] = ['conversations', 'writing', 'autopilot', 'window']

type Word = Extract<keyof typeof en, `help.${string}` | 'phrases' | 'settings' | 'understanding' | 'learning.drafts' | 'learning.suggestions' | 'learning.questions' | 'copilot' | 'knowledge' | 'autopilot' | 'team'>

/** Every action with its group and its name. One that is missing here does not compile: palette, help and shortcuts are made from it. */
export const ACTIONS: Readonly<Record<Action, { group: ActionGroup; word: Word }>> = {
  next: { group: 'conversations', word: 'help.next' },
  previous: { group: 'conversations', word: 'help.previous' },
  resolve: { group: 'conversations', word: 'help.resolve' },
  snooze: { group: 'conversations', word: 'help.snooze' },
  'snooze-tomorrow': { group: 'conversations', word: 'help.snooze-tomorrow' },
  note: { group: 'conversations', word: 'help.note' },
  disposition: { group: 'conversations', word: 'help.disposition' },
  'mark-order': { group: 'conversations', word: 'help.mark-order' },
  'order-action': { group: 'conversations', word: 'help.order-action' },
  promises: { group: 'conversations', word: 'help.promises' },
  'promise-drop': { group: 'writing', word: 'help.promise-drop' },
  teach: { group: 'conversations', word: 'help.teach' },
  evidence: { group: 'conversations', word: 'help.evidence' },
  'hand-over': { group: 'conversations', word: 'help.hand-over' },
  undo: { group: 'conversations', word: 'help.undo' },
  search: { group: 'conversations', word: 'help.search' },
  cases: { group: 'conversations', word: 'help.cases' },
  compose: { group: 'writing', word: 'help.compose' },
  phrases: { group: 'writing', word: 'phrases' },
  quote: { group: 'writing', word: 'help.quote' },
  'recall-reply': { group: 'writing', word: 'help.takeback' },
  correct: { group: 'writing', word: 'help.correct' },
  trace: { group: 'writing', word: 'help.trace' },
  rewrite: { group: 'writing', word: 'help.rewrite' },
  'check-reply': { group: 'writing', word: 'help.check-reply' },
  translate: { group: 'conversations', word: 'help.translate' },
  'undo-autopilot': { group: 'autopilot', word: 'help.stop' },
  'pause-autopilot': { group: 'autopilot', word: 'help.pause' },
  autopilot: { group: 'autopilot', word: 'autopilot' },
  team: { group: 'window', word: 'team' },
  ticket: { group: 'conversations', word: 'help.ticket' },
  'take-offer': { group: 'conversations', word: 'help.take-offer' },
  'hand-back': { group: 'autopilot', word: 'help.hand-back' },
  'workflow-hold': { group: 'autopilot', word: 'help.workflow-hold' },
  'workflow-take': { group: 'autopilot', word: 'help.workflow-take' },
  context: { group: 'window', word: 'help.context' },
  copilot: { group: 'window', word: 'copilot' },
  queue: { group: 'window', word: 'help.queue' },
  presence: { group: 'window', word: 'help.presence' },
  'other-window': { group: 'window', word: 'help.window.own' },
  side: { group: 'window', word: 'help.side' },
  knowledge: { group: 'window', word: 'knowledge' },
  understanding: { group: 'window', word: 'understanding' },
  drafts: { group: 'window', word: 'learning.drafts' },
  suggestions: { group: 'window', word: 'learning.suggestions' },
  questions: { group: 'window', word: 'learning.questions' },
  settings: { group: 'window', word: 'settings' },
  help: { group: 'window', word: 'help.help' },
}
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[]

/** Keys of the composer: they belong to the words in it and are the same for everybody. */
export const COMPOSER_KEYS: readonly { key: KeyName; word: Word }[] = [
  { key: 'take', word: 'help.take' }, { key: 'sentence', word: 'help.sentence' }, { key: 'dismiss', word: 'help.dismiss' },
  { key: 'recall', word: 'help.recall' }, { key: 'send', word: 'help.send' }, { key: 'newline', word: 'help.newline' },
]
