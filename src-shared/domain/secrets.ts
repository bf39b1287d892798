import type { Entity } from './triage.ts'

/** A text with what should neither be kept nor stand on every screen replaced by its masked form. @param entities of this text */
export function withoutSecrets(text: string, entities: readonly Entity[]): string {
  const secrets = entities.filter(({ type }) => type === 'sensitive').toSorted((a, b) => b.start - a.start)
  if (secrets.length === 0) return text
  const points = [...text]
  for (const { start, end, value } of secrets) points.splice(start, end - start, value)
  return points.join('')
}
