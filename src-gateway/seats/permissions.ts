import type { Permission } from '../../src-shared/domain/roles.ts'
import type { SeatCall, SeatParams } from '../../src-shared/wire/seat.ts'

/** What each call asks of whoever makes it; one that is missing here does not compile. Some depend on what is asked. */
export const SEAT_PERMISSIONS: { [C in SeatCall]: Permission | ((params: SeatParams<C>) => Permission) } = {
  hello: 'see', snapshot: 'see', pull: 'see', live: 'see', 'policy.history': 'see', 'orders.find': 'see',
  // Stopped words go for a reason that only some may give.
  send: ({ override }) => (override === undefined ? 'answer' : 'lead'), recall: 'answer', lease: 'answer', status: 'answer', disposition: 'answer', snooze: 'answer', note: 'answer', markOrder: 'answer',
  followUp: 'answer', changeFollowUp: 'answer', perform: 'answer', 'case.act': 'answer', 'phrase.put': 'answer', 'phrase.remove': 'answer', typing: 'answer', demo: 'answer',
  'delivery.again': 'answer', 'delivery.giveUp': 'answer',
  'channels.list': 'administer', 'channels.save': 'administer', 'channels.test': 'administer', 'channels.enable': 'administer', 'channels.remove': 'administer',
  'channels.publicUrl': 'administer', 'channels.letters': 'administer', 'channels.takeAgain': 'administer', 'channels.dropLetter': 'administer',
  'webChat.read': 'administer', 'webChat.put': 'administer', 'webChat.newSecret': 'administer', 'webChat.dropSecret': 'administer',
  'policy.put': 'lead', 'policy.decide': 'lead', 'shopRules.put': 'lead', 'workflow.put': 'lead', 'workflow.use': 'lead', 'customer.watch': 'lead',
  // A desk demotes by itself, whoever sits at it; what a person holds back or lets go on is a matter of the shop.
  'autopilot.hold': ({ why }) => (why === 'person' ? 'lead' : 'answer'),
  // Anybody may pull the brake.
  pauseAutopilot: ({ paused }) => (paused ? 'answer' : 'lead'),
  'presence.tell': 'see', 'routing.note': 'answer', 'routing.transfer': 'answer', 'routing.answer': 'answer', 'routing.withdraw': 'answer', 'routing.takeOver': 'lead', whisper: 'lead',
  // Own sessions are everybody's own; the calls look whose it is.
  'people.list': 'see', 'people.endSession': 'see', 'people.password': 'see',
  'people.put': 'administer', 'people.invite': 'administer', 'people.uninvite': 'administer', 'people.reach': 'administer', 'audit.page': 'administer', 'audit.verify': 'administer',
  'review.ask': 'answer', 'review.withdraw': 'answer', 'review.decide': 'lead', 'review.undo': 'lead',
  'shops.list': 'lead', 'shops.test': 'administer', 'shops.put': 'administer', 'shops.remove': 'administer', 'shops.decide': 'lead', 'shops.letter': 'lead',
  'integrations.list': 'administer', 'integrations.makeKey': 'administer', 'integrations.revokeKey': 'administer', 'integrations.saveWebhook': 'administer', 'integrations.newSecret': 'administer',
  'integrations.enableWebhook': 'administer', 'integrations.removeWebhook': 'administer', 'integrations.testWebhook': 'administer', 'integrations.resend': 'administer', 'integrations.forget': 'administer',
  'warehouse.test': 'administer', 'warehouse.put': 'administer', 'warehouse.remove': 'administer',
  // For somebody else it asks for more; the call looks whose it is.
  'shift.make': 'answer', 'shift.answer': 'answer', 'shift.withdraw': 'answer',
  'ticket.make': 'answer', 'ticket.change': 'answer', 'ticket.comment': 'answer',
  'incident.put': 'lead', 'incident.end': 'lead', 'campaign.put': 'lead', 'campaign.switch': 'lead',
  'outcomes.tell': 'answer', 'outcomes.read': 'lead',
}

export function permissionFor<C extends SeatCall>(call: C, params: SeatParams<C>): Permission {
  const needs = SEAT_PERMISSIONS[call]
  return typeof needs === 'function' ? needs(params) : needs
}

/** Calls that write nothing worth a line: they come by themselves, only ask, or write their own line. */
const UNRECORDED: ReadonlySet<SeatCall> = new Set<SeatCall>(['lease', 'typing', 'demo', 'routing.note', 'audit.page', 'audit.verify', 'outcomes.tell', 'outcomes.read'])

export const isRecorded = (call: SeatCall, needs: Permission): boolean => needs !== 'see' && !UNRECORDED.has(call)

/** Calls that write in transactions of their own, because they ask another system in between. */
const BESIDES: ReadonlySet<SeatCall> = new Set<SeatCall>(['perform', 'case.act', 'shops.put', 'shops.remove', 'shops.decide', 'shops.letter', 'warehouse.put', 'warehouse.remove', 'channels.save', 'channels.enable', 'channels.remove', 'channels.publicUrl', 'channels.takeAgain', 'channels.dropLetter', 'integrations.testWebhook', 'integrations.resend'])
export const writesBesides = (call: SeatCall): boolean => BESIDES.has(call)
