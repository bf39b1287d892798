import type { LocalText } from '../../../src-shared/domain/text.ts'

/** What keeps a line to a mail server from working. */
export type TroubleKind = 'host' | 'port' | 'tls' | 'password' | 'folder' | 'other'
/** Which of the two lines. */
export type Line = 'imap' | 'smtp'

export interface Trouble { kind: TroubleKind; why: LocalText }

const LINE: Record<Line, LocalText> = { imap: { zh: '收信服务器（IMAP）', en: 'the incoming server (IMAP)' }, smtp: { zh: '发信服务器（SMTP）', en: 'the outgoing server (SMTP)' } }

/** What went wrong and what to do; `at` is the server's name and port as they were filled in. */
export function troubleOf(line: Line, thrown: unknown, at: { host: string; port: number }): Trouble {
  const kind = kindOf(thrown)
  return { kind, why: words(kind, LINE[line], `${at.host}:${at.port}`, at.host) }
}

export function folderTrouble(folder: string): Trouble {
  return { kind: 'folder', why: { zh: `邮箱里没有“${folder}”这个文件夹，请改成收件所在的文件夹（通常是 INBOX）。`, en: `The mailbox has no folder “${folder}”: name the one that mail arrives in, usually INBOX.` } }
}

function words(kind: TroubleKind, line: LocalText, place: string, host: string): LocalText {
  switch (kind) {
    case 'host': return { zh: `找不到${line.zh} ${host}，请检查服务器名称。`, en: `There is no server ${host}: check the name of ${line.en}.` }
    case 'port': return { zh: `连不上${line.zh} ${place}，请检查端口和网络。`, en: `${place} does not answer: check the port of ${line.en} and the network.` }
    case 'tls': return { zh: `与${line.zh} ${place} 建不成加密连接：请检查加密方式（993、465 用 TLS，143、587 用 STARTTLS）和服务器证书。`, en: `No encrypted connection to ${place}: check the security of ${line.en} (TLS for 993 and 465, STARTTLS for 143 and 587) and its certificate.` }
    case 'password': return { zh: `${line.zh}不接受这个用户名和密码。许多邮箱要填授权码或客户端专用密码，而不是登录密码。`, en: `User name or password is refused by ${line.en}. Many providers want an authorisation code or an app password instead of the one you sign in with.` }
    case 'folder':
    case 'other': return { zh: `${line.zh} ${place} 没有正常应答，稍后会再试。`, en: `${place} (${line.en}) did not answer as it should; it will be tried again.` }
  }
}

/** By the codes of Node, imapflow and nodemailer; their sentences change. */
function kindOf(thrown: unknown): TroubleKind {
  const codes = codesOf(thrown)
  const any = (...wanted: string[]) => codes.some((code) => wanted.includes(code))
  if (isPasswordRefused(thrown)) return 'password'
  if (any('ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME', 'EDNS', 'ENODATA')) return 'host'
  if (codes.some((code) => /^(?:ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/.test(code)) || any('ETLS', 'EREQUIRETLS') || (thrown as { tlsFailed?: boolean } | null)?.tlsFailed === true) return 'tls'
  if (any('ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'ECONNRESET', 'ESOCKET', 'ECONNECTION')) return 'port'
  return 'other'
}

function isPasswordRefused(thrown: unknown): boolean {
  const error = thrown as { authenticationFailed?: boolean; code?: unknown } | null
  return error?.authenticationFailed === true || error?.code === 'EAUTH' || error?.code === 'ENOAUTH'
}

/** Codes of an error and of what caused it. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = []
  for (let error = thrown, depth = 0; error !== null && typeof error === 'object' && depth < 5; depth++) {
    // nodemailer puts a code of its own over the one of the system.
    const { code, originalCode, cause } = error as { code?: unknown; originalCode?: unknown; cause?: unknown }
    for (const each of [code, originalCode]) if (typeof each === 'string') codes.push(each)
    error = cause
  }
  return codes
}
