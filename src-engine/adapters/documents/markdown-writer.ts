/** Puts Markdown together from the events of a parser: blocks with an empty line between, a table row on one line. */
export class MarkdownWriter {
  readonly #blocks: string[] = []
  #open = ''
  #prefix = ''
  #cells: string[] | null = null

  /** Words of the block that is open. */
  text(words: string): void {
    this.#open += words
  }

  /** The words before point to another place; addresses outside of the document's own folder are none of ours. */
  link(target: string): void {
    if (target !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target)) this.#open += `[](${target.trim().replace(/[\s()<>|]/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29')})`
  }

  /** Ends the block, and begins one with this mark (`## `, `- `). Inside a table row blocks are only set apart. */
  block(prefix = ''): void {
    if (this.#cells) {
      this.#open += ' '
      return
    }
    this.#close()
    this.#prefix = prefix
  }

  /** The block that was just begun is a point of a list, unless it is a heading. */
  list(): void {
    if (!this.#cells && this.#prefix === '') this.#prefix = '- '
  }

  beginRow(): void {
    this.block()
    this.#cells ??= []
  }

  endCell(): void {
    if (!this.#cells) return
    this.#cells.push(this.#words().replaceAll('\n', ' ').replaceAll('|', '/'))
    this.#open = ''
  }

  endRow(): void {
    const cells = this.#cells
    this.#cells = null
    this.#open = ''
    if (cells?.some((cell) => cell !== '')) this.#blocks.push(`| ${cells.join(' | ')} |`)
  }

  toString(): string {
    this.#close()
    return this.#blocks.join('\n\n')
  }

  #words(): string {
    return this.#open.replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()
  }

  #close(): void {
    // A heading is one line, or the rest of it would stand outside.
    const words = this.#prefix.startsWith('#') ? this.#words().replaceAll('\n', ' ') : this.#words()
    if (words !== '') this.#blocks.push(this.#prefix + words)
    this.#open = ''
    this.#prefix = ''
  }
}
