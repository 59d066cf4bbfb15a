import type { ClassificationTrialReport, NamedTopic, StoryTrialReport } from '@dateline/curation'

const TOPICS_PRINTED_MAX = 12

/** What a trial of grouping would change, for a terminal. */
export function printStoryTrial(report: StoryTrialReport): void {
  const { trialId, model, position, digest, articles, storiesBefore, storiesAfter, b3, pairF1, articlesChanged } =
    report
  console.log(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  console.log(
    `${articles} articles: ${storiesBefore} stories would be ${storiesAfter}; ${articlesChanged} articles would be with others`,
  )
  console.log(`agreement with now: B³ ${b3}, pairs F1 ${pairF1}`)
  for (const [name, pairs] of [
    ['would part', report.apart],
    ['would come together', report.together],
  ] as const) {
    if (pairs.length > 0) console.log(`\n${name}:`)
    for (const { titles } of pairs) console.log(`  ${titles[0]}\n  ${titles[1]}\n`)
  }
}

/** What a trial of classification would change, for a terminal. */
export function printClassificationTrial(report: ClassificationTrialReport): void {
  const { trialId, model, position, digest, articles, same, topicsChanged, languageChanged, keptByPeople } = report
  console.log(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  console.log(
    `${articles} articles: ${same} the same byte by byte, ${topicsChanged} with other topics, ${languageChanged} in another language`,
  )
  if (keptByPeople > 0) console.log(`${keptByPeople} of them stay as people have set them`)
  for (const [classifier, count] of Object.entries(report.recordedBy))
    console.log(`recorded by ${classifier}: ${count}`)
  if (report.topics.length > 0) console.log('\narticles by topic:')
  for (const { name, before, after } of report.topics.slice(0, TOPICS_PRINTED_MAX))
    console.log(`  ${name}: ${before} → ${after}`)
  console.log(`\n${report.storiesChanged} stories would be about something else`)
  for (const { label, before, after } of report.stories)
    console.log(`  ${label}\n    ${names(before)} → ${names(after)}`)
  if (report.examples.length > 0) console.log('\narticles, for example:')
  for (const { title, before, after } of report.examples)
    console.log(`  ${title}\n    ${names(before)} → ${names(after)}`)
}

function names(topics: readonly NamedTopic[]): string {
  return topics.map(({ name }) => name).join(', ') || 'none'
}
