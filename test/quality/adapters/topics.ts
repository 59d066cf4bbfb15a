import {
  classifyTopics,
  detectLanguage,
  type LinearModel,
  SHIPPED_TOPICS,
  scoresOf,
  textFeatures,
  textVector,
  trainTopics,
} from '@dateline/classification'

type Row = { id: string; title: string; text: string; topic?: string }

/** Fits the linear model to a set's own train split. */
export function train(rows: readonly Row[]): LinearModel {
  const examples = rows.map(({ title, text, topic }) => ({ features: textFeatures(title, text, 'en'), topic: topic! }))
  return trainTopics(examples, {
    cost: 1,
    passesMax: 60,
    bias: 1,
    // In a large set, what stands in a handful of texts is a name; a small set can spare nothing.
    textsMin: rows.length < 2_000 ? 1 : 5,
    featuresMax: 200_000,
    balance: 0.75,
    ownWeight: 1,
  })
}

export function classify(model: LinearModel, rows: readonly Row[]): { id: string; topic: string }[] {
  return rows.map(({ id, title, text }) => {
    const scores = scoresOf(model, textVector(model, textFeatures(title, text, 'en')))
    return { id, topic: model.topics[scores.indexOf(Math.max(...scores))]! }
  })
}

/** The shipped model; `iptc` null: it abstains. */
export function iptc(rows: readonly Row[]): { id: string; iptc: string | null; probability: number }[] {
  return rows.map(({ id, title, text }) => {
    const language = detectLanguage(`${title}\n${text}`)?.code ?? null
    const best = classifyTopics(title, text, language)[0]
    return { id, iptc: best?.qcode ?? null, probability: best?.probability ?? 0 }
  })
}

/** Of some top levels the one that the shipped model gives the highest score. */
export function likeliest(rows: readonly Row[], qcodes: readonly string[]): string[] {
  const { planes } = SHIPPED_TOPICS
  return rows.map(({ title, text }) => {
    const scores = scoresOf(planes, textVector(planes, textFeatures(title, text, 'en')))
    const scoreOf = (qcode: string) => scores[planes.topics.indexOf(qcode)]!
    return qcodes.reduce((best, qcode) => (scoreOf(qcode) > scoreOf(best) ? qcode : best))
  })
}
