/** Words of the hand-over. */
export const handoverEn = {
  'handover.title': 'So far',
  'handover.taken': 'A colleague answered last. So far',
  'handover.note': 'Keep as internal note',
  'handover.go': 'Go to the message',
  'handover.copied': 'Show the reply and where it was copied',
  'handover.matter': 'About',
  'handover.order': 'Order',
  'handover.given': 'Given',
  'handover.asked': 'Asked',
  'handover.promised': 'Promised',
  'handover.refused': 'Refused',
  'handover.open': 'Open',
  'said.handover-noted': 'Kept as an internal note',
  'said.handover-none': 'Nothing to hand over yet: the conversation is short.',
  'help.hand-over': 'Summary into a note',
} as const
