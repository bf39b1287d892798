import { AppError } from '../../../src-shared/errors.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'

/** What went wrong with a platform, for whoever sets it up. */
export function sayOf(thrown: unknown): LocalText {
  if (thrown instanceof AppError && thrown.code === 'shop-unreachable') return { zh: '连不上平台：请检查网络和地址，稍后再试。', en: 'The platform cannot be reached: check the network and the address, and try again later.' }
  if (thrown instanceof AppError) return thrown.say
  return { zh: '平台的回答与文档不符，读不懂。', en: 'The platform’s answer is not as documented and is not understood.' }
}
