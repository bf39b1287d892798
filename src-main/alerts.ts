import { BrowserWindow, Notification } from 'electron'
import type { FromEngine } from '../src-shared/contract/shell.ts'
import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { Attention } from './attention.ts'
import type { Log } from './log.ts'
import { Notifier } from './notifier.ts'
import { DeskTray, type TrayIcons } from './tray.ts'
import type { TrayActions } from './tray-menu.ts'

type Message<K extends FromEngine['kind']> = Extract<FromEngine, { kind: K }>

export interface AlertsParts {
  trayIcons: TrayIcons
  actions: TrayActions
  /** The desk's window. */
  window: () => BrowserWindow | null
  language: () => DeskLanguage
  keepRunning: () => boolean
  /** The person clicked the notification. */
  open: (conversationId: string) => void
  /** Nobody watches this run: nothing is put on the system's screen. */
  unwatched: boolean
  log: Log
}

/** All that tells the person outside the windows that customers need them: badge, title, tray, notification. */
export class Alerts {
  private readonly attention = new Attention()
  private readonly tray: DeskTray
  private readonly notifier: Notifier
  private waits: Omit<Message<'attention'>, 'kind'> = { needsYou: 0, angry: 0, waiting: [] }
  private seat: Message<'seat'> | null = null

  constructor(private readonly parts: AlertsParts) {
    this.tray = new DeskTray(parts.trayIcons, parts.actions, parts.log)
    this.notifier = new Notifier({
      make: (text) => (parts.unwatched || !Notification.isSupported() ? null : new Notification({ ...text, silent: true })), // sounds are the window's
      open: parts.open, language: parts.language, now: Date.now,
      situation: () => ({
        waiting: this.waits.waiting, needsYou: this.waits.needsYou, focused: BrowserWindow.getFocusedWindow() !== null, away: this.seat?.away ?? false,
        // Until the engine said what the person wants, nobody is disturbed.
        settings: this.seat?.notifications ?? { enabled: false, whenFocused: false, handOvers: false },
      }),
    })
    this.showTray()
  }

  onAttention(message: Message<'attention'>): void {
    this.waits = message
    this.attention.show(this.parts.window(), message)
    this.look()
  }

  onSeat(message: Message<'seat'>): void {
    this.seat = message
    this.look()
  }

  /** The focus, the language or a setting of the shell changed. */
  look(): void {
    this.showTray()
    this.notifier.look()
  }

  end(): void {
    this.notifier.end()
    this.tray.end()
  }

  private showTray(): void {
    const { language, keepRunning } = this.parts
    this.tray.show({
      language: language(), needsYou: this.waits.needsYou, raised: this.waits.angry, away: this.seat?.away ?? false,
      autopilotPaused: this.seat?.autopilotPaused ?? false, keepRunning: keepRunning(), engineKnown: this.seat !== null,
    })
  }
}
