import type { NightCounts } from '../src-engine/flows/night-counts.ts'

const state = ({ online, paused }: NightCounts): string => (!online ? 'offline, customers are served when the line is back' : paused ? 'online, autopilot is switched off' : 'online')

/** What has been done so far, as one line. Numbers and states, no words of customers. @param at milliseconds since the epoch */
export function statusLine(counts: NightCounts, at: number, json: boolean): string {
  if (json) return JSON.stringify({ kind: 'status', at: new Date(at).toISOString(), ...counts })
  const { answered, told, left, upset, waiting } = counts
  return `${new Date(at).toISOString().slice(11, 16)} UTC · ${state(counts)} · answered ${answered} · told when a person answers ${told} · left for the morning ${left} (${upset} upset) · waiting to be sent ${waiting}`
}

/** The account of a shift, for its end. */
export function summaryLines(counts: NightCounts, json: boolean): string[] {
  if (json) return [JSON.stringify({ kind: 'summary', ...counts })]
  const rows: [string, number][] = [
    ['answered', counts.answered], ['told when a person answers', counts.told], ['left for the morning', counts.left], ['  of them upset', counts.upset], ['waiting to be sent', counts.waiting],
  ]
  return [...rows.map(([name, value]) => `  ${name.padEnd(28)}${String(value).padStart(8)}`), `summary ${JSON.stringify(counts)}`]
}
