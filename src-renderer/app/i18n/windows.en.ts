/** Conversations in windows of their own. */
export const windowsEn = {
  'window.own': 'Open in its own window',
  'window.desk': 'Back to the desk',
  'help.window.own': 'This conversation in its own window, and back',
} as const
