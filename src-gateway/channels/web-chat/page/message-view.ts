import type { Attachment } from '../../../../src-shared/domain/attachment.ts'
import { piecesOf } from '../../../../src-shared/domain/bubbles.ts'
import type { Quote } from '../../../../src-shared/domain/message.ts'
import type { ChatMessage } from '../../../../src-shared/wire/web-chat.ts'
import { element } from './dom.ts'
import type { Locale } from './locale.ts'
import type { Unsent } from './outbox.ts'
import { showPicture } from './visit.ts'

/** Longest edge of a picture in the thread, in CSS pixels. */
const THUMBNAIL = 220

export type UnsentState = 'sending' | 'waiting' | 'failed'

export interface MessageActions {
  openPicture(url: string): void
  /** The reader scrolled to the end. */
  seen(): void
  /** To the quoted message, if it is still on the page. */
  goTo(id: string): void
  retry(id: string): void
  discard(id: string): void
}

export const fileUrl = (sha256: string): string => `/files/${sha256}`

/** One message of the log. `state`: the small word under the customer's last message. */
export function drawMessage(message: ChatMessage, locale: Locale, actions: MessageActions, showSent: boolean): HTMLElement {
  const { kind } = message.author
  if (kind === 'system') return element('div', { class: 'notice' }, message.text)
  if (message.recalled === true) return element('div', { class: 'notice', 'data-id': message.id }, locale.t('recalled'))
  const own = kind === 'customer'
  const row = element('div', { class: `row ${own ? 'own' : 'desk'}${kind === 'autopilot' ? ' automatic' : ''}`, 'data-id': message.id })
  if (!own) row.append(drawAuthor(message, locale))
  if (message.quote !== undefined) row.append(drawQuote(message.quote, locale, actions))
  row.append(...drawBody(message, locale, actions))
  if (own && showSent) row.append(element('div', { class: 'state' }, `${locale.t('sent')} · ${locale.time(message.at)}`))
  return row
}

function drawQuote(quote: Quote, locale: Locale, actions: MessageActions): HTMLElement {
  const gone = quote.text === '' && quote.pictures === 0
  const who = locale.t(quote.kind === 'customer' ? 'quotedOwn' : 'agent')
  const words = gone ? locale.t('quotedGone') : [quote.text, quote.pictures > 0 ? locale.t('quotedPicture') : ''].filter((part) => part !== '').join(' ')
  const button = element('button', { type: 'button', class: 'quoted', title: locale.t('goToQuoted') }, element('b', {}, who), ` ${words}`)
  button.addEventListener('click', () => { actions.goTo(quote.id) })
  return button
}

function drawAuthor(message: ChatMessage, locale: Locale): HTMLElement {
  const automatic = message.author.kind === 'autopilot'
  return element('div', { class: 'author' },
    element('span', {}, message.author.name === '' ? locale.t('agent') : message.author.name),
    automatic ? element('span', { class: 'badge' }, locale.t('automatic')) : null)
}

export function drawUnsent(message: Unsent, state: UnsentState, locale: Locale, actions: MessageActions): HTMLElement {
  const row = element('div', { class: `row own ${state}`, 'data-id': message.id }, ...drawBody(message, locale, actions))
  if (state !== 'failed') {
    row.append(element('div', { class: 'state' }, locale.t(state === 'sending' ? 'sending' : 'unsent')))
    return row
  }
  const why = message.problem?.say[locale.language] ?? ''
  const retry = element('button', { type: 'button', class: 'link' }, locale.t('retry'))
  const discard = element('button', { type: 'button', class: 'link' }, locale.t('discard'))
  retry.addEventListener('click', () => { actions.retry(message.id) })
  discard.addEventListener('click', () => { actions.discard(message.id) })
  row.append(element('div', { class: 'state problem' }, `${locale.t('failed')}${why === '' ? '' : ` · ${why}`} `, retry, ' ', discard))
  return row
}

function drawBody(message: { text: string; apart?: boolean | undefined; attachments: Attachment[] }, locale: Locale, actions: MessageActions): HTMLElement[] {
  const pictures = message.attachments.map((attachment) => drawPicture(attachment, locale, actions))
  const shown = pictures.length > 1 ? [element('div', { class: 'pictures' }, ...pictures)] : pictures
  return piecesOf(message).flatMap(({ text, isLast }) => [...(isLast ? shown : []), ...(text === '' ? [] : [element('div', { class: 'bubble' }, text)])])
}

function drawPicture(attachment: Attachment, locale: Locale, actions: MessageActions): HTMLElement {
  const { width = THUMBNAIL, height = THUMBNAIL } = attachment
  const scale = Math.min(1, THUMBNAIL / Math.max(width, height))
  const url = fileUrl(attachment.sha256)
  const size = { width: Math.max(24, Math.round(width * scale)), height: Math.max(24, Math.round(height * scale)) }
  const image = element('img', { alt: '', loading: 'lazy', ...size })
  showPicture(image, url)
  const button = element('button', { type: 'button', class: 'picture', 'aria-label': locale.t('openPicture') }, image)
  button.addEventListener('click', () => { actions.openPicture(url) })
  return button
}
