import { WAITING_RULE } from './rule.ts'

export type WaitTone = 'calm' | 'warn' | 'late'

/** How long a customer has waited, whole seconds; never negative, clocks may differ a little. */
export function waitedSeconds(waitingSince: number, now: number): number {
  return Math.max(0, Math.floor((now - waitingSince) / 1000))
}

/** Grey, amber from 60 % of the rule, red past it. */
export function waitTone(seconds: number): WaitTone {
  if (seconds > WAITING_RULE.seconds) return 'late'
  return seconds >= WAITING_RULE.seconds * WAITING_RULE.warnFrom ? 'warn' : 'calm'
}

/** `0:07`, `12:41`, from one hour on `1:02 h`, from one day on `3 d`: always short enough for its column. */
export function waitText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))} h`
  return `${Math.floor(seconds / 86_400)} d`
}
