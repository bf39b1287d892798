import { secretsOf, settingsFrom, SetUpForm, type SetUpValues } from '../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Context } from '../../context.ts'
import { fieldsWrong, refuse } from '../../refusals.ts'
import type { ConnectorRow, DeliveryRow } from '../../store/channel-store.ts'
import type { ConnectorKind, HookAnswer, HookRequest } from '../connector.ts'
import { PickUpReplies, TRIED_FOR_MS } from './pick-up-replies.ts'
import { RunningLine } from './running-line.ts'
import { tellConnector, tellDelivery } from './tell.ts'

export interface ChannelsOptions {
  kinds: readonly ConnectorKind[]
  /** 0 to below 1; of back-off. */
  chance?: () => number
}

/** What a person saves; a secret that is missing in `values` stays as it was. */
export interface SavedConnector { id: string; kind: string; name: string; values: SetUpValues; enabled: boolean }

const FIELDS_WRONG = (names: string): LocalText => ({ zh: `请检查这些栏：${names}`, en: `Please check these fields: ${names}` })
/** Kept beside the log. */
const PUBLIC_URL = 'channels.public-url'
const NO_ANSWER: LocalText = { zh: '测试没有完成，请稍后再试。', en: 'The test did not finish; try again in a while.' }

/** All lines to channels of others: starts and stops them, hands on webhooks and replies, keeps what a person has to look at. */
export class Channels {
  readonly forms: readonly SetUpForm[]
  /** Of the open port, once it listens. */
  openUrl = ''
  /** Of the customers' port, once it listens. */
  chatUrl = ''
  /** Under which a reverse proxy serves it to others; null: nobody does. */
  publicUrl: string | null = null
  private readonly kinds: ReadonlyMap<string, ConnectorKind>
  private readonly lines = new Map<string, RunningLine>()
  private readonly replies: PickUpReplies
  private readonly chance: () => number
  /** Changes of lines one after the other. */
  private changing: Promise<unknown> = Promise.resolve()

  constructor(private readonly context: Context, { kinds, chance = Math.random }: ChannelsOptions) {
    this.forms = kinds.map(({ form }) => SetUpForm.parse(form))
    this.kinds = new Map(kinds.map((kind) => [kind.form.kind, kind]))
    this.chance = chance
    this.replies = new PickUpReplies(context.store, context.clock, context.log, new Set(kinds.filter(({ hasStatus }) => hasStatus).map(({ channel }) => channel)), (connectorId) => { this.lines.get(connectorId)?.wake() })
  }

  async start(): Promise<void> {
    this.publicUrl = await this.context.store.read((tx) => tx.meta(PUBLIC_URL)) || null
    const rows = await this.context.store.read((tx) => tx.channels.connectors())
    for (const row of rows) if (row.enabled) await this.startLine(row)
    await this.replies.run()
  }

  async stop(): Promise<void> {
    await this.changing.catch(() => undefined)
    await Promise.all([...this.lines.values()].map((line) => line.stop()))
    this.lines.clear()
    await this.replies.stop()
  }

  async setPublicUrl(url: string | null): Promise<void> {
    const next = url === null ? null : url.replace(/\/+$/, '')
    await this.context.store.write((tx) => tx.setMeta(PUBLIC_URL, next ?? ''))
    this.publicUrl = next
  }

  /** Where the other side of a line calls. */
  hookUrl(connectorId: string): string {
    return `${this.publicUrl ?? this.openUrl}/hooks/${connectorId}`
  }

  formOf(channel: string): SetUpForm | null {
    const kind = [...this.kinds.values()].find((one) => one.channel === channel)
    return this.forms.find(({ kind: name }) => name === kind?.form.kind) ?? null
  }

  isRunning(connectorId: string): boolean {
    return this.lines.has(connectorId)
  }

  /** @returns null: no such line, or it has no hook. */
  async hook(connectorId: string, request: HookRequest): Promise<HookAnswer | null> {
    return await this.lines.get(connectorId)?.hook(request) ?? null
  }

  /** Whether a dead letter of this line can be tried again. */
  takesLetters(connectorId: string): boolean {
    return this.lines.get(connectorId)?.takesLetters ?? false
  }

  /** @throws AppError `bad-request` with the fields in words */
  save(wanted: SavedConnector): Promise<void> {
    return this.changed(async () => {
      const { store, clock } = this.context
      const kind = this.kindOrRefuse(wanted.kind)
      const row = await store.write(async (tx) => {
        const known = await tx.channels.connector(wanted.id)
        if (known !== null && known.channel !== kind.channel) throw refuse('id-taken')
        const settings = this.merged(kind, known?.settings ?? {}, wanted.values)
        this.parseOrRefuse(kind, settings)
        const saved: ConnectorRow = { id: wanted.id, channel: kind.channel, name: wanted.name, settings, enabled: wanted.enabled, createdAt: known?.createdAt ?? clock.now() }
        await tx.channels.putConnector(saved)
        await tellConnector(tx, clock.now(), saved, null)
        return saved
      })
      await this.restartLine(row)
    })
  }

  /** Tries settings as they would be saved; null: all well, else in words what is wrong. */
  async test({ id, kind: name, values }: Pick<SavedConnector, 'id' | 'kind' | 'values'>): Promise<LocalText | null> {
    const kind = this.kindOrRefuse(name)
    const known = await this.context.store.read((tx) => tx.channels.connector(id))
    const parsed = kind.settings.safeParse(settingsFrom(this.merged(kind, known?.settings ?? {}, values)))
    if (!parsed.success) return wrongFields(kind, parsed.error.issues)
    try {
      return await kind.test(parsed.data, { clock: this.context.clock, log: this.context.log })
    } catch (thrown) {
      this.context.log.error({ err: thrown }, 'a test of settings failed')
      return NO_ANSWER
    }
  }

  enable(id: string, enabled: boolean): Promise<void> {
    return this.changed(async () => {
      const { store, clock } = this.context
      const row = await store.write(async (tx) => {
        const known = await tx.channels.connector(id)
        if (known === null) throw refuse('not-found')
        const next = { ...known, enabled }
        await tx.channels.putConnector(next)
        await tellConnector(tx, clock.now(), next, null)
        return next
      })
      await this.restartLine(row)
    })
  }

  /** Its conversations stay; what has not gone out is given up. */
  remove(id: string): Promise<void> {
    return this.changed(async () => {
      const { store, clock } = this.context
      await this.stopLine(id)
      await store.write(async (tx) => {
        const known = await tx.channels.connector(id)
        if (known === null) return
        await tx.channels.removeConnector(id)
        await tellConnector(tx, clock.now(), { ...known, enabled: false }, null, true)
      })
    })
  }

  /** Tries a reply that did not go out once more. @throws AppError `not-found` */
  async sendAgain(messageId: string): Promise<void> {
    const connectorId = await this.decide(messageId, ['failed', 'unsure', 'given-up', 'waiting'], (row, now) => ({ ...row, state: 'waiting', nextAt: now, untilAt: now + TRIED_FOR_MS }))
    this.lines.get(connectorId)?.wake()
  }

  /** Lets a reply that did not go out lie. @throws AppError `not-found` */
  async giveUp(messageId: string): Promise<void> {
    await this.decide(messageId, ['failed', 'unsure', 'waiting'], (row) => ({ ...row, state: 'given-up' }))
  }

  /** Takes a dead letter once more; null: it is in and off the list, else in words why not. @throws AppError `not-found` */
  async takeAgain(letterId: string): Promise<LocalText | null> {
    const { store } = this.context
    const letter = await store.read((tx) => tx.channels.deadLetter(letterId))
    const line = letter === null ? undefined : this.lines.get(letter.connectorId)
    if (letter === null || line?.takesLetters !== true) throw refuse('not-found')
    const why = await line.again({ externalId: letter.externalId, body: letter.body })
    if (why === null) await store.write((tx) => tx.channels.dropDeadLetter(letterId))
    return why
  }

  async dropLetter(letterId: string): Promise<void> {
    await this.context.store.write((tx) => tx.channels.dropDeadLetter(letterId))
  }

  private async decide(messageId: string, from: readonly DeliveryRow['state'][], to: (row: DeliveryRow, now: number) => DeliveryRow): Promise<string> {
    const { store, clock } = this.context
    return store.write(async (tx) => {
      const row = await tx.channels.delivery(messageId)
      if (row === null) throw refuse('not-found')
      // Somebody else was quicker: that stands.
      if (!from.includes(row.state)) return row.connectorId
      const next = to(row, clock.now())
      await tx.channels.putDelivery(next)
      await tellDelivery(tx, clock.now(), next)
      return row.connectorId
    })
  }

  private kindOrRefuse(name: string): ConnectorKind {
    const kind = this.kinds.get(name)
    if (kind === undefined) throw refuse('bad-request')
    return kind
  }

  private parseOrRefuse(kind: ConnectorKind, settings: SetUpValues): void {
    const parsed = kind.settings.safeParse(settingsFrom(settings))
    if (!parsed.success) throw fieldsWrong(wrongFields(kind, parsed.error.issues))
  }

  private merged(kind: ConnectorKind, known: SetUpValues, given: SetUpValues): SetUpValues {
    const names = new Set(kind.form.fields.map((field) => field.name))
    const kept = Object.fromEntries(secretsOf(kind.form).flatMap((name) => known[name] === undefined ? [] : [[name, known[name]]]))
    const filled = Object.entries(given).filter(([name, value]) => names.has(name) && value !== '')
    return { ...kept, ...Object.fromEntries(filled) }
  }

  private async startLine(row: ConnectorRow): Promise<void> {
    const kind = [...this.kinds.values()].find(({ channel }) => channel === row.channel)
    if (kind === undefined) return
    const line = new RunningLine(this.context, kind, row, this.chance)
    this.lines.set(row.id, line)
    await line.start()
  }

  private async stopLine(id: string): Promise<void> {
    const line = this.lines.get(id)
    this.lines.delete(id)
    await line?.stop()
  }

  private async restartLine(row: ConnectorRow): Promise<void> {
    await this.stopLine(row.id)
    if (row.enabled) await this.startLine(row)
  }

  private changed<T>(work: () => Promise<T>): Promise<T> {
    const done = this.changing.then(work, work)
    this.changing = done.catch(() => undefined)
    return done
  }
}

/** Names of fields and never their values: what is wrong may be a secret. */
function wrongFields(kind: ConnectorKind, issues: readonly { path: readonly PropertyKey[] }[]): LocalText {
  const names = [...new Set(issues.map(({ path }) => path.map(String).join('.')))]
  const labels = (language: 'zh' | 'en') => names.map((name) => kind.form.fields.find((field) => field.name === name)?.label[language] ?? name).join(language === 'zh' ? '、' : ', ')
  return { zh: FIELDS_WRONG(labels('zh')).zh, en: FIELDS_WRONG(labels('en')).en }
}
