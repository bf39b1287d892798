import type { MenuItem } from 'electron'
import { expect, test, vi } from 'vitest'
import { trayCount, trayMenu, trayTip, type TrayState } from './tray-menu.ts'

const state = (change: Partial<TrayState> = {}): TrayState => ({ language: 'zh', needsYou: 0, raised: 0, away: false, autopilotPaused: false, keepRunning: false, engineKnown: true, ...change })
const actions = () => ({ show: vi.fn(), side: vi.fn(), setAway: vi.fn(), setAutopilotPaused: vi.fn(), setKeepRunning: vi.fn(), quit: vi.fn() })
const click = (menu: ReturnType<typeof trayMenu>, label: string, checked = true) => {
  const item = menu.find((each) => each.label === label)
  if (!item) throw new Error(`no ${label}`)
  item.click?.({ checked } as MenuItem, undefined, {} as never)
}

test('S-30 each entry of the tray does what it says, and shows how things stand', () => {
  const did = actions()
  const menu = trayMenu(state({ language: 'en', away: true, autopilotPaused: true }), did)
  expect(menu.filter((each) => each.checked).map((each) => each.label)).toEqual(['I am away', 'Pause autopilot'])
  click(menu, 'Open Deskmate')
  click(menu, 'Side panel (takes the selected words)')
  click(menu, 'I am available')
  click(menu, 'Pause autopilot', false)
  click(menu, 'Keep running when the window is closed', true)
  click(menu, 'Quit')
  expect([did.show.mock.calls.length, did.side.mock.calls.length, did.setAway.mock.calls, did.setAutopilotPaused.mock.calls, did.setKeepRunning.mock.calls, did.quit.mock.calls.length])
    .toEqual([1, 1, [[false]], [[false]], [[true]], 1])
})

test('S-30 before the engine was heard of, what it decides cannot be switched: the click would be lost', () => {
  expect(trayMenu(state({ engineKnown: false }), actions()).filter((each) => each.enabled === false).map((each) => each.label)).toEqual(['我在线', '我离开一下', '暂停自动回复'])
})

test('S-30 the tip tells how many wait and how many to look at first; the number beside it stays short', () => {
  expect(trayTip(state({ needsYou: 3, raised: 1 }))).toBe('Deskmate · 3 位客户在等您，1 位要先看')
  expect(trayTip(state({ language: 'en' }))).toBe('Deskmate · nobody is waiting for you')
  expect(trayTip(state({ language: 'en', needsYou: 3, away: true }))).toBe('Deskmate · you are away')
  expect([0, 7, 99, 312].map((needsYou) => trayCount({ needsYou }))).toEqual(['', '7', '99', '99+'])
})
