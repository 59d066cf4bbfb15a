import type { ClassificationTrialReport, NamedTopic, StoryTrialReport } from '@dateline/curation'
import { say } from './say.ts'

const TOPICS_PRINTED_MAX = 12

/** What a trial of grouping would change, for a terminal. */
export function printStoryTrial(report: StoryTrialReport): void {
  const { trialId, model, position, digest, articles, storiesBefore, storiesAfter, b3, pairF1, articlesChanged } =
    report
  say(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  say(
    `${articles} articles: ${storiesBefore} stories would be ${storiesAfter}; ${articlesChanged} articles would be with others`,
  )
  say(`agreement with now: B³ ${b3}, pairs F1 ${pairF1}`)
  for (const [name, pairs] of [
    ['would part', report.apart],
    ['would come together', report.together],
  ] as const) {
    if (pairs.length > 0) say(`\n${name}:`)
    for (const { titles } of pairs) say(`  ${titles[0]}\n  ${titles[1]}\n`)
  }
}

/** What a trial of classification would change, for a terminal. */
export function printClassificationTrial(report: ClassificationTrialReport): void {
  const { trialId, model, position, digest, articles, same, topicsChanged, languageChanged, keptByPeople } = report
  say(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  say(
    `${articles} articles: ${same} the same byte by byte, ${topicsChanged} with other topics, ${languageChanged} in another language`,
  )
  if (keptByPeople > 0) say(`${keptByPeople} of them stay as people have set them`)
  for (const [classifier, count] of Object.entries(report.recordedBy)) say(`recorded by ${classifier}: ${count}`)
  if (report.topics.length > 0) say('\narticles by topic:')
  for (const { name, before, after } of report.topics.slice(0, TOPICS_PRINTED_MAX))
    say(`  ${name}: ${before} → ${after}`)
  say(`\n${report.storiesChanged} stories would be about something else`)
  for (const { label, before, after } of report.stories) say(`  ${label}\n    ${names(before)} → ${names(after)}`)
  if (report.examples.length > 0) say('\narticles, for example:')
  for (const { title, before, after } of report.examples) say(`  ${title}\n    ${names(before)} → ${names(after)}`)
}

function names(topics: readonly NamedTopic[]): string {
  return topics.map(({ name }) => name).join(', ') || 'none'
}
