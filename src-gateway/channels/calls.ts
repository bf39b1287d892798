import type { ConnectorSettings, DeadLetter } from '../../src-shared/domain/channel-line.ts'
import { secretsOf } from '../../src-shared/domain/set-up.ts'
import type { ChannelSeatCalls } from '../../src-shared/wire/seat-channels.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import type { ConnectorRow, DeliveryRow } from '../store/channel-store.ts'
import type { ReadTx } from '../store/store.ts'
import type { Channels } from './host/channels.ts'
import { webChatHandlers } from './web-chat/seat-calls.ts'

const LETTERS = 200
const STUCK: readonly DeliveryRow['state'][] = ['failed', 'unsure']
const NO_WHY = { zh: '', en: '' }

/** Calls of seat-channels.ts. */
export function channelHandlers(context: Context, channels: Channels): Handlers<ChannelSeatCalls> {
  const { store } = context
  // The lines write for themselves; the caller's own store puts on record who asked for it.
  const done = async (work: Promise<void>): Promise<Record<string, never>> => {
    await work
    return store.write(async () => ({}))
  }
  return {
    'channels.list': async () => {
      const rows = await store.read(async (tx) => Promise.all((await tx.channels.connectors()).map((row) => settingsOf(tx, channels, row))))
      return { kinds: [...channels.forms], connectors: rows.filter((row) => row !== null), publicUrl: channels.publicUrl, openUrl: channels.openUrl }
    },
    'channels.save': (wanted) => done(channels.save(wanted)),
    'channels.test': async (wanted) => ({ trouble: await channels.test(wanted) }),
    'channels.enable': ({ id, enabled }) => done(channels.enable(id, enabled)),
    'channels.remove': ({ id }) => done(channels.remove(id)),
    'channels.publicUrl': ({ url }) => done(channels.setPublicUrl(url)),
    'channels.letters': async () => ({ letters: await store.read((tx) => lettersOf(tx, channels)) }),
    'channels.takeAgain': async ({ id }) => {
      const trouble = await channels.takeAgain(id)
      await done(Promise.resolve())
      return { trouble }
    },
    'channels.dropLetter': ({ id }) => done(channels.dropLetter(id)),
    'delivery.again': ({ messageId }) => done(channels.sendAgain(messageId)),
    'delivery.giveUp': ({ messageId }) => done(channels.giveUp(messageId)),
    ...webChatHandlers(context, channels),
  }
}

/** null: of a kind that this version does not know. */
async function settingsOf(tx: ReadTx, channels: Channels, row: ConnectorRow): Promise<ConnectorSettings | null> {
  const form = channels.formOf(row.channel)
  const state = await tx.state('channel', row.id)
  if (form === null || state?.type !== 'channel') return null
  const secrets = secretsOf(form)
  return {
    state: state.connector, kind: form.kind,
    values: Object.fromEntries(Object.entries(row.settings).filter(([name]) => !secrets.includes(name))),
    secretsSet: secrets.filter((name) => row.settings[name] !== undefined),
    hookUrl: form.hook ? channels.hookUrl(row.id) : null,
    waiting: await tx.channels.countDeliveries(row.id, ['waiting', 'sending']),
    stuck: await tx.channels.countDeliveries(row.id, STUCK) + await tx.channels.countDeadLetters(row.id),
  }
}

async function lettersOf(tx: ReadTx, channels: Channels): Promise<DeadLetter[]> {
  const connectors = await tx.channels.connectors()
  const names = new Map(connectors.map(({ id, name }) => [id, name]))
  const inward = (await tx.channels.deadLetters(LETTERS)).map(({ id, connectorId, why, body, at }): DeadLetter =>
    ({ id, direction: 'in', connectorId, name: names.get(connectorId) ?? '', conversationId: null, why, body, at, unsure: false, mayTryAgain: channels.takesLetters(connectorId) }))
  const outward: DeadLetter[] = []
  for (const { id } of connectors) {
    for (const state of STUCK) {
      for (const row of await tx.channels.deliveriesIn(id, state, LETTERS)) {
        const text = (await tx.message(row.messageId))?.message.text ?? ''
        outward.push({ id: row.messageId, direction: 'out', connectorId: id, name: names.get(id) ?? '', conversationId: row.conversationId, why: row.why ?? NO_WHY, body: text, at: row.at, unsure: state === 'unsure', mayTryAgain: true })
      }
    }
  }
  return [...inward, ...outward.sort((a, b) => b.at - a.at).slice(0, LETTERS)].sort((a, b) => b.at - a.at)
}
