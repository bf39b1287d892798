import type { Layer } from './format.ts'

/**
 * What a desk has learned on top: takes the confidence (0..1) that rules and heads have in a label and gives it back, raised,
 * lowered or as it was. Asked for every label of every layer before the thresholds, so it must be quick and pure.
 * @param text normalised text of the message
 */
export type Adjust = (layer: Layer, label: string, confidence: number, text: string) => number
