import type { AskedRating, ChatParams, ChatResult } from '../../../../src-shared/wire/web-chat.ts'
import type { Answer } from '../../../../src-shared/errors.ts'
import { element, icon } from './dom.ts'
import type { Locale } from './locale.ts'
import { kept } from './storage.ts'

const SCORES = [1, 2, 3, 4, 5] as const
const PUT_AWAY = 'deskmate.rating-put-away'
const WORDS_MAX = 500

export type Rate = (said: ChatParams<'rate'>) => Promise<Answer<ChatResult<'rate'>>>

/**
 * The invitation to rate: five steps, words if one likes, once. Whoever puts it away is not asked again, but finds it at
 * the button beside the others for as long as it counts.
 */
export class Rating {
  readonly root = element('section', { class: 'rating', 'aria-labelledby': 'rating-title', hidden: true })
  readonly chip = element('button', { type: 'button', class: 'chip', hidden: true })
  private asked: AskedRating | null = null
  private score: number | null = null
  private open = false
  private readonly words = element('textarea', { id: 'rating-words', rows: 2, maxlength: WORDS_MAX })
  private readonly outcome = element('p', { class: 'outcome', role: 'status' })
  private readonly submit = element('button', { type: 'submit', class: 'primary' })

  constructor(private readonly locale: Locale, private readonly rate: Rate, private readonly onShown: () => void) {
    locale.drawn(() => { this.draw() })
    this.chip.addEventListener('click', () => {
      this.open = true
      this.draw()
      this.root.querySelector('input')?.focus()
    })
  }

  /** What the gateway says; null: nobody asks, or it is too late. */
  show(asked: AskedRating | null): void {
    const isNew = this.asked === null && asked !== null
    this.asked = asked
    if (asked === null) this.open = false
    else if (isNew) {
      this.score = asked.score
      this.words.value = asked.words
      this.open = asked.score === null && kept.getItem(PUT_AWAY) !== String(asked.until)
    }
    this.draw()
  }

  private draw(): void {
    const { asked, locale } = this
    this.chip.hidden = asked === null || this.open
    this.root.hidden = asked === null || !this.open
    if (asked === null) return
    this.chip.replaceChildren(icon(asked.score === null ? 'star' : 'check'), locale.t(asked.score === null ? 'rateChip' : 'ratedChip'))
    this.submit.textContent = locale.t('rateSend')
    this.submit.disabled = this.score === null
    const close = element('button', { type: 'button', class: 'plain', 'aria-label': locale.t('rateLater') }, icon('close'))
    close.addEventListener('click', () => { this.putAway() })
    this.words.setAttribute('aria-label', locale.t('rateWords'))
    this.words.setAttribute('placeholder', locale.t('rateWords'))
    const form = element('form', {},
      element('header', {}, element('h2', { id: 'rating-title' }, locale.t('rateTitle')), close),
      element('fieldset', { class: 'steps' }, element('legend', { class: 'hint' }, locale.t('rateHint')), ...SCORES.map((score) => this.step(score))),
      this.words, this.outcome, this.submit)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.send()
    })
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // The next one puts the whole chat away.
      event.stopPropagation()
      this.putAway()
    })
    const had = document.activeElement instanceof HTMLElement && this.root.contains(document.activeElement) ? document.activeElement.id : ''
    this.root.replaceChildren(form)
    if (had !== '') document.getElementById(had)?.focus()
    if (this.open) this.onShown()
  }

  private step(score: number): HTMLElement {
    const input = element('input', { type: 'radio', name: 'score', id: `rating-${score}`, 'data-score': String(score) })
    input.checked = this.score === score
    input.addEventListener('change', () => {
      this.score = score
      this.submit.disabled = false
    })
    return element('label', { class: 'step', for: `rating-${score}` }, input, element('span', { class: 'step-no' }, String(score)), element('span', { class: 'step-name' }, this.locale.t(`rate${score as 1 | 2 | 3 | 4 | 5}`)))
  }

  private putAway(): void {
    if (this.asked !== null) kept.setItem(PUT_AWAY, String(this.asked.until))
    this.open = false
    this.draw()
    this.chip.focus()
  }

  private async send(): Promise<void> {
    if (this.score === null) return
    this.submit.disabled = true
    const answer = await this.rate({ score: this.score, words: this.words.value.trim() }).catch(() => null)
    this.submit.disabled = false
    this.outcome.className = 'outcome problem'
    if (answer === null) this.outcome.textContent = this.locale.t('rateOffline')
    else if (!answer.ok) this.outcome.textContent = answer.error.say[this.locale.language]
    else {
      this.asked = answer.result.rating
      this.outcome.textContent = ''
      this.open = false
      this.draw()
      this.chip.focus()
    }
  }
}
