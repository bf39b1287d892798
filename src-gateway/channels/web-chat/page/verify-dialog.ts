import type { ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import type { Answer } from '../../../../src-shared/errors.ts'
import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'

export type Verify = (orderNo: string, phoneLast4: string) => Promise<Answer<ChatResult<'verify'>>>

/** The form "my order": order number and the last four digits of the phone. */
export class VerifyDialog {
  readonly root = element('dialog', { class: 'sheet', 'aria-labelledby': 'verify-title' })
  private readonly locale: Locale
  private readonly verify: Verify
  private readonly orderNo = element('input', { id: 'verify-order', name: 'order', inputmode: 'numeric', autocomplete: 'off', required: true, maxlength: 40 })
  private readonly last4 = element('input', { id: 'verify-phone', name: 'phone', inputmode: 'numeric', autocomplete: 'off', required: true, maxlength: 4, pattern: '[0-9]{4}' })
  private readonly outcome = element('p', { class: 'outcome', role: 'status' })
  private readonly submit = element('button', { type: 'submit', class: 'primary' })

  constructor(locale: Locale, verify: Verify) {
    this.locale = locale
    this.verify = verify
    locale.drawn(() => { this.draw() })
    // A click on the backdrop closes.
    this.root.addEventListener('click', (event) => { if (event.target === this.root) this.root.close() })
  }

  open(): void {
    this.outcome.textContent = ''
    this.root.showModal()
    this.orderNo.focus()
  }

  private draw(): void {
    const { t } = { t: this.locale.t.bind(this.locale) }
    this.submit.textContent = t('verifyButton')
    const close = element('button', { type: 'button', class: 'plain', 'aria-label': t('close') }, icon('close'))
    close.addEventListener('click', () => { this.root.close() })
    const form = element('form', {},
      element('header', {}, element('h2', { id: 'verify-title' }, t('verifyTitle')), close),
      element('p', { class: 'hint' }, t('verifyWhy')),
      element('label', { for: 'verify-order' }, t('orderNo')), this.orderNo,
      element('label', { for: 'verify-phone' }, t('phoneLast4')), this.last4,
      this.outcome, this.submit)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.ask()
    })
    this.root.replaceChildren(form)
  }

  private async ask(): Promise<void> {
    this.submit.disabled = true
    const answer = await this.verify(this.orderNo.value.trim(), this.last4.value).catch(() => null)
    this.submit.disabled = false
    this.outcome.className = 'outcome problem'
    if (answer === null) this.outcome.textContent = this.locale.t('verifyOffline')
    else if (!answer.ok) this.outcome.textContent = answer.error.say[this.locale.language]
    else if (!answer.result.verified) {
      const { triesLeft } = answer.result
      this.outcome.textContent = triesLeft === 0 ? this.locale.t('verifyNone') : this.locale.t('verifyWrong', triesLeft)
    } else {
      this.outcome.className = 'outcome good'
      this.outcome.textContent = this.locale.t('verifyDone')
      this.orderNo.value = ''
      this.last4.value = ''
    }
  }
}
