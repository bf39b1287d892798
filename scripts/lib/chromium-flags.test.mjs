import { describe, expect, it } from 'vitest'
import { chromiumFlags } from './chromium-flags.mjs'

const desktop = { isVirtualDisplay: false, isRoot: false, platform: /** @type {const} */ ('linux'), sharedMemory: 8e9 }

describe('Chromium’s flags', () => {
  it('on a person’s desktop the sandbox and the GPU stay on', () => {
    expect(chromiumFlags(desktop)).toEqual([])
  })

  it('as root in a small container without a screen it starts nevertheless', () => {
    expect(chromiumFlags({ ...desktop, isRoot: true, isVirtualDisplay: true, sharedMemory: 64e6 })).toEqual(['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'])
  })

  it('an administrator’s Mac keeps its sandbox', () => {
    expect(chromiumFlags({ ...desktop, platform: 'darwin', isRoot: true, sharedMemory: 0 })).toEqual([])
  })
})
