import { Server } from 'socket.io'

/** The least that any server on this transport does: an acknowledgement, and the same words to everybody in a room. */
const io = new Server(0, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  socket.on('live', (acknowledge: () => void) => {
    void socket.join('live')
    acknowledge()
  })
  socket.on('send', (message: { id: string; text: string }, acknowledge: () => void) => {
    acknowledge()
    io.to('live').emit('events', { events: [message] })
  })
})
io.httpServer.once('listening', () => {
  const address = io.httpServer.address()
  process.stdout.write(`ready ${JSON.stringify({ port: typeof address === 'object' ? address?.port : null })}\n`)
})
