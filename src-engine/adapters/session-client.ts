import { hostname } from 'node:os'
import { AppError, AppErrorShape } from '../../src-shared/errors.ts'
import { INVITATION_PATH, type Join, SESSION_PATH, SignedIn, type SignIn } from '../../src-shared/wire/seat-people.ts'

/** Longer than a password takes to compare on a busy machine, in milliseconds. */
const ANSWER_MS = 30_000

const unreachable = (cause?: unknown): AppError => new AppError({
  code: 'gateway-unreachable', retryable: true,
  say: { zh: '这个地址没有回应：请核对地址；对方的电脑要开着 Deskmate，并已允许其他电脑连接。', en: 'Nothing answers at this address. Check it; on the other computer Deskmate has to run and other computers have to be let in.' },
}, { cause })
const noGateway = (): AppError => new AppError({
  code: 'no-gateway', retryable: false, say: { zh: '这个地址上不是 Deskmate 网关，请核对地址和端口。', en: 'There is no Deskmate gateway at this address; check the address and its port.' },
})
const noAddress = (): AppError => new AppError({
  code: 'bad-address', retryable: false, say: { zh: '地址应像 http://192.168.1.20:4710 这样。', en: 'An address looks like http://192.168.1.20:4710.' },
})

/** What this desk is called in the list of sessions. */
export const deskLabel = (): string => hostname().slice(0, 80)

/** The origin of an address as people type it; `192.168.1.20:4710` is meant as http. @throws AppError `bad-address` */
export function gatewayAddress(typed: string): string {
  const text = typed.trim()
  const url = /^https?:\/\//i.test(text) ? text : `http://${text}`
  if (!URL.canParse(url)) throw noAddress()
  const { protocol, origin, hostname: host } = new URL(url)
  if (!/^https?:$/.test(protocol) || host === '') throw noAddress()
  return origin
}

/** Gets a session by name and password, or by an invitation. @throws AppError of the gateway, `gateway-unreachable`, `no-gateway` */
export const signInAt = (address: string, wish: SignIn): Promise<SignedIn> => post(address, SESSION_PATH, wish)
export const joinAt = (address: string, wish: Join): Promise<SignedIn> => post(address, INVITATION_PATH, wish)

async function post(address: string, path: string, body: SignIn | Join): Promise<SignedIn> {
  const response = await ask(`${address}${path}`, { method: 'POST', body: JSON.stringify(body) })
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const signedIn = SignedIn.safeParse(json)
    if (!signedIn.success) throw noGateway()
    return signedIn.data
  }
  const refused = AppErrorShape.safeParse((json as { error?: unknown } | null)?.error)
  throw refused.success ? new AppError(refused.data) : noGateway()
}

/** Gives a session back; a gateway that cannot be reached forgets it by itself in time. */
export async function signOutAt(address: string, token: string): Promise<void> {
  await ask(`${address}${SESSION_PATH}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }).catch(() => undefined)
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) })
  } catch (cause) {
    throw unreachable(cause)
  }
}
