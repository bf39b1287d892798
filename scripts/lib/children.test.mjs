import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { capture } from './children.mjs'

const CHILDREN = new URL('children.mjs', import.meta.url).href
const isAlive = (/** @type {number} */ pid) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('what we started ends with us, also when we were killed and could tidy nothing up', async () => {
  const program = `const { start } = await import(${JSON.stringify(CHILDREN)})
    console.log(start('sleep', ['60'], { stdio: 'ignore', group: true }).pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [text] = await once(parent.stdout, 'data')
  const pid = Number(text)
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(50)
  expect(isAlive(pid)).toBe(false)
})

it('a command that hangs is stopped in time, with the processes it started', async () => {
  const began = Date.now()
  const { code, log } = await capture('sh', ['-c', 'sleep 60 & wait'], { timeoutMs: 200 })
  expect(code).not.toBe(0)
  expect(log).toContain('stopped after')
  // The grandchild holds our pipe: were it left behind, this would have taken a minute.
  expect(Date.now() - began).toBeLessThan(10_000)
})

it('a command that does not exist is a failure with a message, not a crash', async () => {
  const { code, log } = await capture('no-such-command-anywhere', [])
  expect(code).toBe(127)
  expect(log).toContain('ENOENT')
})
