import { v7 as uuidv7 } from 'uuid'
import type { Answer } from '../../../../src-shared/errors.ts'
import type { ChatParams, ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'
import { keptHere } from './storage.ts'

type Left = ChatParams<'leave'>
export type Leave = (left: Left) => Promise<Answer<ChatResult<'leave'>>>

const DRAFT = 'deskmate.contact'
/** Same as MESSAGE_MAX_LENGTH of src-shared, which would bring zod along. */
const MAX_LENGTH = 4000

/** Words and an address for the answer, while nobody is there. What is typed survives a reload; sent twice it is one message. */
export class ContactDialog {
  readonly root = element('dialog', { class: 'sheet', 'aria-labelledby': 'contact-title' })
  /** Whether an address is answered by mail: it says what will happen before anything is sent. */
  mail = false
  private readonly name = element('input', { id: 'contact-name', name: 'name', type: 'text', autocomplete: 'name', required: true, maxlength: 80 })
  private readonly email = element('input', { id: 'contact-email', name: 'email', type: 'email', autocomplete: 'email', maxlength: 200 })
  private readonly phone = element('input', { id: 'contact-phone', name: 'tel', type: 'tel', autocomplete: 'tel', maxlength: 24, pattern: '\\+?[0-9 ()\\-]{5,24}' })
  private readonly text = element('textarea', { id: 'contact-text', rows: 4, required: true, maxlength: MAX_LENGTH })
  private readonly promise = element('p', { class: 'hint', id: 'contact-promise' })
  private readonly outcome = element('p', { class: 'outcome', role: 'status' })
  private readonly submit = element('button', { type: 'submit', class: 'primary' })
  private id = uuidv7()

  constructor(private readonly locale: Locale, private readonly leave: Leave, private readonly onLeft: (left: Left, result: ChatResult<'leave'>) => void) {
    const { name, email, phone, text } = this
    this.bringBack()
    for (const field of [name, email, phone, text]) field.addEventListener('input', () => { this.typed() })
    locale.drawn(() => { this.draw() })
    this.root.addEventListener('click', (event) => { if (event.target === this.root) this.root.close() })
  }

  open(): void {
    this.outcome.textContent = ''
    this.say()
    this.root.showModal()
    ;(this.name.value === '' ? this.name : this.text).focus()
  }

  /** Told again while it is open: what will happen may have changed. */
  say(): void {
    const { locale, mail, email } = this
    this.promise.textContent = locale.t(email.value.trim() === '' ? (mail ? 'contactMailPossible' : 'contactHere') : mail ? 'contactMail' : 'contactNoMail')
  }

  private typed(): void {
    const { name, email, phone, text } = this
    keptHere.setItem(DRAFT, JSON.stringify({ id: this.id, name: name.value, email: email.value, phone: phone.value, text: text.value }))
    this.say()
    this.askForOne()
  }

  /** One of the two; the browser says it at the field. */
  private askForOne(): void {
    const none = this.email.value.trim() === '' && this.phone.value.trim() === ''
    this.email.setCustomValidity(none ? this.locale.t('contactOne') : '')
  }

  private bringBack(): void {
    try {
      const { id, name, email, phone, text } = JSON.parse(keptHere.getItem(DRAFT) ?? '{}') as Record<string, unknown>
      if (typeof id === 'string') this.id = id
      for (const [field, value] of [[this.name, name], [this.email, email], [this.phone, phone], [this.text, text]] as const) if (typeof value === 'string') field.value = value
    } catch {
      // Of another version: left alone.
    }
  }

  private draw(): void {
    const t = this.locale.t.bind(this.locale)
    this.submit.textContent = t('contactSend')
    const close = element('button', { type: 'button', class: 'plain', 'aria-label': t('close') }, icon('close'))
    close.addEventListener('click', () => { this.root.close() })
    const labelled = (field: HTMLElement, words: string) => [element('label', { for: field.id }, words), field]
    const form = element('form', {},
      element('header', {}, element('h2', { id: 'contact-title' }, t('contactTitle')), close),
      ...labelled(this.name, t('contactName')), ...labelled(this.email, t('contactEmail')), ...labelled(this.phone, t('contactPhone')), ...labelled(this.text, t('contactText')),
      this.promise, this.outcome, this.submit)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.send()
    })
    this.root.replaceChildren(form)
    this.say()
    this.askForOne()
  }

  private async send(): Promise<void> {
    const orNull = (field: HTMLInputElement) => field.value.trim() || null
    const left: Left = { id: this.id, name: this.name.value.trim(), email: orNull(this.email), phone: orNull(this.phone), text: this.text.value.trim() }
    if (left.text === '') return
    this.submit.disabled = true
    const answer = await this.leave(left).catch(() => null)
    this.submit.disabled = false
    this.outcome.className = 'outcome problem'
    if (answer === null) this.outcome.textContent = this.locale.t('contactOffline')
    else if (!answer.ok) this.outcome.textContent = answer.error.say[this.locale.language]
    else {
      keptHere.removeItem(DRAFT)
      this.id = uuidv7()
      this.text.value = ''
      this.root.close()
      this.onLeft(left, answer.result)
    }
  }
}
