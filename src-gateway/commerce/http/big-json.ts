import type { Json } from '../rest/template.ts'

/**
 * JSON as the platforms write it: numbers of orders and after-sale cases have up to 19 digits and would lose their last ones as
 * a JavaScript number, so a whole number of 16 digits or more becomes a text. @throws SyntaxError when it is no JSON
 */
export function parseJson(text: string): Json {
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gu, (found) => (found.startsWith('"') ? found : `"${found}"`))) as Json
}
