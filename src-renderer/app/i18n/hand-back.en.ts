/** Words for handing a conversation back to autopilot, in English. */
export const handBackEn = {
  'hand-back': 'Hand back to autopilot',
  'hand-back.hint': 'Asks the customer first; autopilot answers again only if they say yes',
  'hand-back.asked': 'Asked {{time}} whether autopilot may answer; until a yes it stays with you',
  'hand-back.agreed': 'Autopilot answers: the customer agreed {{time}}',
  'help.hand-back': 'Hand back to autopilot, if the customer agrees',
  'said.hand-back': 'The customer is asked. Autopilot answers again once they agree.',
} as const
