import { expect, test, vi } from 'vitest'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import { wecom } from '../../src-gateway/channels/wecom/wecom.ts'
import { WecomServer } from '../support/wecom-server.ts'
import { ChannelSite } from './channel-site.ts'
import { connectorContract, type OtherSide } from './connector-suite.ts'

const EPOCH = 1_700_000_000_000
const kind = wecom as ConnectorKind
const settingsOf = (server: WecomServer) => ({ corpId: server.corpId, secret: server.secret, token: server.token, encodingAesKey: server.encodingAesKey, openKfId: 'wkShop1', apiBase: server.url })

connectorContract({
  name: '微信客服', kind,
  async open(): Promise<OtherSide> {
    let now = () => EPOCH
    const server = new WecomServer(() => now())
    await server.open()
    const raw = (xml: string) => async () => { await server.post(xml) }
    return {
      settings: () => settingsOf(server),
      hookAt: (url) => { server.hookUrl = url },
      clockAt: (clock) => { now = clock },
      async write(messages) {
        for (const { externalId, threadId, name, text } of messages) {
          server.nicknames.set(threadId, name)
          if (server.log.some(({ msgid }) => msgid === externalId)) await server.callBack('wkShop1')
          else await server.say(threadId, text, { msgid: externalId })
        }
      },
      arrived: () => server.sent.map(({ touser, text }) => ({ threadId: touser, text })),
      async down() { server.isDown = true },
      async up() { server.isDown = false },
      refuseNext: () => { server.troubles.push(40096) },
      cutNext(taken) {
        server.onLost = taken
        server.troubles.push('lost')
      },
      hostile: [
        { name: 'no XML', send: raw('{') },
        { name: 'entities', send: raw('<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>') },
        { name: 'nested', send: raw(`${'<xml>'.repeat(5000)}${'</xml>'.repeat(5000)}`) },
        { name: 'another event', send: raw('<xml><Event><![CDATA[change_contact]]></Event></xml>') },
        { name: 'no account', send: raw('<xml><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[x]]></Token></xml>') },
        { name: 'forged', send: () => server.post('<xml></xml>', { token: 'not-the-token' }).then(() => undefined) },
        { name: 'too large', send: () => server.post('', { body: `<xml><Encrypt>${'A'.repeat(9 * 1024 * 1024)}</Encrypt></xml>` }).then(() => undefined, () => undefined) },
        { name: 'a message that cannot be read', send: () => server.put({ origin: 'x', msgtype: 5, send_time: null }).then(() => undefined) },
      ],
      close: () => server.close(),
    }
  },
})

test('CT-24 from the customer through the gateway\'s log to the seat\'s reply and back, with the address that 企业微信 asks first', async () => {
  const server = new WecomServer(() => site.clock.now())
  await server.open()
  const site = await ChannelSite.open([kind])
  try {
    const id = await site.connect('wecom', settingsOf(server))
    server.hookUrl = site.channels.hookUrl(id)
    expect(await server.checkAddress('1616140317555161061')).toEqual([200, '1616140317555161061'])
    await server.say('wmLin', '我的快递到哪了？')
    const message = await vi.waitFor(async () => {
      const [first] = await site.fromCustomers()
      if (!first) throw new Error('nothing came')
      return first
    }, { timeout: 20_000, interval: 20 })
    expect([message.text, message.author.name]).toEqual(['我的快递到哪了？', '林晓'])
    const reply = await site.reply(message.conversationId, '今天下午送到。')
    await vi.waitFor(async () => { expect(await site.delivery(reply)).toBe('sent') }, { timeout: 20_000, interval: 20 })
    expect(server.sent.map(({ touser, text }) => [touser, text])).toEqual([['wmLin', '今天下午送到。']])
    await server.put({ msgtype: 'event', origin: 4, event: { event_type: 'msg_send_fail', open_kfid: 'wkShop1', external_userid: 'wmLin', fail_msgid: server.sent[0]?.msgid, fail_type: 10 } })
    await vi.waitFor(async () => { expect(await site.delivery(reply)).toBe('failed') }, { timeout: 20_000, interval: 20 })
  } finally {
    await site.remove()
    await server.close()
  }
})
