import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import type { DemoProgress } from '../../store/store.ts'
import type { DayClock } from './day-clock.ts'

/**
 * Who comes when: decided by scripts, progress and the demo's time alone. A recorded customer may come more than once (the
 * day was set back, or an angry one was called for); each coming has a `demoId` and a progress row of its own.
 */
export interface Scene { demoId: string; script: DemoConversation }

const COPY_MARK = '~'
const scriptIdOf = (demoId: string): string => demoId.split(COPY_MARK)[0] ?? demoId

/** When the script's customer comes by the recording. */
export const beginsAt = (script: DemoConversation): number => script.steps[0]?.at ?? 0

/** Does the script begin within this part of the day? null: nothing is played; `until` null: to the end of the day. */
export const isPlayed = (script: DemoConversation, part: { from: number; until: number | null } | null): boolean =>
  part !== null && beginsAt(script) >= part.from && (part.until === null || beginsAt(script) < part.until)

export const isRunning = ({ script }: Scene, progress: DemoProgress): boolean => progress.nextStep < script.steps.length

/** A customer at the door, `shift` seconds after the recording's time. */
export function freshProgress(demoId: string, round = 0, shift = 0): DemoProgress {
  return { demoId, nextStep: 0, lastPlayed: null, replyAt: null, sentIds: [], round, shift }
}

/** Those who have come, with how far they are; rows of scripts that are no longer there are left out. */
export function scenesOf(scripts: readonly DemoConversation[], rows: readonly DemoProgress[]): { scene: Scene; progress: DemoProgress }[] {
  const byId = new Map(scripts.map((script) => [script.id, script]))
  return rows.flatMap((progress) => {
    const script = byId.get(scriptIdOf(progress.demoId))
    return script === undefined ? [] : [{ scene: { demoId: progress.demoId, script }, progress }]
  })
}

/** The id of the script's next coming. */
export function nextSceneOf(script: DemoConversation, rows: readonly DemoProgress[]): Scene {
  const times = comings(script, rows).length
  return { demoId: times === 0 ? script.id : `${script.id}${COPY_MARK}${times + 1}`, script }
}

const comings = (script: DemoConversation, rows: readonly DemoProgress[]) => rows.filter(({ demoId }) => scriptIdOf(demoId) === script.id)

/** Has this customer come in the present round, or is still there from an earlier one? */
const hasCome = (script: DemoConversation, rows: readonly DemoProgress[], round: number): boolean =>
  comings(script, rows).some((row) => row.round === round || row.nextStep < script.steps.length)

/** Those who are still to come by the recording, earliest first, those who are due now included. */
export function stillToCome(scripts: readonly DemoConversation[], rows: readonly DemoProgress[], clock: DayClock, until: number | null): DemoConversation[] {
  return scripts
    .filter((script) => isPlayed(script, { from: clock.since, until }) && !hasCome(script, rows, clock.round))
    .toSorted((a, b) => beginsAt(a) - beginsAt(b))
}

/** Recorded customers who have come in the present round. */
export function comeSoFar(scripts: readonly DemoConversation[], rows: readonly DemoProgress[], round: number): number {
  return scripts.filter((script) => comings(script, rows).some((row) => row.round === round)).length
}

/**
 * Who comes when somebody calls for an angry customer: one who is angry from the first line, has come least often, and would
 * not come by the recording any more. null: nobody in these scripts is ever angry.
 */
export function angriest(scripts: readonly DemoConversation[], rows: readonly DemoProgress[], at: number): DemoConversation | null {
  const fromTheFirstLine = scripts.filter(({ kind }) => kind === 'angry')
  const candidates = fromTheFirstLine.length > 0 ? fromTheFirstLine : scripts.filter(({ angry }) => angry)
  const rank = (script: DemoConversation): number => comings(script, rows).length * 2 + (beginsAt(script) >= at ? 1 : 0)
  return candidates.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** A running conversation keeps its own pace over a jump of `by` seconds: nobody says five lines at once, nobody waits a day. */
export function carriedOver(progress: DemoProgress, by: number): DemoProgress {
  const { lastPlayed, replyAt } = progress
  return {
    ...progress, shift: progress.shift + by,
    lastPlayed: lastPlayed === null ? null : { ...lastPlayed, at: lastPlayed.at + by },
    replyAt: replyAt === null ? null : replyAt + by,
  }
}
