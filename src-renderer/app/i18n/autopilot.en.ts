/** The page about what autopilot does and may do, in English. */
export const autopilotEn = {
  'autopilot': 'Autopilot',
  'autopilot.tabs': 'Pages',
  'autopilot.tab.doings': 'What it did',
  'doings.none': 'Autopilot has taken up nothing yet. What it answers by itself is listed here, with the rules that let it.',
  'doings.failed': 'This could not be read. Nothing is lost; try again.',
  'doings.open': 'Open the conversation with {{name}}',
  'doings.gone': 'The words are no longer here.',
  'doing.undo': 'goes out soon',
  'doing.sending': 'on its way',
  'doing.done': 'sent',
  'doing.undone': 'stopped by a person',
  'doing.handed-over': 'left to a person',
  'doing.rules': 'Because of {{rules}}',
} as const
