/** The part of Electron's clipboard that is read; newer ones answer later, older ones at once. */
export interface Readable {
  readText(type?: 'selection' | 'clipboard'): string | Promise<string>
}

/** Longest piece that is taken, in UTF-16 code units: what a message may have. More is pasted text, not a customer's question. */
export const WORDS_MAX = 4000

export interface TakenWords { text: string; /** There were more. */ cut: boolean }

/**
 * The words that the person means: those selected, where the system tells them (X11 and Wayland have a selection of their
 * own), else those copied. A selection that was there the last time already is old news: what was copied since comes first.
 */
export class WordTaker {
  private lastSelected = ''
  private lastCopied = ''

  constructor(private readonly clipboard: Readable, private readonly hasSelection: boolean) {}

  /** Asks at once: what this program does next may change the selection. */
  async take(): Promise<TakenWords> {
    const [copied, selected] = (await Promise.all([this.clipboard.readText('clipboard'), this.hasSelection ? this.clipboard.readText('selection') : ''])).map(cut) as [TakenWords, TakenWords]
    const isNewSelection = selected.text.trim() !== '' && selected.text !== this.lastSelected
    const isNewCopy = copied.text.trim() !== '' && copied.text !== this.lastCopied
    this.lastSelected = selected.text
    this.lastCopied = copied.text
    if (isNewSelection) return selected
    if (isNewCopy) return copied
    return copied.text.trim() === '' ? selected : copied
  }
}

/** Never half of a character that takes two units. */
function cut(text: string): TakenWords {
  if (text.length <= WORDS_MAX) return { text, cut: false }
  const end = /[\ud800-\udbff]/.test(text.charAt(WORDS_MAX - 1)) ? WORDS_MAX - 1 : WORDS_MAX
  return { text: text.slice(0, end), cut: true }
}
