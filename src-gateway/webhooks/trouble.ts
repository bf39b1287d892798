import type { LocalText } from '../../src-shared/domain/text.ts'
import { FORBIDDEN } from './address-guard.ts'
import type { Posted } from './post.ts'

const CODES: Record<string, LocalText> = {
  [FORBIDDEN]: { zh: '这个地址在内网或本机。确实是你们自己的系统，就打开“在我们自己的网络里”。', en: 'This address lies in a private network. If it is a system of your own, switch on “in our own network”.' },
  ECONNREFUSED: { zh: '对方没有在这个地址上接听。', en: 'Nobody listens at this address.' },
  ENOTFOUND: { zh: '找不到这个域名。', en: 'This name is not known.' },
  EAI_AGAIN: { zh: '现在查不到这个域名，请看网络。', en: 'The name cannot be looked up now; see whether the network works.' },
  timeout: { zh: '对方十秒内没有回应。', en: 'No answer within ten seconds.' },
  url: { zh: '这个地址不能用。', en: 'This address cannot be used.' },
}

/** What is wrong in words, without the address and without what the other side wrote; null: it was taken. */
export function troubleOf(posted: Posted): LocalText | null {
  if (posted.kind === 'failed') {
    const isTls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(posted.code)
    if (isTls) return { zh: `对方的证书不被信任（${posted.code}）。`, en: `The certificate there is not trusted (${posted.code}).` }
    return CODES[posted.code] ?? { zh: `连接不上（${posted.code}）。`, en: `It cannot be reached (${posted.code}).` }
  }
  const { status } = posted
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return { zh: `对方要转到别处（HTTP ${status}）；请直接填写最终地址。`, en: `It wants to lead elsewhere (HTTP ${status}); give the final address itself.` }
  if (status === 410) return { zh: '对方说不再需要（HTTP 410）。', en: 'The other side wants no more (HTTP 410).' }
  return { zh: `对方没有收下（HTTP ${status}）。`, en: `The other side did not take it (HTTP ${status}).` }
}

/** Will the same be taken later, perhaps? What is refused as such (a status of 4xx but 401, 403, 404, 408, 425 and 429) is not. */
export function isRefusal(posted: Posted): boolean {
  return posted.kind === 'answered' && posted.status >= 400 && posted.status < 500 && ![401, 403, 404, 408, 410, 425, 429].includes(posted.status)
}
