import { createScorer, type Machine } from './machine.ts'
import type { Meaning } from './meaning.ts'
import { likeliest, probabilitiesOf, type Calibration } from './probabilities.ts'
import { createVectorizer, type Vocabulary } from './vectors.ts'

export interface ClassifierModel {
  labels: string[]
  vocabulary: Vocabulary
  machine: Machine
  calibration: Calibration
  /** The table of meanings it was learned with; null: none. */
  meaning: { size: number; fingerprint: number } | null
}

export interface Classified {
  /** null: none of the labels. */
  label: string | null
  confidence: number
  alternatives: { label: string | null; confidence: number }[]
}

const ALTERNATIVES = 5

/**
 * @param reject below this confidence no label is given; null: only where the model learned what is out of scope
 * @param meaning the table that the model was learned with
 * @throws Error with one sentence where the model was learned with another table
 */
export function createClassifier(model: ClassifierModel, reject: number | null = null, meaning: Meaning | null = null): (text: string) => Classified {
  if (model.meaning !== null && model.meaning.fingerprint !== meaning?.fingerprint) throw new Error('the classifier was learned with another table of meanings: learn it again')
  const vectorOf = createVectorizer(model.vocabulary, model.meaning === null ? null : meaning)
  const scoresOf = createScorer(model.machine, model.vocabulary.keys.length)
  return (text) => {
    const probabilities = probabilitiesOf(scoresOf(vectorOf(text)), model.calibration)
    const winner = likeliest(probabilities)
    const alternatives = strongest(probabilities, model.calibration.outsider === null ? model.labels.length : probabilities.length)
      .map((place) => ({ label: model.labels[place] ?? null, confidence: probabilities[place] ?? 0 }))
    const confidence = probabilities[winner] ?? 0
    return { label: reject !== null && confidence < reject ? null : (model.labels[winner] ?? null), confidence, alternatives }
  }
}

/** The places of the highest probabilities among the first `length`, highest first; of equals the earlier. */
function strongest(probabilities: Float64Array, length: number): number[] {
  const places: number[] = []
  for (let place = 0; place < length; place++) {
    let at = places.length
    while (at > 0 && (probabilities[place] ?? 0) > (probabilities[places[at - 1] ?? 0] ?? 0)) at--
    if (at >= ALTERNATIVES) continue
    places.splice(at, 0, place)
    if (places.length > ALTERNATIVES) places.pop()
  }
  return places
}
