import { AppError } from '../../src-shared/errors.ts'

/** No line, or none any more: nobody knows whether the call arrived. It is made again after the next catch-up. */
export function offline(cause?: unknown): AppError {
  return new AppError({ code: 'offline', retryable: true, say: { zh: '连接断开了，内容已存好，恢复后自动继续。', en: 'The line to the gateway is cut. Everything is kept and goes on when it is back.' } }, { cause })
}
