import { submitUrl } from '@dateline/intake'
import type { Command } from 'commander'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

export function addSubmitCommand(program: Command, withTool: WithTool): void {
  program
    .command('submit <url...>')
    .description('hand in single URLs; one that is known already is fetched again')
    .action((urls: string[]) =>
      withTool(async (tool) => {
        for (const submitted of urls) {
          const { articleId, url, created } = await submitUrl(tool, submitted)
          say(`${articleId}  ${created ? 'new' : 'known, will be fetched again'}  ${url}`)
        }
      }),
    )
}
