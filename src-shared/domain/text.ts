import { z } from 'zod'

/** A text written (not translated word by word) in both languages of the desk. */
export const LocalText = z.object({ zh: z.string(), en: z.string() })
export type LocalText = z.infer<typeof LocalText>

/** The languages the screen and the local drafter speak. */
export const DeskLanguage = z.enum(['zh', 'en'])
export type DeskLanguage = z.infer<typeof DeskLanguage>

/** The last instant that a Date can hold: drawing a later one throws. */
const LAST_MILLIS = 8_640_000_000_000_000
/** Milliseconds since the Unix epoch, by the gateway's clock unless a field says otherwise. */
export const Millis = z.number().int().nonnegative().max(LAST_MILLIS)

/** An amount in minor units (fen, cents): 12900 CNY is 129.00 yuan. */
export const Money = z.object({ amount: z.number().int(), currency: z.enum(['CNY', 'USD', 'EUR', 'GBP']) })
export type Money = z.infer<typeof Money>
