/**
 * A name as people will read it: without control characters and without the invisible marks that turn the direction of
 * the text around it (Unicode Bidi_Control).
 */
export function plainName(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim()
}
