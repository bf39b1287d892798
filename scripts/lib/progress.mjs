// Short human lines on standard error; standard output belongs to the commands themselves.

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** @param {number} ms */
export function seconds(ms) {
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * Says what is being done, every 20 s that it is still going on, and how long it took.
 * @template T
 * @param {string} who the command that speaks, such as `set-up`
 * @param {string} what a noun, such as `npm packages`
 * @param {string} doing what is going on, such as `installing npm packages`
 * @param {() => Promise<T>} work
 */
export async function step(who, what, doing, work) {
  const began = Date.now()
  say(`${who}: ${doing}`)
  const timer = setInterval(() => say(`${who}: still ${doing} (${seconds(Date.now() - began)})`), 20_000)
  try {
    const result = await work()
    say(`${who}: ${what} … ${seconds(Date.now() - began)}`)
    return result
  } finally {
    clearInterval(timer)
  }
}
