import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { DeskLanguage } from '../src-shared/domain/text.ts'

const WORDS = {
  zh: {
    edit: '编辑', undo: '撤销', redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', pasteAsText: '粘贴为纯文本', selectAll: '全选',
    view: '显示', zoomIn: '放大', zoomOut: '缩小', actualSize: '实际大小', fullScreen: '全屏', window: '窗口', minimize: '最小化', close: '关闭', help: '帮助', webChat: '打开网页客服（以客户身份）', about: '关于 Deskmate', quit: '退出',
  },
  en: {
    edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', pasteAsText: 'Paste as Plain Text', selectAll: 'Select All',
    view: 'View', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', actualSize: 'Actual Size', fullScreen: 'Full Screen', window: 'Window', minimize: 'Minimize', close: 'Close', help: 'Help', webChat: 'Open the Web Chat (as a Customer)', about: 'About Deskmate', quit: 'Quit',
  },
} as const

/**
 * The application's menu.
 * @param developing adds what only its makers need
 * @param openWebChat null until the embedded gateway listens
 */
export function setMenu(language: DeskLanguage, developing: boolean, openWebChat: (() => void) | null): void {
  const words = WORDS[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo }, { role: 'redo', label: words.redo }, separator,
        { role: 'cut', label: words.cut }, { role: 'copy', label: words.copy }, { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pasteAsText }, { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn }, { role: 'zoomOut', label: words.zoomOut }, { role: 'resetZoom', label: words.actualSize },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(developing ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu', label: words.window, submenu: [{ role: 'minimize', label: words.minimize }, { role: 'close', label: words.close }, { role: 'quit', label: words.quit }] },
    { role: 'help', label: words.help, submenu: [{ label: words.webChat, enabled: openWebChat !== null, click: () => openWebChat?.() }, { role: 'about', label: words.about }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
