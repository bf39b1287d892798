import type { CopilotSource } from '../../../src-shared/domain/copilot.ts'
import { answerPieces } from '../../../src-shared/domain/copilot-text.ts'

/** The sources of one answer, numbered in the order in which they were brought. */
export class SourceList {
  readonly #sources: CopilotSource[] = []

  /** @returns its number; the same thing with the same words is one source */
  add(source: Omit<CopilotSource, 'n'>): number {
    const known = this.#sources.find((one) => one.kind === source.kind && one.id === source.id && one.text === source.text)
    if (known) return known.n
    const n = this.#sources.length + 1
    this.#sources.push({ n, ...source })
    return n
  }

  get all(): readonly CopilotSource[] {
    return this.#sources
  }

  /** An answer of a model as it may be shown: several numbers in one bracket stand apart, numbers of nothing are gone. */
  tidy(text: string): { text: string; sources: CopilotSource[] } {
    const apart = text
      .replace(/[【［[]\s*(\d{1,2}(?:\s*[,，、]\s*\d{1,2})+)\s*[\]］】]/g, (_, numbers: string) => numbers.split(/[,，、]/).map((n) => `[${n.trim()}]`).join(''))
      .replace(/[【［]\s*(\d{1,2})\s*[］】]/g, '[$1]')
    const pieces = answerPieces(apart)
    const known = new Set(this.#sources.map(({ n }) => n))
    const kept = pieces.filter(({ n }) => n === null || known.has(n))
    const cited = new Set(kept.map(({ n }) => n))
    return { text: kept.map((piece) => piece.text).join('').trim(), sources: this.#sources.filter(({ n }) => cited.has(n)) }
  }
}
