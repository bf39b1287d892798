/** Mails of one sender within WINDOW that are taken; the others stay in the mailbox. */
const MOST = 40
/** Milliseconds. */
const WINDOW = 10 * 60_000
/** Senders remembered at once. */
const SENDERS = 5_000

/**
 * Keeps one sender from filling the desk. It counts by the time at which mails arrived, so that a weekend's post read on
 * Monday is no flood. `first`: the first of a window that is not taken; `more`: one after it.
 */
export function floodGate(): (sender: string, arrivedAt: number) => 'take' | 'first' | 'more' {
  const windows = new Map<string, { from: number; count: number }>()
  return (sender, arrivedAt) => {
    const known = windows.get(sender)
    const window = known !== undefined && arrivedAt - known.from < WINDOW ? known : { from: arrivedAt, count: 0 }
    window.count++
    windows.delete(sender)
    windows.set(sender, window)
    const [oldest] = windows.keys()
    if (windows.size > SENDERS && oldest !== undefined) windows.delete(oldest)
    if (window.count <= MOST) return 'take'
    return window.count === MOST + 1 ? 'first' : 'more'
  }
}
