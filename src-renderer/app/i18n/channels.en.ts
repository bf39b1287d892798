/** Words of the page about channels, in English. */
export const channelsEn = {
  'team.tab.channels': 'Channels',
  'channels.admins': 'Channels are connected and changed by admins.',
  'channels.connected': 'Connected', 'channels.none': 'Only the built-in web chat so far. Choose below what to connect.',
  'channels.add': 'Connect a channel',
  'channels.well': 'Working', 'channels.trouble': 'In trouble', 'channels.off': 'Off',
  'channels.remove.means': 'Remove “{{name}}”? Its conversations stay here; what customers write there no longer arrives, and replies that still wait do not go out. Its secrets are deleted.',
  'channels.waiting_one': '{{count}} reply waits to go out.', 'channels.waiting_other': '{{count}} replies wait to go out.',
  'channels.stuck_one': '{{count}} thing needs you: see below.', 'channels.stuck_other': '{{count}} things need you: see below.',
  'channels.hook.help': 'Enter it there. It can be reached from outside only under a public address (below the list of channels).',
  'channels.letters': 'Has not gone through', 'channels.letter.out': 'Reply not delivered', 'channels.letter.in': 'Not understood',
  'channels.letter.unsure': 'It may have reached the customer: look there before you try again.', 'channels.letter.read': 'Read it', 'channels.letter.again': 'Try again', 'channels.letter.drop': 'Give up',
  'channels.public': 'Public address of this gateway', 'channels.public.help': 'Where a reverse proxy with TLS serves {{url}} to the world. Empty: reachable on this machine only. This opens nothing by itself.',
  'delivery.outside.waiting': 'Not delivered yet, it is tried again: {{why}}', 'delivery.outside.failed': 'Not delivered: {{why}}', 'delivery.outside.unsure': 'May not have been delivered: {{why}}', 'delivery.outside.given-up': 'Not delivered, given up.',
  'delivery.outside.again': 'Try again',
} as const
