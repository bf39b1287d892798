// Not parsed by zod: the page carries none, and its policy would refuse what zod tries at load.
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The conversation that this window shows and nothing else; null: it is the desk. @param search of the page's address */
export function aloneWith(search: string): string | null {
  const id = new URLSearchParams(search).get('conversation') ?? ''
  return ID.test(id) ? id : null
}

/** Is this window the side panel? @param search of the page's address */
export const isSide = (search: string): boolean => new URLSearchParams(search).has('side')

/** Can the shell open another window? Not in a browser, where the page is developed. */
export const hasOtherWindows = (): boolean => window.deskmate !== undefined

/** From the desk to a conversation's own window, and back. */
export function goToOtherWindow(conversationId: string | null): void {
  if (conversationId !== null) window.deskmate?.otherWindow(conversationId)
}
