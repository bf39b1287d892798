import type { ConnectorHost, HookAnswer, HookRequest } from '../connector.ts'
import { callbackSignature, decrypt, signatureMatches } from './crypto.ts'
import type { WecomSettings } from './settings.ts'
import { CALLBACK_NOT_UNDERSTOOD } from './words.ts'
import { readFlatXml } from './xml.ts'

const BODY_MAX_BYTES = 64 * 1024
/** The token in a callback is good for ten minutes; an older callback is of no use to anybody but a forger, in milliseconds. */
const CALLBACK_WINDOW_MS = 600_000

export interface CallbackOptions {
  host: ConnectorHost
  settings: WecomSettings
  /** Something is to be fetched for the account, with a token that is good for ten minutes. */
  onMessages: (openKfId: string, token: string) => void
}

/**
 * Answers 企业微信's callbacks: the check of the address (GET, answers the decrypted `echostr`), and events (POST), which
 * only say that there is something to fetch. Answered at once; what is not fetched before a crash is fetched after it.
 */
export function callbackOf({ host, settings, onMessages }: CallbackOptions): (request: HookRequest) => Promise<HookAnswer> {
  const open = (query: HookRequest['query'], encrypted: string): string | null => {
    const { msg_signature: signature = '', timestamp = '', nonce = '' } = query
    const age = Math.abs(host.clock.now() - Number(timestamp) * 1000)
    if (!/^\d{1,12}$/.test(timestamp) || age > CALLBACK_WINDOW_MS || !signatureMatches(signature, callbackSignature(settings.token, timestamp, nonce, encrypted))) return null
    return decrypt(settings.encodingAesKey, settings.corpId, encrypted)
  }
  return async ({ method, query, body }) => {
    if (method === 'GET') {
      const echo = open(query, query.echostr ?? '')
      return echo === null ? { status: 401 } : { status: 200, type: 'text/plain; charset=utf-8', body: echo }
    }
    if (method !== 'POST') return { status: 405 }
    if (body.byteLength > BODY_MAX_BYTES) return { status: 413 }
    const encrypted = readFlatXml(body.toString('utf8'))?.get('Encrypt')
    const opened = encrypted === undefined ? null : open(query, encrypted)
    if (opened === null) return { status: 401 }
    const event = readFlatXml(opened)
    if (event === null) await host.deadLetter({ externalId: null, why: CALLBACK_NOT_UNDERSTOOD, body: opened })
    else if (event.get('Event') === 'kf_msg_or_event') {
      const openKfId = event.get('OpenKfId') ?? settings.openKfId
      if (openKfId !== '' && (settings.openKfId === '' || settings.openKfId === openKfId)) onMessages(openKfId, event.get('Token') ?? '')
    }
    return { status: 200, type: 'text/plain; charset=utf-8', body: 'success' }
  }
}
