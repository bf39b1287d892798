import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callbackSignature, encrypt } from '../../src-gateway/channels/wecom/crypto.ts'

const DAY_MS = 86_400_000
const QUOTA = 5
const QUOTA_MS = 2 * DAY_MS
const TEXT_MAX_BYTES = 2048

interface Sent { msgid: string; touser: string; openKfId: string; msgtype: string; text: string; media: Buffer | null; at: number }
type Json = Record<string, unknown>

/** What becomes of the next message that is sent: it is taken and the line cut, or refused with this code. */
export type SendTrouble = 'lost' | 'dropped' | 'broken' | number
export type CallbackMode = 'good' | 'lost' | 'doubled'

/** 微信客服 as connectors.md and the platform's documents describe it, over real HTTP: callbacks, sync_msg, send_msg, media. */
export class WecomServer {
  readonly corpId = 'wx5823bf96d3bd56c7'
  readonly secret = 'wecom-app-secret'
  readonly token = 'QDG6eK'
  readonly encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
  readonly accounts = ['wkShop1', 'wkShop2']
  readonly log: (Json & { msgid: string; open_kfid: string; send_time: number })[] = []
  readonly sent: Sent[] = []
  readonly troubles: SendTrouble[] = []
  /** Called at `lost` when the reply is here and before the line is cut. */
  onLost: () => void = () => undefined
  readonly nicknames = new Map<string, string>([['wmLin', '林晓']])
  readonly media = new Map<string, { name: string; type: string; bytes: Buffer }>()
  /** Customers whom a colleague serves in 企业微信. */
  readonly served = new Set<string>()
  readonly syncs: { cursor: string; token: string; openKfId: string }[] = []
  /** The most calls of sync_msg that were open side by side. */
  mostSyncs = 0
  tokensGiven = 0
  asked = 0
  pageSize = 1000
  callbacks: CallbackMode = 'good'
  isDown = false
  hookUrl: string | null = null
  readonly hookStatuses: number[] = []
  #accessToken = ''
  #openSyncs = 0
  #nextId = 1
  #callbackTokens = new Map<string, number>()
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))

  constructor(private readonly now: () => number) {}

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return this.url
  }
  get url(): string { return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}` }
  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
  /** Access tokens that were given are good no longer. */
  expireToken(): void { this.#accessToken = 'none' }

  /** The customer writes; the callback is answered when this resolves. */
  async say(customer: string, text: string, over: Json = {}): Promise<string> {
    return this.put({ external_userid: customer, msgtype: 'text', text: { content: text }, ...over })
  }
  /** Anything that sync_msg brings. */
  async put(entry: Json): Promise<string> {
    const msgid = typeof entry.msgid === 'string' ? entry.msgid : `from_msgid_${this.#nextId++}`
    const openKfId = typeof entry.open_kfid === 'string' ? entry.open_kfid : 'wkShop1'
    this.log.push({ msgid, open_kfid: openKfId, send_time: Math.floor(this.now() / 1000), origin: 3, ...entry } as never)
    if (this.callbacks !== 'lost') await this.callBack(openKfId)
    if (this.callbacks === 'doubled') await Promise.all([this.callBack(openKfId), this.callBack(openKfId)])
    return msgid
  }
  /** Tells the receiver that there is something to fetch. */
  async callBack(openKfId: string): Promise<number> {
    const token = `ENC${this.#nextId++}`
    this.#callbackTokens.set(token, this.now())
    return this.post(`<xml><ToUserName><![CDATA[${this.corpId}]]></ToUserName><CreateTime>${Math.floor(this.now() / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[${token}]]></Token><OpenKfId><![CDATA[${openKfId}]]></OpenKfId></xml>`)
  }
  /** Posts any document as a callback, sealed and signed as the platform does. */
  async post(xml: string, over: { at?: number; token?: string; body?: string } = {}): Promise<number> {
    if (this.hookUrl === null) return 0
    const sealed = encrypt(this.encodingAesKey, this.corpId, xml)
    const body = over.body ?? `<xml><ToUserName><![CDATA[${this.corpId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt><AgentID><![CDATA[]]></AgentID></xml>`
    const response = await fetch(`${this.hookUrl}?${this.#signed(sealed, over)}`, { method: 'POST', body, headers: { connection: 'close' } })
    this.hookStatuses.push(response.status)
    return response.status
  }
  /** Checks the address as the admin page does when it is saved. @returns status and answer. */
  async checkAddress(echo: string, over: { at?: number; token?: string } = {}): Promise<[number, string]> {
    const sealed = encrypt(this.encodingAesKey, this.corpId, echo)
    const query = this.#signed(sealed, over)
    query.set('echostr', sealed)
    const response = await fetch(`${this.hookUrl ?? ''}?${query}`)
    return [response.status, await response.text()]
  }
  #signed(sealed: string, { at, token }: { at?: number; token?: string }): URLSearchParams {
    const timestamp = String(Math.floor((at ?? this.now()) / 1000))
    return new URLSearchParams({ msg_signature: callbackSignature(token ?? this.token, timestamp, '372623149', sealed), timestamp, nonce: '372623149' })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    if (url.pathname.endsWith('/kf/sync_msg')) {
      this.mostSyncs = Math.max(this.mostSyncs, ++this.#openSyncs)
      response.once('close', () => { this.#openSyncs-- })
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    this.asked++
    if (this.isDown) return void response.destroy()
    const answer = (errcode: number, more: Json = {}) => void response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'error', ...more }))
    const path = url.pathname.replace('/cgi-bin', '')
    if (path === '/gettoken') {
      if (url.searchParams.get('corpid') !== this.corpId) return answer(40013)
      if (url.searchParams.get('corpsecret') !== this.secret) return answer(40001)
      this.#accessToken = `at-${++this.tokensGiven}`
      return answer(0, { access_token: this.#accessToken, expires_in: 7200 })
    }
    if (url.searchParams.get('access_token') !== this.#accessToken) return answer(this.#accessToken === 'none' ? 42001 : 40014)
    if (path === '/media/get') return this.#download(url, response, answer)
    if (path === '/media/upload') return this.#upload(body, request.headers['content-type'] ?? '', url.searchParams.get('type') ?? '', answer)
    const json = JSON.parse(body.toString('utf8')) as Json
    if (path === '/kf/account/list') return answer(0, { account_list: this.accounts.map((id) => ({ open_kfid: id, name: id, avatar: '', manage_privilege: true })) })
    if (path === '/kf/sync_msg') return this.#sync(json, answer)
    if (path === '/kf/customer/batchget') return answer(0, { customer_list: (json.external_userid_list as string[]).flatMap((id) => (this.nicknames.has(id) ? [{ external_userid: id, nickname: this.nicknames.get(id) }] : [])), invalid_external_userid: [] })
    if (path === '/kf/send_msg') return this.#send(json, response, answer)
    response.writeHead(404).end()
  }
  #sync(json: Json, answer: (errcode: number, more?: Json) => void): void {
    const cursor = String(json.cursor ?? '')
    const token = String(json.token ?? '')
    this.syncs.push({ cursor, token, openKfId: String(json.open_kfid) })
    if (token !== '' && this.now() - (this.#callbackTokens.get(token) ?? 0) > 600_000) return answer(95007)
    const all = this.log.filter((entry) => entry.open_kfid === json.open_kfid && entry.send_time * 1000 > this.now() - 3 * DAY_MS)
    const from = cursor === '' ? 0 : Math.max(all.findIndex(({ msgid }) => `cursor-${msgid}` === cursor) + 1, 0)
    const page = all.slice(from, from + Math.min(this.pageSize, Number(json.limit ?? 1000)))
    const last = page.at(-1)
    answer(0, { next_cursor: last ? `cursor-${last.msgid}` : cursor, has_more: from + page.length < all.length ? 1 : 0, msg_list: page })
  }
  #send(json: Json, response: ServerResponse, answer: (errcode: number, more?: Json) => void): void {
    const trouble = this.troubles.shift()
    if (trouble === 'dropped') return void response.destroy()
    if (trouble === 'broken') return void response.writeHead(502).end('<html>')
    if (typeof trouble === 'number') return answer(trouble)
    const [touser, openKfId, msgid] = [String(json.touser), String(json.open_kfid), String(json.msgid)]
    const text = (json.text as { content: string } | undefined)?.content ?? ''
    if (!/^[0-9a-zA-Z_-]{1,32}$/.test(msgid) || Buffer.byteLength(text) > TEXT_MAX_BYTES) return answer(40058)
    if (!this.sent.some((one) => one.msgid === msgid)) {
      const last = this.log.filter((entry) => entry.external_userid === touser && entry.open_kfid === openKfId && entry.origin === 3).at(-1)
      if (this.served.has(touser)) return answer(95018)
      if (!last || this.now() - last.send_time * 1000 > QUOTA_MS) return answer(95002)
      const since = this.sent.filter((one) => one.touser === touser && one.at >= last.send_time * 1000)
      if (since.length >= QUOTA) return answer(95001)
      const mediaId = (json[String(json.msgtype)] as { media_id?: string } | undefined)?.media_id
      this.sent.push({ msgid, touser, openKfId, msgtype: String(json.msgtype), text, media: mediaId === undefined ? null : this.media.get(mediaId)?.bytes ?? null, at: this.now() })
    }
    if (trouble === 'lost') {
      this.onLost()
      return void response.destroy()
    }
    answer(0, { msgid })
  }
  #download(url: URL, response: ServerResponse, answer: (errcode: number) => void): void {
    const media = this.media.get(url.searchParams.get('media_id') ?? '')
    if (!media) return answer(40007)
    response.writeHead(200, { 'content-type': media.type, 'content-disposition': `attachment; filename="${media.name}"` }).end(media.bytes)
  }
  async #upload(body: Buffer, type: string, kind: string, answer: (errcode: number, more?: Json) => void): Promise<void> {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = form.get('media')
    if (file === null || typeof file === 'string') return answer(40004)
    if (kind === 'image' && !/^image\/(png|jpeg)$/.test(file.type)) return answer(40004)
    const id = `media-${this.#nextId++}`
    this.media.set(id, { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })
    answer(0, { type: kind, media_id: id, created_at: String(Math.floor(this.now() / 1000)) })
  }
}
