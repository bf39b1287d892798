import { MASK_KINDS, type Mark, type MaskKind } from '../../../../src-shared/domain/masking.ts'

const FORM = `[[\\u3010]\\s?(?<kind>${MASK_KINDS.join('|')})-(?<n>\\d{1,4}(?:\\.\\d{1,2})?)\\s?[\\]\\u3011]`
/** A placeholder as models write it: also with full-width brackets, a blank inside, capitals. */
export const marksIn = (): RegExp => new RegExp(FORM, 'giu')
/** Most UTF-16 units of a placeholder. */
export const LONGEST_MARK = Math.max(...MASK_KINDS.map((kind) => kind.length)) + '[ -9999.99 ]'.length
const BEGUN = /^[[\u3010]\s?(?<letters>[a-z]*)(?:-(?:\d{0,4}|\d{1,4}\.\d{0,2})\s?)?$/iu

/** May these last signs of a text become a placeholder when more comes? */
export function mayBecomeMark(tail: string): boolean {
  const begun = BEGUN.exec(tail)
  if (!begun || tail.length >= LONGEST_MARK) return false
  const letters = begun.groups?.['letters']?.toLowerCase() ?? ''
  return tail.includes('-') ? MASK_KINDS.some((kind) => kind === letters) : MASK_KINDS.some((kind) => kind.startsWith(letters))
}

/** The placeholder in its one form, however it was written. */
export const tidy = (match: RegExpMatchArray | RegExpExecArray): string => `[${match.groups?.['kind']?.toLowerCase() ?? ''}-${match.groups?.['n'] ?? ''}]`

/** What makes two ways to write a thing the same thing. */
function sameness(kind: MaskKind, value: string): string {
  const plain = value.normalize('NFKC').toLowerCase()
  if (kind === 'phone') return plain.replace(/[\s()+.-]/gu, '').replace(/^(?:00)?86(?=1\d{10}$)/u, '')
  return kind === 'text' ? value : plain.replace(/[\s,.-]/gu, '')
}

/**
 * The placeholders of one conversation: the same thing has the same number whenever it is spoken of, and another way to write
 * it stands behind a dot (`[order-1.2]`), so that each placeholder gives back exactly what it replaced.
 */
export function createVault(before: readonly Mark[]) {
  const byMark = new Map<string, Mark>()
  const byValue = new Map<string, string>()
  /** Numbers, by kind and sameness. */
  const things = new Map<string, number>()
  /** Ways to write a thing so far, by kind and number. */
  const ways = new Map<string, number>()
  const last = new Map<MaskKind, number>()
  const fresh: Mark[] = []

  function keep(one: Mark, n: number, way: number): void {
    const key = `${one.kind} ${n}`
    byMark.set(one.mark, one)
    byValue.set(one.value, one.mark)
    things.set(`${one.kind} ${sameness(one.kind, one.value)}`, n)
    ways.set(key, Math.max(way, ways.get(key) ?? 0))
    last.set(one.kind, Math.max(n, last.get(one.kind) ?? 0))
  }
  for (const one of before) {
    const [n = 0, way = 1] = (/-(\d+)(?:\.(\d+))?\]$/u.exec(one.mark) ?? []).slice(1).flatMap((digits) => (digits === undefined ? [] : [Number(digits)]))
    keep(one, n, way)
  }
  return {
    /** @param thing what it is, where that is more than it says itself @returns its placeholder, a new one at the first time */
    markOf(kind: MaskKind, value: string, thing = value): string {
      const known = byValue.get(value)
      if (known !== undefined) return known
      const key = `${kind} ${sameness(kind, thing)}`
      const n = things.get(key) ?? things.get(`${kind} ${sameness(kind, value)}`) ?? (last.get(kind) ?? 0) + 1
      const way = (ways.get(`${kind} ${n}`) ?? 0) + 1
      things.set(key, n)
      const one = { mark: way === 1 ? `[${kind}-${n}]` : `[${kind}-${n}.${way}]`, kind, value }
      keep(one, n, way)
      fresh.push(one)
      return one.mark
    },
    valueOf: (mark: string): string | null => byMark.get(mark)?.value ?? null,
    all: (): Mark[] => [...byMark.values()],
    /** Those that were not there before. */
    fresh: (): readonly Mark[] => fresh,
  }
}
export type Vault = ReturnType<typeof createVault>
