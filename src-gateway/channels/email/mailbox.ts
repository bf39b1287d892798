import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { z } from 'zod'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { AppError, describeError } from '../../../src-shared/errors.ts'
import { floodGate } from './flood.ts'
import { imapClient } from './imap.ts'
import { DEAD_LETTER_BYTES, letterBody, type MailIn, receiveMail, tryMail } from './receive-mail.ts'
import type { EmailSettings } from './settings.ts'
import { folderTrouble, type Trouble, troubleOf } from './trouble.ts'

/** Bytes of a mail that is read; providers stop at 25 to 50 MB. */
const MAX_MAIL = 30 * 1024 * 1024
/** Mails whose size and sender are asked for together. */
const AT_ONCE = 50
/** Milliseconds between looks where the server says nothing by itself. */
const POLL = 2 * 60_000
/** Milliseconds before the line is tried again: the first pause, and the longest. */
const PAUSES = { first: 1_000, longest: 5 * 60_000 }
/** How far back to read when the server numbered its mails anew, milliseconds; SEARCH knows days only. */
const OVERLAP = 2 * 24 * 60 * 60_000

/** How far the mail server's clock may be behind ours, milliseconds. */
const CLOCKS_APART = 2 * 60_000

/** How far the folder has been read: `uid` of `validity`; `at`: when that mail arrived, milliseconds. */
const Cursor = z.object({ validity: z.string(), uid: z.number().int().nonnegative(), at: z.number() })
type Cursor = z.infer<typeof Cursor>

const NOT_NOW: LocalText = { zh: '现在连不上收信服务器，请稍后再试。', en: 'The incoming server cannot be reached just now; try again later.' }
const GONE: LocalText = { zh: '这封邮件已不在邮箱的收件文件夹里。', en: 'This mail is no longer in the folder that is read.' }
const TOO_LARGE: LocalText = { zh: '这封邮件超过 30 MB，没有读取；原信还在邮箱里。', en: 'This mail is larger than 30 MB and was not read. It is still in the mailbox.' }

/** The incoming line: reads one folder from `start` to `stop`, and keeps trying. It changes nothing in the folder. */
export interface Mailbox {
  start(): Promise<void>
  stop(): Promise<void>
  /** Takes a mail of the dead letters once more, from where it lies; null: it is in now, else why not. */
  again(place: string | null): Promise<LocalText | null>
  /** Puts a copy of a sent mail into the folder for them; never fails. */
  keepSent(raw: Buffer): Promise<void>
}

export function createMailbox(settings: EmailSettings, into: MailIn, line: (trouble: Trouble | null) => void): Mailbox {
  const { host } = into
  const gate = floodGate()
  const stopping = new AbortController()
  let client: ImapFlow | null = null
  let running: Promise<void> = Promise.resolve()

  const readCursor = async (): Promise<Cursor | null> => {
    const kept = await host.get('cursor')
    return kept === null ? null : Cursor.parse(JSON.parse(kept))
  }
  const moveTo = (cursor: Cursor) => host.set('cursor', JSON.stringify(cursor))

  /** A mailbox that is set up today does not bring its past ten years: milliseconds of the first start. */
  async function setUpAt(): Promise<number> {
    const kept = await host.get('since')
    if (kept !== null) return Number(kept)
    const since = host.clock.now() - CLOCKS_APART
    await host.set('since', String(since))
    return since
  }

  /** Mails that have not been read, in the order of their arrival. */
  async function unread(imap: ImapFlow, validity: string): Promise<number[]> {
    const cursor = await readCursor()
    if (cursor === null) return arrivedSince(imap, await setUpAt())
    const anew = cursor.validity !== validity
    const found = await imap.search(anew ? { since: new Date(cursor.at - OVERLAP) } : { uid: `${cursor.uid + 1}:*` }, { uid: true })
    return (Array.isArray(found) ? found : []).filter((uid) => anew || uid > cursor.uid).sort((a, b) => a - b)
  }

  async function catchUp(imap: ImapFlow, validity: string): Promise<void> {
    for (let uids = await unread(imap, validity); uids.length > 0; uids = await unread(imap, validity)) {
      for (let from = 0; from < uids.length; from += AT_ONCE) await takeAll(imap, validity, uids.slice(from, from + AT_ONCE))
      if (stopping.signal.aborted) return
    }
  }

  /** Hands the mails over in their order, the mark behind each. What was deleted meanwhile is passed over. */
  async function takeAll(imap: ImapFlow, validity: string, uids: readonly number[]): Promise<void> {
    const found = await imap.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true, envelope: true }, { uid: true })
    const abouts = new Map(found.map((about) => [about.uid, about]))
    for (const uid of uids) {
      if (stopping.signal.aborted) return
      const about = abouts.get(uid)
      const at = about === undefined ? host.clock.now() : arrivalOf(about, host.clock.now())
      if (about !== undefined) await take(imap, about, at, `${validity}.${uid}`)
      await moveTo({ validity, uid, at })
    }
  }

  async function take(imap: ImapFlow, about: FetchMessageObject, at: number, place: string): Promise<void> {
    const sender = about.envelope?.from?.[0]?.address?.toLowerCase() ?? ''
    const verdict = sender === '' || /^(?:mailer-daemon|postmaster)@/.test(sender) ? 'take' : gate(sender, at)
    if (verdict === 'more') return
    if (verdict === 'first') {
      await host.deadLetter({ externalId: place, why: { zh: `${sender} 在十分钟内发来太多邮件，超出的没有进会话，都还在邮箱里。`, en: `${sender} sent too many mails within ten minutes. Those beyond the limit opened no conversation; all are still in the mailbox.` }, body: about.envelope?.subject ?? '' })
      return
    }
    const tooLarge = (about.size ?? 0) > MAX_MAIL
    const message = await imap.fetchOne(String(about.uid), { uid: true, source: tooLarge ? { start: 0, maxLength: DEAD_LETTER_BYTES } : true }, { uid: true })
    const source = message === false ? undefined : message.source
    if (source === undefined) return
    if (tooLarge) {
      await host.deadLetter({ externalId: place, why: TOO_LARGE, body: letterBody(source) })
      return
    }
    try {
      await receiveMail(into, source, at, place)
    } catch (error) {
      // What the gateway will never take must not hold up all the others; anything else comes again.
      if (!(error instanceof AppError) || error.retryable) throw error
      await host.deadLetter({ externalId: place, why: error.say, body: letterBody(source) })
    }
  }

  /** One connection, from its opening to its end. */
  async function session(imap: ImapFlow): Promise<void> {
    await imap.connect()
    const listed = await imap.list()
    if (!listed.some(({ path }) => path === settings.folder || path.toUpperCase() === settings.folder.toUpperCase())) throw new FolderMissing()
    const box = await imap.mailboxOpen(settings.folder, { readOnly: true })
    const validity = String(box.uidValidity)
    let ring: () => void = () => undefined
    let rung = false
    const wake = () => { rung = true; ring() }
    imap.on('exists', wake)
    imap.on('close', () => { stopping.signal.removeEventListener('abort', wake); wake() })
    stopping.signal.addEventListener('abort', wake, { once: true })
    await catchUp(imap, validity)
    line(null)
    while (!stopping.signal.aborted && imap.usable) {
      if (!rung) {
        // Another command, such as a copy that is kept, ends the waiting too.
        imap.idle().then((ended) => { if (ended !== false) wake() }, () => undefined)
        const cancel = host.clock.after(POLL, wake)
        await new Promise<void>((done) => { ring = done; if (rung) done() })
        cancel()
      }
      rung = false
      if (stopping.signal.aborted || !imap.usable) return
      await imap.noop()
      await catchUp(imap, validity)
    }
  }

  async function run(): Promise<void> {
    let pause = PAUSES.first
    while (!stopping.signal.aborted) {
      const imap = imapClient(settings)
      client = imap
      const began = host.clock.now()
      try {
        await session(imap)
      } catch (error) {
        if (!stopping.signal.aborted) {
          host.log.warn({ err: describeError(error) }, 'the mailbox could not be read')
          line(error instanceof FolderMissing ? folderTrouble(settings.folder) : troubleOf('imap', error, { host: settings.imapHost, port: settings.imapPort }))
        }
      } finally {
        imap.close()
        client = null
      }
      if (stopping.signal.aborted) return
      pause = host.clock.now() - began > PAUSES.longest ? PAUSES.first : Math.min(PAUSES.longest, pause * 2)
      await waiting(pause / 2)
    }
  }

  function waiting(ms: number): Promise<void> {
    return new Promise((done) => {
      const stop = () => { cancel(); done() }
      const cancel = host.clock.after(ms, () => {
        stopping.signal.removeEventListener('abort', stop)
        done()
      })
      stopping.signal.addEventListener('abort', stop, { once: true })
    })
  }

  return {
    async start() {
      await setUpAt()
      running = run()
    },
    async stop() {
      stopping.abort()
      client?.close()
      await running
    },
    async again(place) {
      const [validity, uid = ''] = place?.split('.') ?? []
      const imap = client
      if (imap === null || !imap.usable || imap.mailbox === false) return NOT_NOW
      if (place === null || String(imap.mailbox.uidValidity) !== validity) return GONE
      const about = await imap.fetchOne(uid, { uid: true, size: true, internalDate: true }, { uid: true })
      if (about === false) return GONE
      if ((about.size ?? 0) > MAX_MAIL) return TOO_LARGE
      const message = await imap.fetchOne(uid, { uid: true, source: true }, { uid: true })
      return message === false || message.source === undefined ? GONE : tryMail(into, message.source, arrivalOf(about, host.clock.now()))
    },
    async keepSent(raw) {
      if (!settings.keepSent || client === null || !client.usable) return
      try {
        const folder = settings.sentFolder !== '' ? settings.sentFolder : (await client.list()).find(({ specialUse }) => specialUse === '\\Sent')?.path
        if (folder !== undefined) await client.append(folder, raw, ['\\Seen'])
      } catch (error) {
        host.log.warn({ err: describeError(error) }, 'a sent mail could not be kept in its folder')
      }
    },
  }
}

/** The folder that is to be read is not there. */
class FolderMissing extends Error {}

/** Connects, logs in and looks for the folder, reads nothing; null: all well. */
export async function tryMailbox(settings: EmailSettings): Promise<Trouble | null> {
  const imap = imapClient(settings)
  try {
    await imap.connect()
    const listed = await imap.list()
    return listed.some(({ path }) => path.toUpperCase() === settings.folder.toUpperCase()) ? null : folderTrouble(settings.folder)
  } catch (error) {
    return troubleOf('imap', error, { host: settings.imapHost, port: settings.imapPort })
  } finally {
    imap.close()
  }
}

/** Of an empty cursor: by the day as SEARCH knows it, then by the second. */
async function arrivedSince(imap: ImapFlow, since: number): Promise<number[]> {
  const day = await imap.search({ since: new Date(since - 24 * 60 * 60_000) }, { uid: true })
  if (!Array.isArray(day) || day.length === 0) return []
  const found = await imap.fetchAll(day.join(','), { uid: true, internalDate: true }, { uid: true })
  return found.filter((about) => arrivalOf(about, Infinity) >= since).map(({ uid }) => uid).sort((a, b) => a - b)
}

function arrivalOf(about: FetchMessageObject, now: number): number {
  const at = about.internalDate instanceof Date ? about.internalDate.getTime() : Date.parse(about.internalDate ?? '')
  return Number.isFinite(at) && at >= 0 ? Math.min(at, now) : now
}
