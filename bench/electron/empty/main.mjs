// The baseline of the Electron measures: the least that an Electron app is, with the desk's window size and safety settings.
import { app, BrowserWindow } from 'electron'

app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280, height: 800, show: false, backgroundColor: '#f6f7f8', autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadFile('index.html')
})
