/** What the record names by the calls of the protocol, in the order of a list; other names are shown as they are. */
export const DEEDS = [
  'sign-in', 'sign-out', 'join', 'token-elsewhere', 'people.invite', 'people.uninvite', 'people.put', 'people.password', 'people.endSession', 'people.reach',
  'send', 'recall', 'status', 'disposition', 'snooze', 'note', 'markOrder', 'followUp', 'changeFollowUp', 'perform', 'case.act', 'phrase.put', 'phrase.remove',
  'routing.transfer', 'routing.answer', 'routing.withdraw', 'routing.takeOver', 'whisper', 'review.ask', 'review.withdraw', 'review.decide', 'review.undo', 'ticket.make', 'ticket.change', 'ticket.comment',
  'policy.put', 'policy.decide', 'workflow.put', 'workflow.use', 'autopilot.hold', 'pauseAutopilot', 'customer.watch',
  'integrations.makeKey', 'integrations.revokeKey', 'integrations.saveWebhook', 'integrations.removeWebhook', 'api.sendMessage', 'api.writeNote', 'api.createTicket', 'api.updateTicket', 'backup', 'restore',
  'channels.list', 'channels.save', 'channels.test', 'channels.enable', 'channels.remove', 'channels.publicUrl', 'channels.letters', 'channels.takeAgain', 'channels.dropLetter', 'delivery.again', 'delivery.giveUp',
  'shops.list', 'shops.test', 'shops.put', 'shops.remove', 'shops.decide', 'shops.letter',
  'webChat.read', 'webChat.put', 'webChat.newSecret', 'webChat.dropSecret', 'shopRules.put', 'integrations.list', 'integrations.newSecret', 'integrations.enableWebhook', 'integrations.testWebhook', 'integrations.resend', 'integrations.forget', 'warehouse.test', 'warehouse.put', 'warehouse.remove', 'shift.make', 'shift.answer', 'shift.withdraw', 'incident.put', 'incident.end', 'campaign.put', 'campaign.switch',
] as const
export type Deed = (typeof DEEDS)[number]

export const isDeed = (what: string): what is Deed => DEEDS.some((deed) => deed === what)
