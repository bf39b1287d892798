/** What stands in for a storage that the browser does not give a frame: it lasts as long as the page. */
class PageStorage implements Storage {
  private readonly items = new Map<string, string>()
  get length(): number { return this.items.size }
  clear(): void { this.items.clear() }
  getItem(key: string): string | null { return this.items.get(key) ?? null }
  key(index: number): string | null { return [...this.items.keys()][index] ?? null }
  removeItem(key: string): void { this.items.delete(key) }
  setItem(key: string, value: string): void { this.items.set(key, value) }
}

/** Merely to name a storage throws where a browser forbids it. */
export function usable(storage: () => Storage): Storage {
  try {
    const found = storage()
    found.setItem('deskmate.try', '1')
    found.removeItem('deskmate.try')
    return found
  } catch {
    return new PageStorage()
  }
}

/** Over visits, and of this tab alone. */
export const kept = usable(() => localStorage)
export const keptHere = usable(() => sessionStorage)
