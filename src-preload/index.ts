import { contextBridge, ipcRenderer } from 'electron'
import { IPC, PORT_HANDOVER, SHOW_CONVERSATION } from '../src-shared/contract/port-name.ts'
import type { DeskmateApi } from './api.ts'

// A port cannot pass through contextBridge: it is posted into the page's own window instead.
ipcRenderer.on(IPC.port, (event) => {
  window.postMessage(PORT_HANDOVER, location.origin, [...event.ports])
})

ipcRenderer.on(IPC.show, (_event, conversationId: unknown) => {
  window.postMessage({ kind: SHOW_CONVERSATION, conversationId: String(conversationId) }, location.origin)
})

const api: DeskmateApi = {
  ready: () => ipcRenderer.send(IPC.askPort),
  openLink: (url) => ipcRenderer.send(IPC.openLink, String(url)),
  otherWindow: (conversationId) => ipcRenderer.send(IPC.otherWindow, String(conversationId)),
}
contextBridge.exposeInMainWorld('deskmate', api)
