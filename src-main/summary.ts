import type { EngineReport } from '../src-shared/contract/shell.ts'
import type { GatewayReport } from '../src-shared/wire/ready.ts'

export interface Summary {
  /** Customers' messages that the gateway logged. */
  messagesIn: number
  flagged: number
  drafted: number
  /** Replies sent, automatic ones included. */
  answered: number
  automatic: number
  held: number
  lost: number
  /** Messages that stand twice in one of the two logs. */
  duplicated: number
  /** Scripted customers meant to be raised as angry, and how many of them were. */
  angryExpected: number
  angryRaised: number
}

/**
 * Compares the desk's log with the gateway's.
 * Lost: what the scripted customers sent and the gateway lacks, what the gateway logged and the desk lacks, and what the
 * desk sent and the gateway lacks.
 * @param raised ids of the conversations that the desk flagged
 */
export function summarize(engine: EngineReport, gateway: GatewayReport, raised: ReadonlySet<string>): Summary {
  return {
    messagesIn: new Set(gateway.customerMessageIds).size,
    flagged: engine.flagged, drafted: engine.drafted, answered: engine.answered, automatic: engine.automatic, held: engine.held,
    lost: missing(gateway.demoSentIds, gateway.customerMessageIds)
      + missing(gateway.customerMessageIds, engine.customerMessageIds)
      + missing(engine.sentMessageIds, gateway.deskMessageIds),
    duplicated: repeated(gateway.customerMessageIds) + repeated(gateway.deskMessageIds)
      + repeated(engine.customerMessageIds) + repeated(engine.sentMessageIds),
    angryExpected: new Set(gateway.demoAngry).size,
    angryRaised: [...new Set(gateway.demoAngry)].filter((id) => raised.has(id)).length,
  }
}

/** Did the half-hour go well? A desk that answered nobody lost nothing, and is still broken. */
export function passed({ lost, duplicated, answered }: Summary): boolean {
  return lost === 0 && duplicated === 0 && answered > 0
}

/** @returns lines for the terminal: a table, then the same as one line of JSON */
export function summaryLines(summary: Summary): string[] {
  const rows: [string, number | string][] = [
    ['messages in', summary.messagesIn], ['flagged', summary.flagged], ['drafted', summary.drafted], ['answered', summary.answered],
    ['  of them automatic', summary.automatic], ['held for a person', summary.held], ['lost', summary.lost], ['duplicated', summary.duplicated],
    ['angry customers raised', `${summary.angryRaised} of ${summary.angryExpected}`],
  ]
  return [...rows.map(([name, value]) => `  ${name.padEnd(24)}${String(value).padStart(10)}`), `summary ${JSON.stringify(summary)}`]
}

function missing(wanted: readonly string[], present: readonly string[]): number {
  const known = new Set(present)
  return [...new Set(wanted)].filter((id) => !known.has(id)).length
}

function repeated(ids: readonly string[]): number {
  return ids.length - new Set(ids).size
}
