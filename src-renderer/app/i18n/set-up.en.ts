/** Connecting a channel or a shop, in English. */
export const setUpEn = {
  'setup.change': 'Change', 'setup.enable': 'Switch on', 'setup.disable': 'Switch off', 'setup.remove': 'Remove', 'setup.remove.do': 'Remove it', 'setup.remove.keep': 'Keep it',
  'setup.name': 'Name here', 'setup.presets': 'Fill in for', 'setup.more': 'Seldom needed', 'setup.optional': '(optional)', 'setup.secret.set': 'One is saved; leave this empty to keep it.',
  'setup.hook': 'Address for the other side', 'setup.save': 'Save', 'setup.test': 'Test', 'setup.back': 'Back', 'setup.busy': 'One moment …', 'setup.saved': 'Saved.', 'setup.test.well': 'Everything works.',
} as const
