import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v4 } from 'uuid'
import { type WebSocket, WebSocketServer } from 'ws'

const KINDS = ['incoming', 'outgoing', 'activity', 'template'] as const
interface Contact { id: number; name: string; email: string | null; phone_number: string | null; identifier: string | null }
interface StoredFile { name: string; type: string; bytes: Buffer }
export interface StoredMessage {
  id: number; conversationId: number; kind: (typeof KINDS)[number]; isPrivate: boolean; text: string; at: number; status: string
  sender: { id: number; name: string } & Partial<Contact>; files: StoredFile[]; attributes: Record<string, unknown>; echoId: string | null; strange: string | null
}
interface StoredConversation { id: number; inboxId: number; contact: Contact; isVouched: boolean; activity: number; seenByContact: number; status: string; updated: number }

/** What becomes of the next reply that is posted. `lost`: stored, then the line is cut; `dropped`: cut before it is stored; `late`: cut, and stored when the test says so. */
export type PostTrouble = 'lost' | 'dropped' | 'late' | 'busy' | 'broken' | 'refused' | 'unprocessable'
/** What the webhooks do: as they should, none arrives, each twice, or they wait until `deliverHeld`. */
export type WebhookMode = 'good' | 'lost' | 'doubled' | 'held'

/** Chatwoot as connectors.md describes it: REST, live line and webhooks of one account, over real HTTP and WebSocket. */
export class ChatwootServer {
  readonly token = 'chatwoot-token-1'
  readonly secret = 'whsec_test'
  readonly accountId = 1
  readonly me = { id: 7, name: 'Desk' }
  readonly messages: StoredMessage[] = []
  readonly conversations = new Map<number, StoredConversation>()
  readonly troubles: PostTrouble[] = []
  /** Of the next status that is set; the rest of `PostTrouble` means nothing here. */
  readonly statusTroubles: ('lost' | 'busy' | 'broken')[] = []
  /** Every status that was asked for over the API, in order. */
  readonly toggled: { conversationId: number; status: string }[] = []
  /** Called at `lost` when the reply is here and before the line is cut. */
  onLost: () => void = () => undefined
  /** Every REST request but posts: its path and query. */
  readonly asked: string[] = []
  readonly posted: { echoId: string | null; sourceId: string | null; text: string }[] = []
  readonly presences: number[] = []
  webhooks: WebhookMode = 'good'
  /** The stored model says words and ISO dates in webhooks, the documentation numbers and seconds. */
  webhookForm: 'words' | 'numbers' = 'words'
  isSigning = true
  /** Later servers keep unknown attributes of a message. */
  keepsAttributes = true
  knowsUpdatedWithin = true
  isDown = false
  isCableRefusing = false
  /** The kind that new messages bear over the API; null: their own. */
  strange: string | null = null
  /** The store of pictures fails. */
  isStoreDown = false
  hookUrl: string | null = null
  /** Answers of the webhooks' receiver. */
  readonly hookStatuses: number[] = []
  #held: (() => Promise<void>)[] = []
  #late: (() => void)[] = []
  #nextId = 100
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))
  readonly #cable = new WebSocketServer({ noServer: true })
  readonly #subscribed = new Map<WebSocket, string>()

  constructor(private readonly now: () => number) {
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.isDown || request.url !== '/cable') return void socket.destroy()
      this.#cable.handleUpgrade(request, socket, head, (client) => { this.#serveCable(client) })
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return this.url
  }
  get url(): string { return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}` }
  get liveLines(): number { return this.#subscribed.size }

  async close(): Promise<void> {
    this.cutCable()
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
  cutCable(): void {
    for (const client of this.#cable.clients) client.terminate()
    this.#subscribed.clear()
  }

  conversation(over: Partial<Omit<StoredConversation, 'contact'>> & { contact?: Partial<Contact> } = {}): number {
    const id = over.id ?? this.conversations.size + 1
    this.conversations.set(id, { id, inboxId: over.inboxId ?? 3, isVouched: over.isVouched ?? false, activity: this.now(), seenByContact: 0, status: over.status ?? 'open', updated: this.now(), contact: { id: 500 + id, name: `Customer ${id}`, email: null, phone_number: null, identifier: null, ...over.contact } })
    return id
  }

  /** The customer writes. Resolves when webhooks and live line have been told (and the webhook answered). */
  async say(conversationId: number, text: string, over: Partial<StoredMessage> = {}): Promise<StoredMessage> {
    const { contact } = this.#of(conversationId)
    return this.#create({ conversationId, kind: 'incoming', text, sender: contact, ...over })
  }
  /** A colleague writes in Chatwoot itself. */
  async answerThere(conversationId: number, text: string, over: Partial<StoredMessage> = {}): Promise<StoredMessage> {
    return this.#create({ conversationId, kind: 'outgoing', text, sender: { id: 8, name: 'Mei' }, ...over })
  }
  async update(message: StoredMessage, changes: { status?: string; attributes?: Record<string, unknown> }): Promise<void> {
    Object.assign(message, { status: changes.status ?? message.status, attributes: { ...message.attributes, ...changes.attributes } })
    this.#push('message.updated', this.#overCable(message))
    await this.#hook('message_updated', this.#inWebhook(message))
  }
  /** The customer's widget was opened and read. */
  async look(conversationId: number): Promise<void> {
    this.#of(conversationId).seenByContact = this.now()
    await this.#hook('conversation_updated', this.#conversationView(conversationId))
  }
  /** Somebody resolves, reopens, snoozes there. */
  async setStatus(conversationId: number, status: string): Promise<void> {
    const conversation = this.#of(conversationId)
    Object.assign(conversation, { status, activity: this.now(), updated: this.now() })
    const view = this.#conversationView(conversationId)
    this.#push('conversation.status_changed', view)
    await this.#hook('conversation_status_changed', view)
  }
  /** Lets go of held webhooks, newest first. */
  async deliverHeld(): Promise<void> {
    for (const send of this.#held.splice(0).reverse()) await send()
  }
  /** Stores the replies of `late`. */
  storeLate(): void {
    for (const store of this.#late.splice(0)) store()
  }
  /** Sends any body as a webhook, signed unless told otherwise. */
  async sendHook(body: string, over: { at?: number; secret?: string; delivery?: string; signed?: boolean } = {}): Promise<number> {
    const timestamp = String(Math.floor((over.at ?? this.now()) / 1000))
    const signature = `sha256=${createHmac('sha256', over.secret ?? this.secret).update(`${timestamp}.${body}`).digest('hex')}`
    const signed = over.signed ?? this.isSigning
    const response = await fetch(this.hookUrl ?? '', { method: 'POST', body, headers: { 'content-type': 'application/json', connection: 'close', ...(signed ? { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': signature, 'x-chatwoot-delivery': over.delivery ?? v4() } : {}) } })
    this.hookStatuses.push(response.status)
    return response.status
  }
  webhookOf(message: StoredMessage, event = 'message_created'): string { return JSON.stringify({ event, ...this.#inWebhook(message) }) }

  #of(id: number): StoredConversation {
    const found = this.conversations.get(id)
    if (!found) throw new Error(`no conversation ${id}`)
    return found
  }
  async #create(over: Partial<StoredMessage> & { conversationId: number }): Promise<StoredMessage> {
    const message: StoredMessage = { id: this.#nextId++, kind: 'incoming', isPrivate: false, text: '', at: this.now(), status: 'sent', sender: this.me, files: [], attributes: {}, echoId: null, strange: this.strange, ...over }
    this.messages.push(message)
    this.#of(message.conversationId).activity = message.at
    // As Chatwoot does: a customer's words open what is resolved.
    if (message.kind === 'incoming' && this.#of(message.conversationId).status === 'resolved') void this.setStatus(message.conversationId, 'open')
    this.#push('message.created', this.#overCable(message))
    await this.#hook('message_created', this.#inWebhook(message))
    return message
  }
  async #hook(event: string, data: object): Promise<void> {
    if (this.hookUrl === null || this.webhooks === 'lost') return
    const body = JSON.stringify({ event, ...data })
    const delivery = v4()
    // Nobody there: the webhook is lost, as in life.
    const post = (over: { delivery?: string }) => this.sendHook(body, over).then(() => undefined, () => undefined)
    const send = () => post({ delivery })
    if (this.webhooks === 'held') this.#held.push(send)
    else {
      await send()
      // Once under the same delivery id, as a retry, and once as if the event had fired twice.
      if (this.webhooks === 'doubled') await Promise.all([send(), post({})])
    }
  }
  #files(message: StoredMessage): object[] {
    return message.files.map((file, index) => ({ id: message.id * 10 + index, file_type: file.type.startsWith('image/') ? 'image' : 'file', extension: null, file_size: file.bytes.byteLength, data_url: `${this.url}/rails/active_storage/blobs/redirect/${message.id}/${index}/${encodeURIComponent(file.name)}` }))
  }
  #base(message: StoredMessage): Record<string, unknown> {
    return {
      id: message.id, content: message.text === '' ? null : message.text, private: message.isPrivate, content_type: 'text', content_attributes: message.attributes, source_id: null,
      status: message.status, ...(message.files.length > 0 ? { attachments: this.#files(message) } : {}),
    }
  }
  #conversationView(id: number): Record<string, unknown> {
    const { inboxId, contact, isVouched, activity, seenByContact, status, updated } = this.#of(id)
    return { id, inbox_id: inboxId, status, updated_at: updated / 1000, meta: { sender: { ...contact, type: 'contact' }, hmac_verified: isVouched }, contact_inbox: { hmac_verified: isVouched, source_id: 'x' }, last_activity_at: Math.floor(activity / 1000), timestamp: Math.floor(activity / 1000), contact_last_seen_at: Math.floor(seenByContact / 1000), messages: [] }
  }
  #inWebhook(message: StoredMessage): Record<string, unknown> {
    const words = this.webhookForm === 'words'
    const { inboxId } = this.#of(message.conversationId)
    return {
      ...this.#base(message), message_type: words ? message.kind : KINDS.indexOf(message.kind), created_at: words ? new Date(message.at).toISOString() : Math.floor(message.at / 1000),
      sender: message.sender, inbox: { id: inboxId, name: 'Site' }, conversation: this.#conversationView(message.conversationId), account: { id: this.accountId, name: 'Shop' },
    }
  }
  #overCable(message: StoredMessage): Record<string, unknown> {
    const { inboxId, activity } = this.#of(message.conversationId)
    return {
      ...this.#base(message), message_type: KINDS.indexOf(message.kind), created_at: Math.floor(message.at / 1000), account_id: this.accountId, inbox_id: inboxId, conversation_id: message.conversationId,
      conversation: { assignee_id: null, unread_count: 1, last_activity_at: Math.floor(activity / 1000), contact_inbox: { source_id: 'x' } }, sender: { ...message.sender, type: message.kind === 'incoming' ? 'contact' : 'user' }, ...(message.echoId === null ? {} : { echo_id: message.echoId }),
    }
  }
  #inList(message: StoredMessage): Record<string, unknown> {
    const { echo_id: _, ...rest } = this.#overCable(message)
    return message.strange === null ? rest : { ...rest, message_type: message.strange }
  }
  #push(event: string, data: Record<string, unknown>): void {
    for (const [client, identifier] of this.#subscribed) client.send(JSON.stringify({ identifier, message: { event, data } }))
  }
  #serveCable(client: WebSocket): void {
    client.send(JSON.stringify({ type: 'welcome' }))
    client.on('message', (raw: Buffer) => {
      const frame = JSON.parse(raw.toString()) as { command: string; identifier: string; data?: string }
      const wanted = JSON.parse(frame.identifier) as { channel: string; pubsub_token: string; account_id: number; user_id: number }
      if (frame.command === 'message') this.presences.push(this.now())
      else if (this.isCableRefusing || wanted.pubsub_token !== 'pubsub-7' || wanted.user_id !== this.me.id) client.send(JSON.stringify({ type: 'reject_subscription', identifier: frame.identifier }))
      else {
        this.#subscribed.set(client, frame.identifier)
        client.send(JSON.stringify({ type: 'confirm_subscription', identifier: frame.identifier }))
        client.send(JSON.stringify({ type: 'ping', message: Math.floor(this.now() / 1000) }))
      }
    })
    client.on('close', () => { this.#subscribed.delete(client) })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', this.url)
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (this.isDown) {
      this.asked.push(url.pathname)
      return void response.destroy()
    }
    if (url.pathname.startsWith('/rails/')) return this.#serveFile(url, response)
    if (request.headers.api_access_token !== this.token) return void answer(401, { error: 'Invalid Access Token' })
    const path = url.pathname.replace(`/api/v1/accounts/${this.accountId}`, '')
    const messages = /^\/conversations\/(\d+)\/messages$/.exec(path)
    if (request.method === 'POST' && messages) return this.#post(Number(messages[1]), Buffer.concat(chunks), request.headers['content-type'] ?? '', response, answer)
    const toggled = /^\/conversations\/(\d+)\/toggle_status$/.exec(path)
    if (request.method === 'POST' && toggled) return this.#toggle(Number(toggled[1]), Buffer.concat(chunks), response, answer)
    this.asked.push(`${path}${url.search}`)
    if (url.pathname === '/api/v1/profile') return void answer(200, { id: this.me.id, name: this.me.name, pubsub_token: 'pubsub-7', accounts: [{ id: this.accountId, name: 'Shop', role: 'agent' }] })
    if (/^\/inboxes\/3$/.test(path)) return void answer(200, { id: 3, name: 'Site' })
    const one = /^\/conversations\/(\d+)$/.exec(path)
    if (one && this.conversations.has(Number(one[1]))) return void answer(200, this.#conversationView(Number(one[1])))
    if (path === '/conversations') return void answer(200, { data: { meta: {}, payload: this.#listed(url.searchParams) } })
    if (messages && this.conversations.has(Number(messages[1]))) return void answer(200, { meta: {}, payload: this.#paged(Number(messages[1]), url.searchParams) })
    answer(404, { error: 'Resource could not be found' })
  }
  #listed(query: URLSearchParams): object[] {
    const inbox = query.get('inbox_id')
    const all = [...this.conversations.values()].filter(({ inboxId }) => inbox === null || inboxId === Number(inbox)).sort((a, b) => b.activity - a.activity || b.id - a.id)
    const within = query.get('updated_within')
    const page = Number(query.get('page') ?? 1)
    const shown = within !== null && this.knowsUpdatedWithin ? all.filter(({ activity }) => activity >= this.now() - Number(within) * 1000) : all.slice((page - 1) * 25, page * 25)
    return shown.map(({ id }) => this.#conversationView(id))
  }
  #paged(conversationId: number, query: URLSearchParams): object[] {
    const all = this.messages.filter((message) => message.conversationId === conversationId).sort((a, b) => a.id - b.id)
    const after = query.get('after')
    const before = query.get('before')
    const page = after !== null ? all.filter(({ id }) => id > Number(after)).slice(0, 100) : all.filter(({ id }) => before === null || id < Number(before)).slice(-20)
    return page.map((message) => this.#inList(message))
  }
  #serveFile(url: URL, response: ServerResponse): void {
    if (this.isStoreDown) return void response.writeHead(503).end()
    const [, id, index] = /\/(\d+)\/(\d+)\/[^/]*$/.exec(url.pathname) ?? []
    if (url.pathname.includes('/redirect/')) return void response.writeHead(302, { location: url.pathname.replace('/redirect/', '/proxy/') }).end()
    const file = this.messages.find((message) => message.id === Number(id))?.files[Number(index)]
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
  }
  #toggle(conversationId: number, body: Buffer, response: ServerResponse, answer: (status: number, body: unknown, headers?: Record<string, string>) => unknown): void {
    const { status } = JSON.parse(body.toString('utf8')) as { status: string }
    this.toggled.push({ conversationId, status })
    const trouble = this.statusTroubles.shift()
    if (trouble === 'busy') return void answer(429, {}, { 'retry-after': '7' })
    if (trouble === 'broken') return void answer(500, {})
    if (!this.conversations.has(conversationId)) return void answer(404, {})
    if (this.#of(conversationId).status !== status) void this.setStatus(conversationId, status)
    if (trouble === 'lost') return void response.destroy()
    answer(200, { meta: {}, payload: { success: true, current_status: status, conversation_id: conversationId } })
  }
  async #post(conversationId: number, body: Buffer, type: string, response: ServerResponse, answer: (status: number, body: unknown, headers?: Record<string, string>) => unknown): Promise<void> {
    const sent = await readPost(body, type)
    this.posted.push({ echoId: sent.echoId, sourceId: sent.sourceId, text: sent.text })
    const trouble = this.troubles.shift()
    if (trouble === 'busy') return void answer(429, {}, { 'retry-after': '7' })
    if (trouble === 'refused') return void answer(401, {})
    if (trouble === 'unprocessable') return void answer(422, { error: 'Content is too long' })
    if (trouble === 'dropped') return void response.destroy()
    if (!this.conversations.has(conversationId)) return void answer(404, {})
    const store = () => this.#create({ conversationId, kind: 'outgoing', text: sent.text, isPrivate: sent.isPrivate, files: sent.files, echoId: sent.echoId, sender: this.me, attributes: this.keepsAttributes ? sent.attributes : {} })
    if (trouble === 'late') {
      this.#late.push(() => void store())
      return void response.destroy()
    }
    // As in life the webhook of a reply may be under way before its request is answered.
    const making = store()
    const made = this.messages.at(-1)
    void making.catch(() => undefined)
    if (trouble === 'lost') {
      this.onLost()
      return void response.destroy()
    }
    if (trouble === 'broken') return void answer(500, {})
    answer(200, made ? this.#overCable(made) : {})
  }
}

async function readPost(body: Buffer, type: string): Promise<{ text: string; echoId: string | null; sourceId: string | null; isPrivate: boolean; attributes: Record<string, unknown>; files: StoredFile[] }> {
  if (type.startsWith('application/json')) {
    const json = JSON.parse(body.toString('utf8')) as { content: string; private: boolean; echo_id?: string; source_id?: string; content_attributes?: Record<string, unknown> }
    return { text: json.content, echoId: json.echo_id ?? null, sourceId: json.source_id ?? null, isPrivate: json.private, attributes: json.content_attributes ?? {}, files: [] }
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const field = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : null }
  const attributes: Record<string, unknown> = {}
  for (const [key, value] of form) {
    const inner = /^content_attributes\[(\w+)\]$/.exec(key)?.[1]
    if (inner !== undefined) attributes[inner] = value
  }
  const files = await Promise.all(form.getAll('attachments[]').filter((one) => typeof one !== 'string').map(async (file) => ({ name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })))
  return { text: field('content') ?? '', echoId: field('echo_id'), sourceId: field('source_id'), isPrivate: field('private') === 'true', attributes, files }
}
