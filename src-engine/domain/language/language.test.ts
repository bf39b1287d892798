import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createHeads, createTriage, parseLexicon } from '../triage/index.ts'
import { createIdentifier, parseLanguageModel, writeLanguageModel } from './model.ts'
import { trainLanguageModel, type LanguageLine } from './train.ts'

const file = () => new Uint8Array(readFileSync(new URL('../../../resources/models/language.bin', import.meta.url)))
const lexicon = parseLexicon(JSON.parse(readFileSync(new URL('../../../resources/triage/lexicon.json', import.meta.url), 'utf8')))
const identify = createIdentifier(parseLanguageModel(file()))
const triage = createTriage(lexicon, identify, { heads: createHeads(readFileSync(new URL('../../../resources/models/triage.bin', import.meta.url))) })
const AT = Date.UTC(2026, 3, 20, 4)
const tell = (text: string) => triage({ text, at: AT, attachments: 0, history: [] }).language

/** Written for this test, in the words of people who wait for a parcel. */
const SAID: [text: string, code: string][] = [
  ['Gdzie jest moja paczka? Czekam już dwa tygodnie', 'pl'], ['Kde je moje zásilka? Čekám už týden', 'cs'], ['Unde este coletul meu? Aștept de două săptămâni', 'ro'],
  ['Hol van a csomagom? Már két hete várok', 'hu'], ['Waar blijft mijn pakketje? Ik wacht al twee weken', 'nl'], ['Var är mitt paket? Jag har väntat i två veckor', 'sv'],
  ['Missä pakettini on? Olen odottanut kaksi viikkoa', 'fi'], ['Kur mano siunta? Laukiu jau dvi savaites', 'lt'], ['Kus on minu pakk? Olen oodanud kaks nädalat', 'et'],
  ['Где моя посылка? Жду уже две недели', 'ru'], ['Де моя посилка? Чекаю вже два тижні', 'uk'], ['Къде е пратката ми? Чакам вече две седмици', 'bg'],
  ['کالای من کجاست؟ دو هفته است منتظرم', 'fa'], ['میرا پارسل کہاں ہے؟ دو ہفتے ہو گئے', 'ur'], ['أين طردي؟ أنتظر منذ أسبوعين', 'ar'],
  ['माझे पार्सल कुठे आहे? मी दोन आठवड्यांपासून वाट पाहत आहे', 'mr'], ['मेरा पार्सल कहाँ है? मैं दो हफ्ते से इंतज़ार कर रहा हूँ', 'hi'],
  ['Nasaan na ang order ko? Dalawang linggo na akong naghihintay', 'tl'], ['Kifurushi changu kiko wapi? Nimesubiri wiki mbili', 'sw'],
  ['Kolim qayerda? Où est mon colis, cela fait deux semaines', 'fr'], ['On és el meu paquet? Fa dues setmanes que espero', 'ca'], ['Hvar er pakkinn minn? Ég hef beðið í tvær vikur', 'is'],
  ['Bagaimana cara mengembalikan barang ini? Uangnya kapan kembali', 'id'], ['Siparişimi iptal etmek istiyorum, param ne zaman yatar', 'tr'], ['Tôi muốn trả hàng, bao giờ được hoàn tiền', 'vi'],
]

test.each(SAID)('T-14 a customer’s language is told by its letters, beyond the languages we have words for: %s', (text, code) => {
  expect(tell(text).code).toBe(code)
})

test.each([
  ['hello', 'en'], ['where', 'en'], ['gracias', 'es'], ['bonjour', 'fr'], ['danke', 'de'], ['а где посылка?', 'ru'], ['ขอบคุณค่ะ', 'th'], ['好的', 'zh'], ['ありがとう', 'ja'], ['네', 'ko'], ['ພັດສະດຸຢູ່ໃສ', 'lo'],
])('T-14 one word is enough where it can be: %s', (text, code) => {
  expect(tell(text).code).toBe(code)
})

test.each(['¿Dónde está mi pedido?', '¿Por qué no responde nadie?', '¿Hola?', '¡ Es una estafa !', 'hola, ¿qué talla es?'])('T-14 a question or call that opens with its sign is Spanish (a letter model takes half of them for Portuguese): %s', (text) => {
  expect(tell(text)).toEqual({ code: 'es', confidence: 0.95 })
})

test.each([['Onde está meu pedido?', 'pt'], ['where is my order¿', 'en'], ['what ¡¡¡', 'en'], ['到哪了¿', 'zh'], ['¿где посылка?', 'ru']])('T-14 the same sign elsewhere, or in another script, makes no Spanish: %s', (text, code) => {
  expect(tell(text).code).toBe(code)
})

test('T-14 doubt shows: a word that many languages share is less sure than a sentence, and a number says nothing', () => {
  expect(identify('normal')?.confidence).toBeLessThan(0.6)
  expect(identify('Waar blijft mijn pakketje? Ik wacht al twee weken')?.confidence).toBeGreaterThan(0.95)
  expect(identify('12345 !!!')).toBeNull()
})

const LINES: LanguageLine[] = [
  ...['the parcel is not here', 'where is my order', 'please send it again', 'i want my money back', 'thank you very much'].map((text) => ({ text, code: 'en' })),
  ...['das paket ist nicht hier', 'wo ist meine bestellung', 'bitte noch einmal schicken', 'ich will mein geld', 'vielen dank und gruß'].map((text) => ({ text, code: 'de' })),
]

test('T-15 the same lines and seed make the same model bit for bit, and what is written can be read', () => {
  const bytes = writeLanguageModel(trainLanguageModel(LINES, 7))
  expect(bytes).toEqual(writeLanguageModel(trainLanguageModel(LINES, 7)))
  expect(bytes).not.toEqual(writeLanguageModel(trainLanguageModel(LINES, 8)))
  expect(createIdentifier(parseLanguageModel(bytes))('wo ist das geld')?.code).toBe('de')
})

test('T-15 a file that is cut off, longer, or something else is refused in one sentence instead of telling nonsense', () => {
  const bytes = writeLanguageModel(trainLanguageModel(LINES, 7))
  expect(() => parseLanguageModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut off')
  expect(() => parseLanguageModel(new Uint8Array([...bytes, 0]))).toThrow('cut off or too long')
  expect(() => parseLanguageModel(new TextEncoder().encode('{"languages":[]}, and more text'))).toThrow('not a language model')
  expect(() => parseLanguageModel(new Uint8Array(3))).toThrow('not a language model')
})
