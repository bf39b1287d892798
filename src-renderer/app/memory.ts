/** Small things that this window remembers between starts. Never a customer's or an agent's words. */
type Key = 'send-key-asked' | 'hints-dismissed' | 'theme' | 'language' | 'density' | 'text-size' | 'last-open' | 'collapsed-sections' | 'copilot-beside'

export function remembered(key: Key): string | null {
  try {
    return localStorage.getItem(`deskmate.${key}`)
  } catch {
    // Storage may be refused to the page; then it simply does not remember.
    return null
  }
}

export function remember(key: Key, value: string): void {
  try {
    localStorage.setItem(`deskmate.${key}`, value)
  } catch {
    // As above.
  }
}
