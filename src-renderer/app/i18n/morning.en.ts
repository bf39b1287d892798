/** The card about the night, in English. */
export const morningEn = {
  'morning': 'While you were away',
  'morning.answered_one': '{{count}} answered',
  'morning.answered_other': '{{count}} answered',
  'morning.left_one': '{{count}} waits for you',
  'morning.left_other': '{{count}} wait for you',
  'morning.left.none': 'nobody waits any more',
  'morning.upset_one': '{{count}} of them upset',
  'morning.upset_other': '{{count}} of them upset',
  'morning.promises_one': '{{count}} promise due today',
  'morning.promises_other': '{{count}} promises due today',
  'morning.show': 'Who waits',
  'morning.hide': 'Fold up',
  'morning.since': 'since {{time}}',
  'morning.upset.mark': 'Upset',
  'morning.dismiss': 'Put away for today',
  'said.morning-away': 'Put away for today: what happened in the night',
} as const
