import { BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { IPC, SIDE_WISHES } from '../src-shared/contract/port-name.ts'
import { Id } from '../src-shared/domain/message.ts'
import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { EvidencePack } from '../src-shared/contract/cases.ts'
import type { DeskWindows } from './desk-windows.ts'
import type { MadePages } from './evidence/made-pages.ts'
import { saveEvidence } from './evidence/save-evidence.ts'
import type { FileAnswer } from './engine-process.ts'
import { Links } from './links.ts'
import type { Log } from './log.ts'
import { saveFile } from './save-file.ts'
import { isOurFrame } from './our-page.ts'
import type { PortHandover } from './port-handover.ts'
import type { SidePanel } from './side-panel.ts'

/** Answers the few things a page may ask of the shell. Whoever is not the main frame of our own page is not heard. */
export function answerPages(setup: { devUrl: string | null; ports: PortHandover; windows: DeskWindows; side: SidePanel; language: () => DeskLanguage; pages: MadePages; file: (messageId: string, sha256: string) => Promise<FileAnswer | null>; log: Log }): void {
  const links = new Links()
  const heard = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    if (isOurFrame(event.senderFrame, setup.devUrl)) return true
    setup.log.write('shell', 'a message from a frame that is not ours was dropped')
    return false
  }
  ipcMain.on(IPC.askPort, (event) => {
    if (!heard(event)) return
    setup.ports.asks(event.sender)
    setup.windows.listens(event.sender)
    setup.side.listens(event.sender)
  })
  ipcMain.on(IPC.openLink, (event, link: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window && heard(event)) void links.open(window, link, setup.language())
  })
  ipcMain.on(IPC.otherWindow, (event, raw: unknown) => {
    const id = Id.safeParse(raw)
    if (id.success && heard(event)) setup.windows.otherWindow(event.sender, id.data)
  })
  ipcMain.handle(IPC.evidence, async (event, raw: unknown) => {
    const pack = EvidencePack.safeParse(raw)
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !pack.success || !heard(event)) return 'failed'
    return saveEvidence(window, pack.data, setup.pages, setup.log)
  })
  ipcMain.handle(IPC.file, async (event, message: unknown, sha256: unknown) => {
    const id = Id.safeParse(message)
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !id.success || typeof sha256 !== 'string' || !heard(event)) return 'failed'
    return saveFile(window, await setup.file(id.data, sha256), setup.language(), setup.log)
  })
  ipcMain.on(IPC.side, (event, raw: unknown) => {
    const wish = SIDE_WISHES.find((each) => each === raw)
    if (wish && heard(event)) setup.side.wish(event.sender, wish)
  })
}
