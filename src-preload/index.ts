import { contextBridge, ipcRenderer } from 'electron'
import { IPC, PORT_HANDOVER } from '../src-shared/contract/port-name.ts'
import type { DeskmateApi } from './api.ts'

// A port cannot pass through contextBridge: it is posted into the page's own window instead.
ipcRenderer.on(IPC.port, (event) => {
  window.postMessage(PORT_HANDOVER, location.origin, [...event.ports])
})

const api: DeskmateApi = {
  ready: () => ipcRenderer.send(IPC.askPort),
  openLink: (url) => ipcRenderer.send(IPC.openLink, String(url)),
}
contextBridge.exposeInMainWorld('deskmate', api)
