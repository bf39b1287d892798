import { v7 as uuidv7 } from 'uuid'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { catchUpWith, type Step } from './catch-up.ts'
import { Composer } from './composer.ts'
import { element, icon } from './dom.ts'
import { Lightbox } from './lightbox.ts'
import { Link } from './link.ts'
import { Locale } from './locale.ts'
import { MessageList } from './message-list.ts'
import type { UnsentState } from './message-view.ts'
import { Outbox } from './outbox.ts'
import { ReadMarks } from './read-marks.ts'
import { Thread } from './thread.ts'
import { VerifyDialog } from './verify-dialog.ts'

/** A cut shorter than this is not worth a banner. */
const BANNER_AFTER_MS = 1500

const locale = new Locale()
const thread = new Thread()
const states = new Map<string, UnsentState>()
const hello = catchUpWith(askHello, (milliseconds, run) => { setTimeout(run, milliseconds) })
const page = { shop: null as LocalText | null, online: null as boolean | null, verified: false, unread: 0 }

const outbox: Outbox = new Outbox({
  storage: localStorage,
  send: (message) => link.call('send', message),
  after: (milliseconds, run) => { setTimeout(run, milliseconds) },
  onAccepted: (message, { seq, at }) => {
    states.delete(message.id)
    const { id, text, attachments } = message
    thread.add([{ id, seq, at, text, attachments, author: { kind: 'customer', name: '' } }])
    if (thread.missing) hello()
    draw()
  },
  onState: (message, state) => {
    states.set(message.id, state)
    draw()
  },
})

const link = new Link({
  open: () => { hello() },
  closed: () => {
    outbox.setOpen(false)
    setTimeout(() => {
      banner.hidden = isOpen
      if (isOpen) return
      // Whether anybody is there is not known without a connection.
      page.online = null
      drawChrome()
    }, BANNER_AFTER_MS)
    isOpen = false
  },
  message: (message) => {
    const fresh = thread.add([message])
    if (message.author.kind !== 'customer' && fresh.length > 0) heard()
    if (thread.missing) hello()
    draw()
  },
  recalled: (seq) => {
    thread.recall([seq])
    draw()
  },
  typing: () => { list.showTyping() },
  presence: (agentsOnline) => {
    page.online = agentsOnline
    drawChrome()
  },
  verified: () => {
    page.verified = true
    drawChrome()
  },
})
let isOpen = false

const readMarks = new ReadMarks(async (seq) => (await link.call('read', { seq })).ok)
const lightbox = new Lightbox(locale)
const list = new MessageList(locale, {
  openPicture: (url) => { lightbox.open(url) },
  seen: () => { seen() },
  goTo: (id) => { list.goTo(id) },
  retry: (id) => { outbox.retry(id) },
  discard: (id) => {
    outbox.discard(id)
    states.delete(id)
    draw()
  },
})
const composer = new Composer(locale, {
  send: (text, attachments) => { outbox.add({ id: uuidv7(), text, attachments, at: Date.now() }) },
  typing: () => { link.typing() },
})
const verifyDialog = new VerifyDialog(locale, (orderNo, phoneLast4) => link.call('verify', { orderNo, phoneLast4 }))

const heading = element('h1')
const presence = element('p', { class: 'presence' })
const languageButton = element('button', { type: 'button', class: 'link' })
const personButton = element('button', { type: 'button', class: 'chip' })
const orderButton = element('button', { type: 'button', class: 'chip' })
const banner = element('p', { class: 'banner', role: 'status', hidden: true })

languageButton.addEventListener('click', () => { locale.toggle() })
personButton.addEventListener('click', () => { outbox.add({ id: uuidv7(), text: locale.t('person'), attachments: [], at: Date.now() }) })
orderButton.addEventListener('click', () => { verifyDialog.open() })
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  page.unread = 0
  drawChrome()
  seen()
  // Whoever comes back to the page sees whether the desk is still there.
  if (isOpen) hello()
})

document.getElementById('app')?.append(
  element('header', { class: 'top' }, element('div', {}, heading, presence), languageButton),
  banner,
  element('main', {}, list.root),
  element('footer', {}, element('div', { class: 'chips' }, personButton, orderButton), composer.root),
  verifyDialog.root, lightbox.root,
)
locale.drawn(() => {
  drawChrome()
  draw()
})
if (matchMedia('(hover: hover)').matches) composer.focus()

/** Tells the gateway how far this page is, shows what it missed, and lets the outbox send. */
async function askHello(): Promise<Step> {
  const answer = await link.call('hello', { after: thread.lastSeq, language: locale.language }).catch(() => null)
  // The connection went away meanwhile; the next `open` says hello again.
  if (answer === null) return 'done'
  if (!answer.ok) return answer.error.retryable ? 'refused' : 'done'
  const { shop, messages, verified, agentsOnline, more, recalled } = answer.result
  Object.assign(page, { shop, verified, online: agentsOnline })
  thread.addHistory(messages)
  thread.recall(recalled ?? [])
  isOpen = true
  banner.hidden = true
  outbox.setOpen(true)
  drawChrome()
  draw()
  return more === true && messages.length > 0 ? 'more' : 'done'
}

/** The end of the conversation may be before the customer's eyes. */
function seen(): void {
  if (isOpen && !document.hidden && list.showsEnd) readMarks.inSight(thread.list())
}

function heard(): void {
  list.stopTyping()
  if (document.hidden) page.unread += 1
  drawChrome()
}

function draw(): void {
  const unsent = outbox.list().filter((message) => !thread.has(message.id))
  const stateOf = (id: string): UnsentState => states.get(id) ?? 'waiting'
  list.draw(thread.list(), unsent.map((message) => ({ message, state: message.problem === null ? stateOf(message.id) : 'failed' })), Date.now())
  seen()
}

function drawChrome(): void {
  const { shop, online, verified, unread } = page
  const name = shop?.[locale.language] ?? ''
  document.documentElement.lang = locale.language
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${name === '' ? '' : `${name} · `}${locale.t('title')}`
  heading.textContent = name === '' ? locale.t('title') : name
  presence.textContent = locale.t(online === null ? 'connecting' : online ? 'online' : 'away')
  presence.classList.toggle('on', online === true)
  languageButton.textContent = locale.t('otherLanguage')
  banner.textContent = locale.t('offline')
  personButton.replaceChildren(icon('person'), locale.t('person'))
  orderButton.replaceChildren(icon(verified ? 'check' : 'order'), locale.t(verified ? 'verified' : 'myOrder'))
  orderButton.classList.toggle('good', verified)
}
