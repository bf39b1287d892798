/** Named moments of a start, on the page's performance timeline. `inbox`: the queue is painted and takes keys. */
type Moment = 'inbox'

/** Does something when what was just rendered has been painted. */
export function afterPaint(work: () => void): void {
  // A task of its own comes after the paint.
  requestAnimationFrame(() => setTimeout(work))
}

/** Notes a moment once, when what was just rendered has been painted. */
export function markPainted(moment: Moment): void {
  const name = `deskmate:${moment}`
  afterPaint(() => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name)
  })
}
