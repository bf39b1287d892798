import type { Desk } from './desk.ts'

/** Shows a conversation that the side panel still keeps, in its own window. @throws CallError `side-gone` */
export async function openBeside(desk: Desk, looseId: string): Promise<void> {
  await desk.client.call('side.open', { looseId })
  window.deskmate?.side('open')
}
