import fs from 'node:fs'
import path from 'node:path'

export interface MarkdownFile {
  /** Relative to the folder, with `/`. */
  doc: string
  /** As it lies there; null where it cannot be read as text. */
  raw: string | null
  /** Why it cannot; empty otherwise. */
  problem: string
}

const MARKDOWN = /\.(?:md|markdown)$/iu

/** Markdown files below a folder, at any depth, by name. Linked folders are not followed: they may lead in circles. @throws Error where there is no such folder */
export function readMarkdownFolder(folder: string): MarkdownFile[] {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is no folder`)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return namesBelow(folder, '').sort().map((doc) => {
    try {
      return { doc, raw: decoder.decode(fs.readFileSync(path.join(folder, doc))), problem: '' }
    } catch (thrown) {
      const isText = !(thrown instanceof TypeError)
      return { doc, raw: null, problem: isText && thrown instanceof Error ? thrown.message : 'not UTF-8 text' }
    }
  })
}

function namesBelow(folder: string, under: string): string[] {
  return fs.readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((one) => {
    const name = under === '' ? one.name : `${under}/${one.name}`
    if (one.isDirectory()) return namesBelow(folder, name)
    return MARKDOWN.test(one.name) ? [name] : []
  })
}
