import type { Attachment } from '../../../../src-shared/domain/attachment.ts'
import type { AppErrorShape } from '../../../../src-shared/errors.ts'
import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'
import { visitorHeaders } from './visit.ts'

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
const MOST_PICTURES = 9

interface Chosen { file: File; url: string; attachment: Attachment | null; state: 'uploading' | 'ready' | 'again' | 'refused'; why: string }

/** The pictures chosen for the next message: uploaded at once, shown small above the text box. */
export class Pictures {
  readonly root = element('ul', { class: 'chosen', hidden: true })
  private readonly locale: Locale
  private readonly onChange: () => void
  private chosen: Chosen[] = []

  constructor(locale: Locale, onChange: () => void) {
    this.locale = locale
    this.onChange = onChange
    locale.drawn(() => { this.draw() })
  }

  get ready(): Attachment[] {
    return this.chosen.flatMap(({ attachment }) => (attachment === null ? [] : [attachment]))
  }

  /** Is there one that is neither here nor refused? */
  get unfinished(): boolean {
    return this.chosen.some(({ state }) => state === 'uploading' || state === 'again')
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      if (!PICTURE_TYPES.includes(file.type) || this.chosen.length >= MOST_PICTURES) continue
      const chosen: Chosen = { file, url: URL.createObjectURL(file), attachment: null, state: 'uploading', why: '' }
      this.chosen.push(chosen)
      void this.upload(chosen)
    }
  }

  clear(): void {
    for (const { url } of this.chosen) URL.revokeObjectURL(url)
    this.chosen = []
    this.changed()
  }

  private async upload(chosen: Chosen): Promise<void> {
    chosen.state = 'uploading'
    this.changed()
    try {
      const response = await fetch('/upload', { method: 'POST', body: chosen.file, headers: visitorHeaders() })
      if (response.ok) {
        chosen.attachment = await response.json() as Attachment
        chosen.state = 'ready'
      } else {
        const { error } = await response.json() as { error: AppErrorShape }
        chosen.state = error.retryable ? 'again' : 'refused'
        chosen.why = error.say[this.locale.language]
      }
    } catch {
      chosen.state = 'again'
    }
    this.changed()
  }

  private changed(): void {
    this.draw()
    this.onChange()
  }

  private draw(): void {
    this.root.hidden = this.chosen.length === 0
    this.root.replaceChildren(...this.chosen.map((chosen) => this.drawOne(chosen)))
  }

  private drawOne(chosen: Chosen): HTMLElement {
    const remove = element('button', { type: 'button', class: 'remove', 'aria-label': this.locale.t('removePicture') }, icon('close'))
    remove.addEventListener('click', () => {
      URL.revokeObjectURL(chosen.url)
      this.chosen = this.chosen.filter((other) => other !== chosen)
      this.changed()
    })
    const item = element('li', { class: chosen.state }, element('img', { src: chosen.url, alt: chosen.file.name }), remove)
    if (chosen.state === 'uploading') item.append(element('span', { class: 'over' }, this.locale.t('pictureUploading')))
    if (chosen.state === 'refused') item.append(element('span', { class: 'over' }, chosen.why))
    if (chosen.state === 'again') {
      const again = element('button', { type: 'button', class: 'over' }, this.locale.t('pictureRetry'))
      again.addEventListener('click', () => { void this.upload(chosen) })
      item.append(again)
    }
    return item
  }
}
