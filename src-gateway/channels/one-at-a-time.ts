/** Runs work of the same key one after the other, work of different keys side by side; a failure stops nobody behind it. */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, mine)
    const forget = () => { if (last.get(key) === mine) last.delete(key) }
    mine.then(forget, forget)
    return mine
  }
}
