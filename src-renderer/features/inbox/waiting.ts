import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'

export type WaitTone = 'calm' | 'warn' | 'late'

/** How long a customer has waited, whole seconds; never negative, clocks may differ a little. */
export function waitedSeconds(waitingSince: number, now: number): number {
  return Math.max(0, Math.floor((now - waitingSince) / 1000))
}

/** Grey, amber when an answer is due soon, red past the rule. Without a rule nothing is late. `now`: gateway time. */
export function waitTone(clock: InboxRow['clock'], now: number): WaitTone {
  if (!clock || now < clock.warnAt) return 'calm'
  return now < clock.dueAt ? 'warn' : 'late'
}

/** Ids of the conversations whose answer is overdue, in one string: the same as long as they are the same. */
export function overdueIds(rows: Iterable<InboxRow>, now: number): string {
  const late: string[] = []
  for (const row of rows) if (waitTone(row.clock, now) === 'late') late.push(row.id)
  return late.join(' ')
}

/** `0:07`, `12:41`, from one hour on `1:02 h` (`1时02分`), from one day on `3 d` (`3 天`): always short enough for its column. */
export function waitText(seconds: number, language: DeskLanguage): string {
  const two = (n: number) => String(n).padStart(2, '0')
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  const hours = Math.floor(seconds / 3600)
  const minutes = two(Math.floor((seconds % 3600) / 60))
  if (seconds < 86_400) return language === 'zh' ? `${hours}时${minutes}分` : `${hours}:${minutes} h`
  return `${Math.floor(seconds / 86_400)} ${language === 'zh' ? '天' : 'd'}`
}
