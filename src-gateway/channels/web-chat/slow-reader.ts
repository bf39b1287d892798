/** What may wait for one browser, in bytes: a browser that reads takes it at once, and one that does not comes back later. */
export const WAITING_MAX_BYTES = 2 * 1024 * 1024

/** The part of engine.io's socket that this needs; `drain` tells that what waited went to the network. */
export interface Connection {
  on(event: 'packetCreate', listener: (packet: { data?: unknown }) => void): unknown
  on(event: 'drain', listener: () => void): unknown
  close(discard: boolean): unknown
  transport: object
}

/**
 * Drops a connection when more than `maxBytes` wait for it, so that a browser that asks and never reads cannot fill the
 * gateway's memory. Nothing is lost by it: the page connects again and asks on from the last message it has.
 */
export function dropSlowReader(connection: Connection, onDropped: () => void, maxBytes = WAITING_MAX_BYTES): void {
  let waiting = 0
  let dropped = false
  connection.on('packetCreate', ({ data }) => {
    waiting += typeof data === 'string' ? Buffer.byteLength(data) : 0
    if (dropped || waiting <= maxBytes) return
    dropped = true
    const { transport } = connection
    connection.close(true)
    terminate(transport)
    onDropped()
  })
  connection.on('drain', () => { waiting = 0 })
}

/** A websocket that is closed in order keeps its buffer for up to 30 s, until the other side agrees; engine.io knows no other way. */
function terminate(transport: object): void {
  const { socket } = transport as { socket?: { terminate?: () => void } }
  socket?.terminate?.()
}
