import type { ChatMessage } from '../../../../src-shared/wire/web-chat.ts'
import { element, icon } from './dom.ts'
import { facts } from './facts.ts'
import type { Locale } from './locale.ts'
import { drawMessage, drawUnsent, type MessageActions, type UnsentState } from './message-view.ts'
import type { Unsent } from './outbox.ts'

/** A gap after which the time is shown, and how near the end counts as "reading the newest". */
const GAP_MS = 5 * 60_000
const NEAR_END_PX = 80
const TYPING_MS = 4000

/** The scrolling conversation: a polite live log, that stays at its end unless the reader scrolled away. */
export class MessageList {
  readonly root: HTMLElement
  private readonly locale: Locale
  private readonly actions: MessageActions
  private readonly log = element('div', { class: 'log', role: 'log', 'aria-live': 'polite' })
  private readonly typingRow = element('div', { class: 'typing', hidden: true })
  private readonly pill = element('button', { type: 'button', class: 'pill', hidden: true })
  private readonly scroller: HTMLElement
  private readonly rows = new Map<string, { node: HTMLElement; look: string }>()
  private hideTyping = 0

  constructor(locale: Locale, actions: MessageActions) {
    this.locale = locale
    this.actions = actions
    this.scroller = element('div', { class: 'scroller' }, this.log, this.typingRow)
    this.root = element('div', { class: 'messages' }, this.scroller, this.pill)
    this.pill.addEventListener('click', () => { this.toEnd() })
    this.scroller.addEventListener('scroll', () => {
      if (!this.nearEnd()) return
      this.pill.hidden = true
      this.actions.seen()
    })
    // The keyboard of a phone makes the list shorter; its end stays in sight.
    new ResizeObserver(() => { if (this.pill.hidden) this.toEnd() }).observe(this.scroller)
  }

  /** Draws what changed: rows are kept by id and look, so that a screen reader hears only what is new. */
  draw(messages: readonly ChatMessage[], unsent: readonly { message: Unsent; state: UnsentState }[], now: number): void {
    const stay = this.nearEnd()
    const before = this.log.lastElementChild
    this.log.setAttribute('aria-label', this.locale.t('messages'))
    const nodes: HTMLElement[] = messages.length + unsent.length === 0 ? [this.welcome()] : []
    let last = 0
    const lastOwn = messages.filter((message) => message.author.kind === 'customer').at(-1)?.id
    for (const message of messages) {
      if (message.at - last > GAP_MS) nodes.push(this.timeRow(message.at, now))
      last = message.at
      const showSent = message.id === lastOwn && unsent.length === 0 && messages.at(-1)?.id === message.id
      nodes.push(this.row(message.id, `sent${showSent ? '!' : ''}${message.recalled === true ? ' recalled' : ''}${message.quote?.text === '' ? ' quote' : ''}`, () => drawMessage(message, this.locale, this.actions, showSent)))
    }
    for (const { message, state } of unsent) nodes.push(this.row(message.id, state, () => drawUnsent(message, state, this.locale, this.actions)))
    this.place(nodes)
    const grew = this.log.lastElementChild !== before
    const own = this.log.lastElementChild?.classList.contains('own') === true
    if (stay || (grew && own)) this.toEnd()
    else if (grew) this.showPill()
  }

  /** Is the newest message in sight? */
  get showsEnd(): boolean {
    return this.nearEnd()
  }

  /** What lies below grew: the end stays in sight for whoever was reading it. */
  keepEnd(): void {
    if (this.pill.hidden) this.toEnd()
  }

  /** Brings a message into sight and marks it for a moment. */
  goTo(id: string): void {
    const node = this.rows.get(id)?.node
    if (node?.isConnected !== true) return
    node.scrollIntoView({ block: 'center' })
    for (const marked of this.log.querySelectorAll('.found')) marked.classList.remove('found')
    node.classList.add('found')
  }

  /** Whoever opens the chat sees the newest. */
  showEnd(): void {
    this.toEnd()
  }

  showTyping(): void {
    const stay = this.nearEnd()
    this.typingRow.textContent = this.locale.t('typing')
    this.typingRow.hidden = false
    clearTimeout(this.hideTyping)
    this.hideTyping = setTimeout(() => { this.typingRow.hidden = true }, TYPING_MS)
    if (stay) this.toEnd()
  }

  stopTyping(): void {
    this.typingRow.hidden = true
  }

  private row(id: string, look: string, make: () => HTMLElement): HTMLElement {
    const wanted = `${look}/${this.locale.language}`
    const kept = this.rows.get(id)
    if (kept?.look === wanted) return kept.node
    const node = make()
    this.rows.set(id, { node, look: wanted })
    return node
  }

  /** Moves only what is not already in its place. */
  private place(nodes: readonly HTMLElement[]): void {
    let at: Element | null = this.log.firstElementChild
    for (const node of nodes) {
      if (node === at) at = at.nextElementSibling
      else this.log.insertBefore(node, at)
    }
    while (at !== null) {
      const next: Element | null = at.nextElementSibling
      at.remove()
      at = next
    }
  }

  private timeRow(at: number, now: number): HTMLElement {
    return this.row(`time-${at}`, new Date(now).toDateString(), () => element('div', { class: 'notice' }, this.locale.moment(at, now)))
  }

  private welcome(): HTMLElement {
    return this.row('welcome', 'welcome', () => element('div', { class: 'welcome' },
      element('strong', {}, facts.look.greeting[this.locale.language] || this.locale.t('welcome')), element('span', {}, this.locale.t('welcomeHint'))))
  }

  private showPill(): void {
    this.pill.replaceChildren(icon('down'), this.locale.t('newMessages'))
    this.pill.hidden = false
  }

  private nearEnd(): boolean {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR_END_PX
  }

  private toEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight
    this.pill.hidden = true
  }
}
