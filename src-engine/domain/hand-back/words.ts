/**
 * What the customer is asked before autopilot answers again (GB/T 47746-2026, 5.2.3). Each ends in a question: a short
 * "ok" after it is an answer, where after a statement it would end the talk.
 */
const WORDS = {
  zh: '接下来由自动助手先为您答复，可以吗？回复“可以”即可；随时说“人工”就会转回我。',
  en: 'Our automatic assistant can answer you from here; say “agent” at any time and I am back. Is that all right with you? Then reply “yes”.',
}

/** @param language of the customer, as triage tells it: `zh`, `en`, … */
export const handBackWords = (language: string): string => WORDS[language.startsWith('zh') ? 'zh' : 'en']
