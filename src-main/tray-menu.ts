import type { MenuItemConstructorOptions } from 'electron'
import type { DeskLanguage } from '../src-shared/domain/text.ts'

const WORDS = {
  zh: {
    show: '打开 Deskmate', side: '侧边助手（取选中的话）', available: '我在线', away: '我离开一下', paused: '暂停自动回复', keep: '关闭窗口后继续运行', quit: '退出',
    waiting: (count: number, angry: number) => `Deskmate · ${count} 位客户在等您${angry > 0 ? `，${angry} 位要先看` : ''}`, calm: 'Deskmate · 没有客户在等您', isAway: 'Deskmate · 您已离开',
  },
  en: {
    show: 'Open Deskmate', side: 'Side panel (takes the selected words)', available: 'I am available', away: 'I am away', paused: 'Pause autopilot', keep: 'Keep running when the window is closed', quit: 'Quit',
    waiting: (count: number, angry: number) => `Deskmate · ${count} waiting for you${angry > 0 ? `, ${angry} to look at first` : ''}`, calm: 'Deskmate · nobody is waiting for you', isAway: 'Deskmate · you are away',
  },
} as const

/** What the tray shows. */
export interface TrayState {
  language: DeskLanguage
  needsYou: number
  /** Raised by anger or risk. */
  raised: number
  away: boolean
  autopilotPaused: boolean
  keepRunning: boolean
  /** False until the engine was heard of: what it decides cannot be switched yet. */
  engineKnown: boolean
}

export interface TrayActions {
  show(): void
  side(): void
  setAway(away: boolean): void
  setAutopilotPaused(paused: boolean): void
  setKeepRunning(keep: boolean): void
  quit(): void
}

/** The line shown when the pointer rests on the icon. */
export function trayTip({ language, needsYou, raised, away }: TrayState): string {
  const words = WORDS[language]
  if (away) return words.isAway
  return needsYou > 0 ? words.waiting(needsYou, raised) : words.calm
}

/** The number beside the icon, where the system draws one: '' for none. */
export const trayCount = ({ needsYou }: Pick<TrayState, 'needsYou'>): string => (needsYou === 0 ? '' : needsYou > 99 ? '99+' : String(needsYou))

export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const words = WORDS[state.language]
  const enabled = state.engineKnown
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    { label: words.show, click: () => actions.show() },
    { label: words.side, click: () => actions.side() },
    separator,
    { label: words.available, type: 'radio', checked: !state.away, enabled, click: () => actions.setAway(false) },
    { label: words.away, type: 'radio', checked: state.away, enabled, click: () => actions.setAway(true) },
    separator,
    { label: words.paused, type: 'checkbox', checked: state.autopilotPaused, enabled, click: ({ checked }) => actions.setAutopilotPaused(checked) },
    { label: words.keep, type: 'checkbox', checked: state.keepRunning, click: ({ checked }) => actions.setKeepRunning(checked) },
    separator,
    { label: words.quit, click: () => actions.quit() },
  ]
}
