import { crawlDelaySeconds, isAllowed, parseRobots, robotsVerdictOfStatus } from '@dateline/http-fetch'

type Case = { robots: Buffer; url: string; ua: string }

export function robotsAllowed({ robots, url, ua }: Case): boolean {
  return isAllowed(parseRobots(robots), url, ua)
}

export function robotsDelay({ robots, ua }: Omit<Case, 'url'>): number | null {
  return crawlDelaySeconds(parseRobots(robots), ua)
}

export function robotsSitemaps({ robots }: Pick<Case, 'robots'>): readonly string[] {
  return parseRobots(robots).sitemaps
}

export function robotsStatus({ status }: { status: number }): boolean {
  return robotsVerdictOfStatus(status) !== 'disallow-all'
}
