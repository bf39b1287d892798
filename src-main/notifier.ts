import type { Waiting } from '../src-shared/contract/shell.ts'
import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { noticeText } from './notice-words.ts'
import { Notices, type Notice, type Situation } from './notices.ts'

/** What is used of Electron's Notification; tests bring a stand-in. */
export interface SystemNotice {
  on(event: 'click' | 'close', listener: () => void): unknown
  show(): void
  close(): void
}

export interface NotifierParts {
  /** null: this system shows none. */
  make: (text: { title: string; body: string }) => SystemNotice | null
  /** The person clicked it. */
  open: (conversationId: string) => void
  situation: () => Situation
  language: () => DeskLanguage
  now: () => number
}

/** Keeps at most one notification on the screen, as Notices decides. */
export class Notifier {
  private readonly notices = new Notices()
  private current: SystemNotice | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly parts: NotifierParts) {}

  /** Something changed: who waits, the focus, the settings. */
  look(): void {
    clearTimeout(this.timer)
    const { do: what, lookAgainAt } = this.notices.look(this.parts.situation(), this.parts.now())
    if (what === 'close') this.close()
    else if (what !== null) this.show(what.show)
    if (lookAgainAt !== null) this.timer = setTimeout(() => this.look(), Math.max(0, lookAgainAt - this.parts.now()))
  }

  /** The desk is ending. */
  end(): void {
    clearTimeout(this.timer)
    this.close()
  }

  private show(notice: Notice): void {
    this.close()
    const shown = this.parts.make(noticeText(notice, this.parts.language()))
    if (!shown) return
    this.current = shown
    shown.on('click', () => {
      this.forget(shown)
      this.parts.open(this.mostUrgent(notice.first))
    })
    shown.on('close', () => this.forget(shown))
    shown.show()
  }

  /** Between notification and click this one may have been answered: then it is who is most urgent now. */
  private mostUrgent(first: Waiting): string {
    const { waiting } = this.parts.situation()
    const still = waiting.some((each) => each.conversationId === first.conversationId)
    return (still ? first : waiting[0] ?? first).conversationId
  }

  private close(): void {
    const { current } = this
    this.current = null
    current?.close()
  }

  private forget(notice: SystemNotice): void {
    if (this.current !== notice) return
    this.current = null
    this.notices.gone()
  }
}
