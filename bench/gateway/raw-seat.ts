import { WebSocket } from 'ws'

/** A connection that reads as fast as it can and understands only as much as must be checked, so that hundreds fit beside the server. */
export interface RawSocket {
  /** Frames with pushed events so far. */
  readonly pushes: number
  /** Does the last push hold these words? */
  lastHas(words: string): boolean
  close(): void
}

/**
 * socket.io by hand: connects, makes the calls in turn and waits for their acknowledgements.
 * @param calls name and argument; no argument: only the acknowledgement is sent
 */
export async function connectRaw(url: string, auth: object, calls: readonly (readonly [string, object?])[]): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`)
  let pushes = 0
  let last = ''
  let acknowledged: (frame: string) => void = () => undefined
  let connected: () => void = () => undefined
  const up = new Promise<void>((resolve) => { connected = resolve })
  socket.on('message', (data: Buffer) => {
    const frame = data.toString('latin1', 0, 3)
    if (frame.startsWith('42')) {
      pushes += 1
      last = data.toString('latin1')
    } else if (frame.startsWith('43')) acknowledged(data.toString())
    else if (frame.startsWith('40')) connected()
    else if (frame.startsWith('2')) socket.send('3')
    else if (frame.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  await up
  for (const [at, [name, argument]] of calls.entries()) {
    const answer = new Promise<string>((resolve) => { acknowledged = resolve })
    socket.send(`42${at}${JSON.stringify(argument === undefined ? [name] : [name, argument])}`)
    await answer
  }
  return { get pushes() { return pushes }, lastHas: (words) => last.includes(words), close: () => { socket.terminate() } }
}
