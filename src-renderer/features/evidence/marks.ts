import type { Entity, Verdict } from '../../../src-shared/domain/triage.ts'
import { pointsAtWords } from '../../app/i18n/label.ts'
import type { Mark } from '../conversation/segments.ts'
import { evidenceKind } from './kinds.ts'

/** From this level on the customer's own words that show it are underlined without being asked for. */
const SHOWN_FROM_LEVEL = 2

/** What of a message's evidence is drawn: nothing, what shows a mood or a risk, or all. */
export type Shown = 'none' | 'moods' | 'all'

/** Is this one of the messages whose evidence is drawn by itself? */
export const speaksUp = ({ emotion, marks }: Verdict): boolean => emotion.level >= SHOWN_FROM_LEVEL || marks.length > 0

/** What can be done with a kind of data by one key; the others are only read. */
export const ENTITY_ACTS = { order_no: 'open', after_sale_no: 'copy', tracking_no: 'copy', phone: 'copy', email: 'copy' } as const satisfies Partial<Record<Entity['type'], string>>

/** Data that something can be done with. */
export interface ActedEntity extends Entity { type: keyof typeof ENTITY_ACTS }

const isActed = (entity: Entity): entity is ActedEntity => Object.hasOwn(ENTITY_ACTS, entity.type)

interface Place { start: number; end: number }

/** A place that covers a number in part covers all of it: a number stays one piece. */
const withWhole = (place: Place, numbers: readonly Place[]): Place => numbers.filter(({ start, end }) => start < place.end && place.start < end)
  .reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }), place)

/** @param nameOf what a code is called */
export function evidenceMarks({ evidence, entities }: Verdict, shown: Shown, nameOf: (why: string) => string): Mark[] {
  if (shown === 'none') return []
  const numbers = entities.filter((entity) => isActed(entity) || entity.type === 'sensitive')
  return evidence.filter(({ why }) => shown === 'all' || pointsAtWords(why))
    .map(({ start, end, why }) => ({ ...withWhole({ start, end }, numbers), kind: 'evidence', note: nameOf(why), evidence: evidenceKind(why) }))
}

/** Numbers and names that something can be done with. */
export const entityMarks = ({ entities }: Pick<Verdict, 'entities'>): Mark[] =>
  entities.filter(isActed).map((entity) => ({ start: entity.start, end: entity.end, kind: 'entity', note: entity.type, entity }))
