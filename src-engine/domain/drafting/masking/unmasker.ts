import { LONGEST_MARK, mayBecomeMark } from './vault.ts'

/** Takes a stream's pieces; `end` gives what was held back, at most one placeholder's length. */
export interface Unmasker { push(piece: string): void; end(): void }

/** Puts the words back while they come. Whatever the cuts, the same text comes out; only the beginning of a placeholder is held back. */
export function createUnmasker(unmask: (text: string) => string, emit: (text: string) => void): Unmasker {
  let held = ''
  const give = (text: string): void => {
    if (text !== '') emit(unmask(text))
  }
  return {
    push(piece) {
      const text = held + piece
      const from = text.length - lengthHeld(text)
      held = text.slice(from)
      give(text.slice(0, from))
    },
    end() {
      give(held)
      held = ''
    },
  }
}

/** So many signs at the end may still become a placeholder. */
function lengthHeld(text: string): number {
  const at = Math.max(text.lastIndexOf('['), text.lastIndexOf('\u3010'))
  if (at < 0 || text.length - at >= LONGEST_MARK) return 0
  const tail = text.slice(at)
  return mayBecomeMark(tail) ? tail.length : 0
}
