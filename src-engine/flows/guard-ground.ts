import type { DraftInput } from '../domain/drafting/types.ts'
import type { NamedPassage } from '../domain/drafting/finding-origin.ts'

/** What the passages are called, by the ids under which the guard reads them. */
export function namedPassages(input: DraftInput | null, hits: DraftInput['hits']): NamedPassage[] {
  const plain = (title: string) => ({ zh: title, en: title })
  return [
    ...hits.map(({ article }) => ({ id: article.id, kind: 'article' as const, title: article.title })),
    ...(input?.notices ?? []).map(({ id, title }) => ({ id, kind: 'incident' as const, title: plain(title) })),
    ...(input?.answers ?? []).map(({ id, title }) => ({ id, kind: 'reply' as const, title: plain(title) })),
  ]
}
