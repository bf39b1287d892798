import type { FromFrame, ToFrame } from '../frame-words.ts'
import { frameWord } from '../frame-words.ts'
import { STYLE } from './style.ts'
import { closeLabel, launcherLabel, type LauncherLanguage, languageOf } from './words.ts'

/** Given by the gateway with the script: LauncherFacts of pages.ts. */
declare const DESKMATE_CHAT: { shop: string; own: string; onOwn: string; theme: 'auto' | 'light' | 'dark'; position: 'right' | 'left'; language: 'auto' | 'zh' | 'en'; title: { zh: string; en: string } }

/** On the shop's own page: a visitor who has talked before is listened for from the first moment on. */
const TALKED = 'deskmate.talked'
const SVG = 'http://www.w3.org/2000/svg'
const BUBBLE = 'M4 5h16v11H9l-5 4z'
const CROSS = 'M6 6l12 12M18 6L6 18'

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null
const origin = script === null ? '' : new URL(script.src).origin

/** What a shop's page may call: `Deskmate('open')`, `'close'`, `'identify'` with a token, `'reset'`. */
type Command = 'open' | 'close' | 'identify' | 'reset'
declare global { interface Window { Deskmate?: (command: Command, token?: string) => void } }

class Launcher {
  private readonly root = document.createElement('div')
  private readonly shadow = this.root.attachShadow({ mode: 'open' })
  private readonly button = document.createElement('button')
  private readonly shape = document.createElementNS(SVG, 'path')
  private readonly badge = document.createElement('span')
  private readonly said = document.createElement('span')
  private readonly panel = document.createElement('div')
  private frame: HTMLIFrameElement | null = null
  private ready = false
  private isOpen = false
  private unread = 0
  private language: LauncherLanguage
  private token: string | null = script?.dataset['token'] ?? null
  private resetting = false

  constructor() {
    const { own, onOwn, position, language, theme } = DESKMATE_CHAT
    this.language = languageOf(script?.dataset['lang'] ?? (language === 'auto' ? document.documentElement.lang || navigator.language : language))
    this.root.style.setProperty('--own', own)
    this.root.style.setProperty('--on-own', onOwn)
    this.root.style.setProperty('--paper', theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches) ? '#161b22' : '#ffffff')
    const svg = document.createElementNS(SVG, 'svg')
    svg.setAttribute('viewBox', '0 0 24 24')
    svg.setAttribute('aria-hidden', 'true')
    svg.append(this.shape)
    this.badge.className = 'badge'
    this.badge.setAttribute('aria-hidden', 'true')
    this.said.className = 'said'
    this.said.setAttribute('role', 'status')
    this.button.type = 'button'
    this.button.className = `launcher ${position}`
    this.button.setAttribute('aria-controls', 'deskmate-panel')
    this.button.append(svg, this.badge)
    this.button.addEventListener('click', () => { if (this.isOpen) this.close(); else this.open() })
    this.panel.id = 'deskmate-panel'
    this.panel.className = `panel ${position}`
    this.panel.dataset['closed'] = ''
    addStyle(this.shadow)
    // The button first: Tab leads from it into the chat, and from there on through the shop's page.
    this.shadow.append(this.button, this.panel, this.said)
    addEventListener('message', (event) => { this.hear(event) })
    this.draw()
  }

  mount(): void {
    document.body.append(this.root)
    if (stored()) this.load()
  }

  open(): void {
    this.load()
    this.isOpen = true
    this.unread = 0
    delete this.panel.dataset['closed']
    this.frame?.focus()
    this.tell({ deskmate: 'open' })
    this.draw()
  }

  close(): void {
    this.isOpen = false
    this.panel.dataset['closed'] = ''
    this.tell({ deskmate: 'closed' })
    this.draw()
    this.button.focus()
  }

  identify(token: string): void {
    this.token = token
    if (this.ready) this.tell({ deskmate: 'identify', token })
  }

  reset(): void {
    this.token = null
    forget()
    if (this.ready) this.post({ deskmate: 'reset' })
    else this.resetting = this.frame !== null
  }

  /** Nothing is loaded from the gateway but this script until somebody opens the chat, or has talked before. */
  private load(): void {
    if (this.frame !== null) return
    const frame = document.createElement('iframe')
    frame.title = DESKMATE_CHAT.title[this.language] || launcherLabel(this.language, 0)
    frame.allow = ''
    frame.src = `${origin}/embed?host=${encodeURIComponent(location.origin)}&lang=${this.language}`
    this.frame = frame
    this.panel.append(frame)
  }

  private hear(event: MessageEvent): void {
    if (event.origin !== origin || event.source !== this.frame?.contentWindow) return
    const word = frameWord<FromFrame>(event.data)
    switch (word?.deskmate) {
      case 'ready':
        this.ready = true
        if (this.resetting) this.post({ deskmate: 'reset' })
        else this.greet()
        this.resetting = false
        break
      case 'close': this.close(); break
      case 'refused': problem(word.why); break
      case 'talking': remember(); break
      case 'language': this.language = languageOf(word.language); break
      case 'unread': this.unread = this.isOpen ? 0 : Number(word.count) || 0; break
      default: return
    }
    this.draw()
  }

  /** The frame has just come up, for the first time or again. */
  private greet(): void {
    if (this.isOpen) this.post({ deskmate: 'open' })
    if (this.token !== null) this.post({ deskmate: 'identify', token: this.token })
  }

  private tell(word: ToFrame): void {
    if (this.ready) this.post(word)
  }

  private post(word: ToFrame): void {
    this.frame?.contentWindow?.postMessage(word, origin)
  }

  private draw(): void {
    const label = this.isOpen ? closeLabel(this.language) : launcherLabel(this.language, this.unread)
    this.shape.setAttribute('d', this.isOpen ? CROSS : BUBBLE)
    this.button.setAttribute('aria-label', label)
    this.button.setAttribute('aria-expanded', String(this.isOpen))
    this.button.classList.toggle('open', this.isOpen)
    this.button.lang = this.language
    this.badge.hidden = this.isOpen || this.unread === 0
    this.badge.textContent = this.unread > 9 ? '9+' : String(this.unread)
    this.said.lang = this.language
    this.said.textContent = this.badge.hidden ? '' : label
  }
}

/** For whoever puts the chat into a page: it listens for `deskmate-problem` and reads `detail`. */
function problem(detail: string): void {
  dispatchEvent(new CustomEvent('deskmate-problem', { detail }))
}

/** A sheet of its own needs no leave of the page's style policy; older browsers know none. */
function addStyle(shadow: ShadowRoot): void {
  if ('adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    shadow.adoptedStyleSheets = [sheet]
    return
  }
  const style = document.createElement('style')
  style.textContent = STYLE
  ;(shadow as ShadowRoot).append(style)
}

/** A page may have no storage; then the chat is loaded when it is opened. */
function stored(): boolean {
  try {
    return localStorage.getItem(TALKED) !== null
  } catch {
    return false
  }
}
function remember(): void {
  try {
    localStorage.setItem(TALKED, '1')
  } catch {
    // As above.
  }
}
function forget(): void {
  try {
    localStorage.removeItem(TALKED)
  } catch {
    // As above.
  }
}

function begin(): void {
  if (script === null || window.Deskmate !== undefined) return
  const wanted = script.dataset['shop']
  if (wanted !== undefined && wanted !== DESKMATE_CHAT.shop) {
    problem('other-shop')
    return
  }
  const launcher = new Launcher()
  window.Deskmate = (command, token) => {
    switch (command) {
      case 'open': launcher.open(); break
      case 'close': launcher.close(); break
      case 'identify': launcher.identify(String(token ?? '')); break
      case 'reset': launcher.reset(); break
    }
  }
  if (document.body === null) addEventListener('DOMContentLoaded', () => { launcher.mount() })
  else launcher.mount()
  dispatchEvent(new Event('deskmate-ready'))
}

begin()
