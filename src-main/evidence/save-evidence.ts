import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog } from 'electron'
import type { EvidencePack } from '../../src-shared/contract/cases.ts'
import type { Log } from '../log.ts'
import { HOST, SCHEME } from '../our-page.ts'
import { evidenceHtml } from './html.ts'
import type { MadePages } from './made-pages.ts'

/**
 * Asks where the evidence pack is to lie, prints its page in a window that nobody sees and in which nothing runs, and
 * writes the PDF. Works without a line: pictures come from this desk.
 */
export async function saveEvidence(over: BrowserWindow, pack: EvidencePack, pages: MadePages, log: Log): Promise<'saved' | 'cancelled' | 'failed'> {
  const { canceled, filePath } = await dialog.showSaveDialog(over, { defaultPath: `${pack.view.case.no.replaceAll(/[^\p{L}\p{N}-]/gu, '_')}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
  if (canceled || !filePath) return 'cancelled'
  over.setProgressBar(2)
  try {
    await writeFile(filePath, await printed(pack, pages))
    return 'saved'
  } catch (thrown) {
    log.write('shell', `evidence was not written: ${thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'}`)
    return 'failed'
  } finally {
    if (!over.isDestroyed()) over.setProgressBar(-1)
  }
}

async function printed(pack: EvidencePack, pages: MadePages): Promise<Buffer> {
  const page = pages.put((style) => evidenceHtml(pack, style, (sha256) => `/attachment/${sha256}`))
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webSecurity: true, spellcheck: false } })
  try {
    // Resolves once its style and pictures are there too.
    await window.loadURL(`${SCHEME}://${HOST}${page.path}`)
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  } finally {
    page.drop()
    window.destroy()
  }
}
