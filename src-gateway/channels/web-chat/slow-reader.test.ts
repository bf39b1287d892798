import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { dropSlowReader } from './slow-reader.ts'

class Line extends EventEmitter {
  closed: boolean[] = []
  terminated = 0
  transport: object = { socket: { terminate: () => { this.terminated += 1 } } }
  close(discard: boolean): void {
    this.closed.push(discard)
  }
  packet(data: string): void {
    this.emit('packetCreate', { data })
  }
}

test('G-63 a browser that takes what it gets stays, one for which too much waits is dropped once and for all: memory filled by answers nobody reads', () => {
  const line = new Line()
  let dropped = 0
  dropSlowReader(line, () => { dropped += 1 }, 100)
  for (let packets = 0; packets < 10; packets += 1) {
    line.packet('长'.repeat(30))
    line.emit('drain')
  }
  expect([line.closed, line.terminated, dropped]).toEqual([[], 0, 0])
  for (let packets = 0; packets < 4; packets += 1) line.packet('长'.repeat(15))
  expect([line.closed, line.terminated, dropped]).toEqual([[true], 1, 1])
})

test('G-63 a browser on long polling is dropped too: a transport that has no websocket to end', () => {
  const line = new Line()
  line.transport = {}
  dropSlowReader(line, () => undefined, 100)
  line.packet('x'.repeat(101))
  expect(line.closed).toEqual([true])
})
