import { describe, expect, it } from 'vitest'
import { isNoise, noiseFilter } from './noise.mjs'

describe('Chromium’s noise on standard error', () => {
  it.each([
    '[14356:1123/032251.483532:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket',
    '[14356:1123/032251.483532:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
    '[77:99:1123/032251.483532:WARNING:gpu_process_host.cc(1)] GPU process exited',
    'libva error: vaGetDriverNameByIndex() failed',
  ])('is dropped: %s', (line) => {
    expect(isNoise(line)).toBe(true)
  })

  it.each([
    '[14356:1123/032251.483532:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found',
    '[14356:1123/032251.483532:INFO:CONSOLE(12)] "Uncaught TypeError", source: app://x (12)',
    'Error: the engine did not start',
    '[engine] ERROR: disk full',
    '[2026-11-23T03:22:51.483Z] ERROR bus.cc',
    '',
  ])('never swallows what a person has to see: %s', (line) => {
    expect(isNoise(line)).toBe(false)
  })

  it('noise that arrives in pieces is recognised, and text around it is kept whole', () => {
    let seen = ''
    const filter = noiseFilter((text) => { seen += text })
    for (const piece of ['one\n[1:0101/0', '00000.000000:ERROR:bus.cc(4', ')] x\ntw', 'o\n', 'last words']) filter.push(piece)
    filter.end()
    expect(seen).toBe('one\ntwo\nlast words')
  })
})
