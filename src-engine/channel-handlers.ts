import { CHANNEL_CALLS, type ChannelCalls } from '../src-shared/contract/channels.ts'
import { AppError, toAppError } from '../src-shared/errors.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'

function unreachable(cause?: unknown): AppError {
  return new AppError({
    code: 'team-offline', retryable: true,
    say: { zh: '现在连不上网关，没有改动。连上后再试。', en: 'There is no connection to the gateway, so nothing was changed. Try again once it is back.' },
  }, { cause })
}

/** Lines to channels of others belong to the gateway alone: this desk asks, and keeps nothing of it. */
export function channelHandlers(engine: Engine): Pick<Handlers, keyof ChannelCalls> {
  const ask = (call: keyof ChannelCalls) => async (params: never) => {
    if (!engine.live.caughtUp) throw unreachable()
    try {
      return await engine.link.call(call, params)
    } catch (thrown) {
      const error = toAppError(thrown)
      throw error.code === 'offline' ? unreachable(thrown) : error
    }
  }
  return Object.fromEntries((Object.keys(CHANNEL_CALLS) as (keyof ChannelCalls)[]).map((call) => [call, ask(call)])) as unknown as Pick<Handlers, keyof ChannelCalls>
}
