import { AppError } from '../../../src-shared/errors.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'

/** A platform's refusal: its own code (never its sentence, which may repeat a customer's words) beside ours. */
export class PlatformRefusal extends AppError {
  readonly platformCode: string

  constructor(code: 'shop-credentials' | 'shop-permission' | 'shop-busy' | 'shop-refused', retryable: boolean, platformCode: string, say: LocalText) {
    super({ code, retryable, say })
    this.platformCode = /^[\w.:-]{1,80}$/u.test(platformCode) ? platformCode : 'unknown'
  }
}

const told = (code: string): string => (/^[\w.:-]{1,80}$/u.test(code) ? code : '?')

/** The keys or the authorisation do not fit or have run out. */
export const badCredentials = (code: string): PlatformRefusal => new PlatformRefusal('shop-credentials', false, code, {
  zh: `平台不认这组密钥或授权（${told(code)}）：请核对应用密钥；授权过期的，重新授权后填入新的令牌。`,
  en: `The platform does not accept these keys or this authorisation (${told(code)}). Check the app's key and secret; where the authorisation has run out, authorise again and enter the new token.`,
})
/** The app lacks the permission for this call. */
export const noPermission = (code: string): PlatformRefusal => new PlatformRefusal('shop-permission', false, code, {
  zh: `应用没有这个接口的权限（${told(code)}）：请在开放平台为应用申请订单与售后权限。`,
  en: `The app has no permission for this call (${told(code)}). Ask for the order and after-sale permissions on the platform's developer site.`,
})
/** Too many calls: later. */
export const tooFast = (code: string): PlatformRefusal => new PlatformRefusal('shop-busy', true, code, {
  zh: `平台限制了调用频率（${told(code)}），稍后自动再试。`, en: `The platform limits how often it may be asked (${told(code)}); it is tried again by itself.`,
})
/** The platform said no to this one thing. */
export const refusedBy = (code: string): PlatformRefusal => new PlatformRefusal('shop-refused', false, code, {
  zh: `平台没有接受这次请求（${told(code)}）。`, en: `The platform did not accept this request (${told(code)}).`,
})
/** The signature does not fit: almost always the secret. */
export const badSignature = (code: string): PlatformRefusal => new PlatformRefusal('shop-credentials', false, code, {
  zh: `签名对不上（${told(code)}）：多半是应用密钥（App Secret）填错了，请重新复制。`,
  en: `The signature does not fit (${told(code)}). Most likely the app secret is wrong; copy it again.`,
})
