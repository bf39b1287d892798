import type { Attachment } from '../../../../src-shared/domain/attachment.ts'
import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'
import { PICTURE_TYPES, Pictures } from './pictures.ts'
import { keptHere } from './storage.ts'

/** Same as MESSAGE_MAX_LENGTH of src-shared, which would bring zod along. */
const MAX_LENGTH = 4000
const TYPING_EVERY_MS = 2500
const DRAFT_KEY = 'deskmate.draft'

export interface ComposerEvents {
  send(text: string, attachments: Attachment[]): void
  typing(): void
}

/** Text box, pictures and the send button. What is typed survives a reload. */
export class Composer {
  readonly root: HTMLElement
  private readonly locale: Locale
  private readonly events: ComposerEvents
  private readonly text = element('textarea', { rows: 1, maxlength: MAX_LENGTH, enterkeyhint: 'send' })
  private readonly sendButton = element('button', { type: 'submit', class: 'send' }, icon('send'))
  private readonly pictureButton = element('button', { type: 'button', class: 'plain' }, icon('picture'))
  private readonly fileInput = element('input', { type: 'file', accept: PICTURE_TYPES.join(','), hidden: true })
  private readonly pictures: Pictures
  private typedAt = 0

  constructor(locale: Locale, events: ComposerEvents) {
    this.locale = locale
    this.events = events
    this.pictures = new Pictures(locale, () => { this.update() })
    this.fileInput.multiple = true
    const form = element('form', { class: 'composer' }, this.pictures.root,
      element('div', { class: 'line' }, this.pictureButton, this.fileInput, this.text, this.sendButton))
    this.root = form
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.send()
    })
    this.pictureButton.addEventListener('click', () => { this.fileInput.click() })
    this.fileInput.addEventListener('change', () => {
      this.pictures.add(this.fileInput.files ?? [])
      this.fileInput.value = ''
    })
    this.listenToText()
    this.text.value = keptHere.getItem(DRAFT_KEY) ?? ''
    locale.drawn(() => { this.drawTexts() })
    // Measured once it stands in the page: a draft of several lines came back with a reload.
    requestAnimationFrame(() => { this.update() })
    this.update()
  }

  focus(): void {
    this.text.focus()
  }

  private listenToText(): void {
    this.text.addEventListener('keydown', (event) => {
      // 229 is what Safari and old Chromium report for the Enter that ends a composition.
      const composing = event.isComposing || event.keyCode === 229
      if (event.key !== 'Enter' || event.shiftKey || composing) return
      event.preventDefault()
      this.send()
    })
    this.text.addEventListener('input', () => {
      this.update()
      const now = Date.now()
      if (this.text.value.trim() === '' || now - this.typedAt < TYPING_EVERY_MS) return
      this.typedAt = now
      this.events.typing()
    })
    this.text.addEventListener('paste', (event) => {
      const files = [...event.clipboardData?.files ?? []]
      if (files.length === 0) return
      event.preventDefault()
      this.pictures.add(files)
    })
  }

  private drawTexts(): void {
    this.text.placeholder = this.locale.t('placeholder')
    this.text.setAttribute('aria-label', this.locale.t('placeholder'))
    this.sendButton.setAttribute('aria-label', this.locale.t('send'))
    this.sendButton.title = this.locale.t('send')
    this.pictureButton.setAttribute('aria-label', this.locale.t('picture'))
    this.pictureButton.title = this.locale.t('picture')
    this.fileInput.setAttribute('aria-label', this.locale.t('picture'))
  }

  private update(): void {
    const empty = this.text.value.trim() === '' && this.pictures.ready.length === 0
    this.sendButton.disabled = empty || this.pictures.unfinished
    this.text.style.height = 'auto'
    this.text.style.height = `${this.text.scrollHeight}px`
    keptHere.setItem(DRAFT_KEY, this.text.value)
  }

  private send(): void {
    if (this.sendButton.disabled) return
    this.events.send(this.text.value.trim(), this.pictures.ready)
    this.text.value = ''
    this.typedAt = 0
    this.pictures.clear()
    this.update()
    this.text.focus()
  }
}
