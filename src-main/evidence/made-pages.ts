import { STYLE } from './html.ts'

const STYLE_PATH = '/evidence/style.css'
const PAGE = /^\/evidence\/(\d+)\.html$/u

/** Pages that the shell made itself and serves to nobody but its own hidden window, each until it is printed. */
export class MadePages {
  private readonly pages = new Map<number, string>()
  private last = 0

  /** @param make the page, given where its style lies @returns its path */
  put(make: (style: string) => string): { path: string; drop: () => void } {
    const id = ++this.last
    this.pages.set(id, make(STYLE_PATH))
    return { path: `/evidence/${id}.html`, drop: () => void this.pages.delete(id) }
  }

  /** What lies at a path; null: nothing of ours. */
  read(path: string): { body: string; type: string } | null {
    if (path === STYLE_PATH) return { body: STYLE, type: 'text/css; charset=utf-8' }
    const page = this.pages.get(Number(PAGE.exec(path)?.[1] ?? 0))
    return page === undefined ? null : { body: page, type: 'text/html; charset=utf-8' }
  }
}
