import { v7 as uuidv7 } from 'uuid'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { catchUpWith, type Step } from './catch-up.ts'
import { Composer } from './composer.ts'
import { ContactDialog } from './contact-dialog.ts'
import { element, icon } from './dom.ts'
import { dress, facts } from './facts.ts'
import type { ToFrame } from './frame-words.ts'
import { HostPage } from './host-page.ts'
import { Lightbox } from './lightbox.ts'
import { Link } from './link.ts'
import { Locale } from './locale.ts'
import { MessageList } from './message-list.ts'
import type { UnsentState } from './message-view.ts'
import { Outbox } from './outbox.ts'
import { ReadMarks } from './read-marks.ts'
import { kept } from './storage.ts'
import { Rating } from './rating.ts'
import { Thread } from './thread.ts'
import { VerifyDialog } from './verify-dialog.ts'
import { newVisit } from './visit.ts'

/** A cut shorter than this is not worth a banner. */
const BANNER_AFTER_MS = 1500

dress()

const locale = new Locale()
const thread = new Thread()
const states = new Map<string, UnsentState>()
const hello = catchUpWith(askHello, (milliseconds, run) => { setTimeout(run, milliseconds) })
const page = { shop: null as LocalText | null, online: null as boolean | null, verified: false, unread: 0, left: null as 'mail' | 'here' | null, /** Up to where somebody has read. */ seen: 0, /** Outside the shop's hours when people are back; null: not known; undefined: within them. */ backAt: undefined as number | null | undefined }
const host = facts.framed ? new HostPage((word) => { hearHost(word) }) : null
/** Said by the shop's page; given to the gateway at each connection. */
let identityToken: string | null = null
/** Is this page before somebody's eyes? */
const inSight = () => !document.hidden && (host === null || host.isOpen)

const outbox: Outbox = new Outbox({
  storage: kept,
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
  rating: (asked) => { rating.show(asked) },
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
const contactDialog = new ContactDialog(locale, (left) => link.call('leave', left), ({ id, text }, { seq, at, answer }) => {
  thread.add([{ id, seq, at, text, attachments: [], author: { kind: 'customer', name: '' } }])
  if (thread.missing) hello()
  page.left = answer
  drawChrome()
  draw()
  composer.focus()
})
const rating = new Rating(locale, (said) => link.call('rate', said), () => { list.keepEnd() })
const verifyDialog = new VerifyDialog(locale, (orderNo, phoneLast4) => link.call('verify', { orderNo, phoneLast4 }))

const heading = element('h1')
const logo = element('img', { class: 'logo', alt: '', hidden: facts.look.logo === null, ...(facts.look.logo === null ? {} : { src: facts.look.logo }) })
const closeButton = element('button', { type: 'button', class: 'plain', hidden: host === null }, icon('close'))
const nobody = element('div', { class: 'nobody', role: 'status', hidden: true })
const nobodyWords = element('span')
const contactButton = element('button', { type: 'button', class: 'link' })
nobody.append(nobodyWords, contactButton)
const presence = element('p', { class: 'presence' })
const languageButton = element('button', { type: 'button', class: 'link' })
const personButton = element('button', { type: 'button', class: 'chip' })
const orderButton = element('button', { type: 'button', class: 'chip' })
const banner = element('p', { class: 'banner', role: 'status', hidden: true })

languageButton.addEventListener('click', () => {
  locale.toggle()
  host?.tell({ deskmate: 'language', language: locale.language })
})
closeButton.addEventListener('click', () => { host?.tell({ deskmate: 'close' }) })
contactButton.addEventListener('click', () => { contactDialog.open() })
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && document.querySelector('dialog[open]') === null) host?.tell({ deskmate: 'close' })
})
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
  element('header', { class: 'top' }, logo, element('div', { class: 'names' }, heading, presence), languageButton, closeButton),
  banner,
  element('main', {}, list.root),
  rating.root,
  element('footer', {}, nobody, element('div', { class: 'chips' }, personButton, orderButton, rating.chip), composer.root),
  contactDialog.root, verifyDialog.root, lightbox.root,
)
locale.drawn(() => {
  drawChrome()
  draw()
})
const mayFocus = matchMedia('(hover: hover)').matches
if (mayFocus && host === null) composer.focus()
host?.tell({ deskmate: 'ready' })

function hearHost(word: ToFrame): void {
  switch (word.deskmate) {
    case 'open':
      list.showEnd()
      if (mayFocus) composer.focus()
      seen()
      tellUnread()
      break
    case 'closed': break
    case 'identify':
      identityToken = word.token
      if (isOpen) void identify()
      break
    case 'reset': void newVisit(); break
  }
}

/** Gives the gateway the shop's word for who this is. A conversation of somebody else is left behind, unread. */
async function identify(): Promise<void> {
  if (identityToken === null) return
  const answer = await link.call('identify', { token: identityToken }).catch(() => null)
  if (answer?.ok !== true) return
  if (answer.result.state === 'other') await newVisit()
  if (answer.result.state === 'refused') host?.tell({ deskmate: 'refused', why: answer.result.why ?? '' })
}

/** For the launcher: what the desk wrote and nobody has seen. */
function tellUnread(): void {
  host?.tell({ deskmate: 'unread', count: thread.list().filter(({ seq, author, recalled }) => seq > page.seen && author.kind !== 'customer' && author.kind !== 'system' && recalled !== true).length })
}

/** Tells the gateway how far this page is, shows what it missed, and lets the outbox send. */
async function askHello(): Promise<Step> {
  const answer = await link.call('hello', { after: thread.lastSeq, language: locale.language }).catch(() => null)
  // The connection went away meanwhile; the next `open` says hello again.
  if (answer === null) return 'done'
  if (!answer.ok) return answer.error.retryable ? 'refused' : 'done'
  const { shop, messages, verified, agentsOnline, more, recalled, mail, read, rating: asked, backAt } = answer.result
  Object.assign(page, { shop, verified, online: agentsOnline, backAt, seen: Math.max(page.seen, read ?? 0) })
  contactDialog.mail = mail === true
  contactDialog.say()
  rating.show(asked ?? null)
  thread.addHistory(messages)
  thread.recall(recalled ?? [])
  isOpen = true
  banner.hidden = true
  // Before anything is sent: the first message shall be theirs.
  await identify()
  outbox.setOpen(true)
  drawChrome()
  draw()
  return more === true && messages.length > 0 ? 'more' : 'done'
}

/** The end of the conversation may be before the customer's eyes. */
function seen(): void {
  if (!isOpen || !inSight() || !list.showsEnd) return
  readMarks.inSight(thread.list())
  page.seen = thread.lastSeq
}

function heard(): void {
  list.stopTyping()
  if (!inSight()) page.unread += 1
  drawChrome()
}

function draw(): void {
  const unsent = outbox.list().filter((message) => !thread.has(message.id))
  const stateOf = (id: string): UnsentState => states.get(id) ?? 'waiting'
  list.draw(thread.list(), unsent.map((message) => ({ message, state: message.problem === null ? stateOf(message.id) : 'failed' })), Date.now())
  seen()
  tellUnread()
  if (thread.lastSeq > 0) host?.tell({ deskmate: 'talking' })
}

/** Is somebody there, and if not, from when? */
function whenThere(online: boolean): string {
  const { backAt } = page
  if (backAt === undefined || (backAt !== null && backAt <= Date.now())) return locale.t(online ? 'online' : 'away')
  return backAt === null ? locale.t('awayClosed') : locale.t('awayUntil').replace('{when}', locale.moment(backAt, Date.now()))
}

function drawChrome(): void {
  const { shop, online, verified, unread } = page
  const name = facts.look.title[locale.language] || shop?.[locale.language] || ''
  document.documentElement.lang = locale.language
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${name === '' ? '' : `${name} · `}${locale.t('title')}`
  heading.textContent = name === '' ? locale.t('title') : name
  presence.textContent = online === null ? locale.t('connecting') : whenThere(online)
  presence.classList.toggle('on', online === true)
  closeButton.setAttribute('aria-label', locale.t('closeChat'))
  nobody.hidden = online !== false || (page.left === null && !facts.look.offlineForm)
  nobodyWords.textContent = locale.t(page.left === null ? 'nobody' : page.left === 'mail' ? 'leftMail' : 'leftHere')
  contactButton.hidden = !facts.look.offlineForm || page.left !== null
  contactButton.textContent = locale.t('leaveContact')
  languageButton.textContent = locale.t('otherLanguage')
  banner.textContent = locale.t('offline')
  personButton.replaceChildren(icon('person'), locale.t('person'))
  orderButton.replaceChildren(icon(verified ? 'check' : 'order'), locale.t(verified ? 'verified' : 'myOrder'))
  orderButton.classList.toggle('good', verified)
}
