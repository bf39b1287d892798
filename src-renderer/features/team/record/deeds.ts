/** What the record names by the calls of the protocol, in the order of a list; other names are shown as they are. */
export const DEEDS = [
  'sign-in', 'sign-out', 'join', 'token-elsewhere', 'people.invite', 'people.uninvite', 'people.put', 'people.password', 'people.endSession', 'people.reach',
  'send', 'recall', 'status', 'disposition', 'snooze', 'note', 'markOrder', 'followUp', 'changeFollowUp', 'perform', 'case.act', 'phrase.put', 'phrase.remove',
  'policy.put', 'policy.decide', 'autopilot.hold', 'pauseAutopilot',
] as const
export type Deed = (typeof DEEDS)[number]

export const isDeed = (what: string): what is Deed => DEEDS.some((deed) => deed === what)
