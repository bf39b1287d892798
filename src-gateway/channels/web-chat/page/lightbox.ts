import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'
import { showPicture } from './visit.ts'

/** Shows one picture large, over the page; Escape, the button or a click beside it closes. */
export class Lightbox {
  readonly root = element('dialog', { class: 'lightbox' })
  private readonly locale: Locale

  constructor(locale: Locale) {
    this.locale = locale
    this.root.addEventListener('click', () => { this.root.close() })
  }

  open(url: string): void {
    const close = element('button', { type: 'button', class: 'plain', 'aria-label': this.locale.t('close') }, icon('close'))
    this.root.setAttribute('aria-label', this.locale.t('openPicture'))
    const image = element('img', { alt: '' })
    showPicture(image, url)
    this.root.replaceChildren(image, close)
    this.root.showModal()
  }
}
