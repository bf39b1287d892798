import { initialLanguage, keepLanguage, type Language, type TextKey, textOf } from './texts.ts'

/** The page's language; parts of the page draw themselves again when it changes. */
export class Locale {
  private readonly listeners: (() => void)[] = []
  private current: Language = initialLanguage()

  get language(): Language {
    return this.current
  }

  t(key: TextKey, n?: number): string {
    return textOf(this.current, key, n)
  }

  /** Calls `draw` now and after each change. */
  drawn(draw: () => void): void {
    this.listeners.push(draw)
    draw()
  }

  toggle(): void {
    this.current = this.current === 'zh' ? 'en' : 'zh'
    keepLanguage(this.current)
    for (const draw of this.listeners) draw()
  }

  time(at: number): string {
    return new Intl.DateTimeFormat(this.current, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
  }

  /** 今天 14:02 · Yesterday 14:02 · 3 Mar 14:02 */
  moment(at: number, now: number): string {
    const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
    if (days === 0) return `${this.t('today')} ${this.time(at)}`
    if (days === 1) return `${this.t('yesterday')} ${this.time(at)}`
    return `${new Intl.DateTimeFormat(this.current, { month: 'short', day: 'numeric' }).format(at)} ${this.time(at)}`
  }
}

function startOfDay(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}
