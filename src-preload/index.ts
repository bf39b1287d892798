import { contextBridge, ipcRenderer } from 'electron'
import { IPC, PORT_HANDOVER, SHOW_CONVERSATION, SIDE_STATE, SIDE_WORDS } from '../src-shared/contract/port-name.ts'
import type { DeskmateApi } from './api.ts'

// A port cannot pass through contextBridge: it is posted into the page's own window instead.
ipcRenderer.on(IPC.port, (event) => {
  window.postMessage(PORT_HANDOVER, location.origin, [...event.ports])
})

ipcRenderer.on(IPC.show, (_event, conversationId: unknown) => {
  window.postMessage({ kind: SHOW_CONVERSATION, conversationId: String(conversationId) }, location.origin)
})

ipcRenderer.on(IPC.sideWords, (_event, text: unknown, cut: unknown) => {
  window.postMessage({ kind: SIDE_WORDS, text: String(text), cut: cut === true }, location.origin)
})

ipcRenderer.on(IPC.sideState, (_event, state: unknown) => {
  window.postMessage({ kind: SIDE_STATE, state }, location.origin)
})

const api: DeskmateApi = {
  ready: () => ipcRenderer.send(IPC.askPort),
  openLink: (url) => ipcRenderer.send(IPC.openLink, String(url)),
  otherWindow: (conversationId) => ipcRenderer.send(IPC.otherWindow, String(conversationId)),
  side: (wish) => ipcRenderer.send(IPC.side, String(wish)),
  saveFile: (messageId, sha256) => ipcRenderer.invoke(IPC.file, String(messageId), String(sha256)),
  saveEvidence: (pack) => ipcRenderer.invoke(IPC.evidence, pack),
}
contextBridge.exposeInMainWorld('deskmate', api)
