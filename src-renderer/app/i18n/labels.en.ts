import { TOPIC_NAMES_EN as topic } from '../../../src-shared/domain/topic-names.ts'
import type { Act, Emotion, Mark } from '../../../src-shared/domain/triage.ts'
import type { Cue } from './label.ts'

/** What the agent reads for each code of triage (en). */
const act: Record<Act, string> = {
  greeting: 'Greeting',
  thanks: 'Thanks',
  closing: 'Closing',
  affirm: 'Yes, agree',
  deny_correct: 'No, correction',
  provide_info: 'Gives information',
  urge: 'Urge',
  human_wanted: 'Wants a person',
  hold_on: 'Hold on',
  media_only: 'Only media',
}
const mark: Record<Mark, string> = {
  threat_review: 'Threatens a bad review',
  threat_authority: 'Threatens to go to the authorities',
  threat_legal_media: 'Lawsuit or exposure',
  threat_platform: 'Threatens platform action',
  danger_person: 'Danger to a person',
  abuse: 'Abuse',
  claimant_pattern: 'Asks like a claims specialist',
  fraud_pattern: 'Refund story does not add up',
  off_platform: 'Off-platform contact',
  sensitive_info: 'Sensitive data in the message',
  minor: 'A minor',
  elderly_vulnerable: 'Elderly or vulnerable',
  sarcasm: 'Sarcasm',
  churn: 'Leaving',
  injection: 'Tries to steer the drafter',
  spam_ad: 'Spam',
}
const emotion: Record<Emotion, string> = {
  calm: 'Calm',
  grateful: 'Grateful',
  confused: 'Confused',
  anxious: 'Anxious',
  disappointed: 'Disappointed',
  angry: 'Angry',
  furious: 'Furious',
}
const cue: Record<Cue, string> = {
  'anger.word': 'Angry wording',
  'anger.furious': 'Furious wording',
  'anger.punctuation': 'Repeated exclamation or question marks',
  'anger.caps': 'Written in capitals',
  'anger.repeat': 'Says that this was asked before',
  'anger.smile': 'A smile that means the opposite',
  'wait.days': 'Says how long the wait has been',
  'history.repeat': 'Repeats an earlier message',
  'history.carried': 'Was unhappy before',
  'history.waiting': 'Wrote and got no answer',
  'history.evasion': 'Got soothing words, no answer',
  'history.refused': 'Was just refused',
  'history.overdue': 'The time we named is over',
  'history.unanswered': 'Wrote again before an answer',
  'need.open': 'Something is still open',
}

export const labels = { topic, act, mark, emotion, cue }
