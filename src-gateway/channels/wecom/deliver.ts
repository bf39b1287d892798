import type { Delivery, Outbound } from '../connector.ts'
import type { Called, WecomApi } from './api.ts'
import { msgidOf, rootOf, splitText } from './split.ts'
import { partsOf } from './thread-id.ts'
import { BLOCKED, partly } from './words.ts'

/** What the platform shows as a picture; anything else goes as a file. */
const PICTURES = new Set(['image/png', 'image/jpeg'])
const EXTENSIONS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' }

/**
 * Sends a reply (`send_msg`): its words in as many messages as they need, then its pictures. Each message has an id made
 * of the reply's, under which the platform takes it once, so that the whole may be sent again after any doubt.
 */
export async function deliver(api: WecomApi, outbound: Outbound): Promise<Delivery> {
  const { openKfId, externalUserId } = partsOf(outbound.threadId)
  if (openKfId === '' || externalUserId === '') return { state: 'failed', why: BLOCKED }
  const root = rootOf(outbound.messageId)
  const words = splitText(outbound.text)
  const all = words.length + outbound.attachments.length
  for (let part = 0; part < all; part++) {
    const content = part < words.length ? { ok: true as const, value: { msgtype: 'text', text: { content: words[part] } } } : await uploaded(part - words.length)
    const sent = content.ok ? await api.send({ touser: externalUserId, open_kfid: openKfId, msgid: msgidOf(root, part), ...content.value }) : content
    if (sent.ok) continue
    const { fate, why, afterMs } = sent.trouble
    if (fate === 'never') return { state: 'failed', why: partly(why, part, all) }
    return sent.isSure ? { state: 'retry', why, ...(afterMs === undefined ? {} : { afterMs }) } : { state: 'unsure', why }
  }
  return { state: 'sent', externalId: root }

  async function uploaded(index: number): Promise<Called<object>> {
    const file = outbound.attachments[index]
    if (!file) throw new Error('no such attachment')
    const kind = PICTURES.has(file.type) ? 'image' : 'file'
    const media = await api.upload({ name: `${file.sha256.slice(0, 12)}.${EXTENSIONS[file.type] ?? 'bin'}`, type: file.type, bytes: await file.read() }, kind)
    return media.ok ? { ok: true, value: { msgtype: kind, [kind]: { media_id: media.value } } } : media
  }
}
