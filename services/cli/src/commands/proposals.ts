import { decideProposal, listProposals, proposeMerges } from '@dateline/curation'
import { BadInputError } from '@dateline/domain'
import { openOnnxEmbedder } from '@dateline/embedder'
import type { Command } from 'commander'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { decision, type Who, who } from './story.ts'
import { sinceOf } from './topic.ts'

type Propose = { readonly since: string; readonly min: string }

/** An embedder of the operator's own proposes; a person decides. */
export function addProposalCommands(story: Command, withTool: WithTool): void {
  story
    .command('propose')
    .description('ask the model of EMBEDDER_MODEL which current stories might be one; it changes nothing')
    .option('--since <time>', 'stories with news since then: 12h, 7d, or a day', '7d')
    .option('--min <likeness>', 'cosine from which two stories are proposed', '0.8')
    .action(({ since, min }: Propose) =>
      withTool(async (tool) => {
        const { EMBEDDER_MODEL: model, EMBEDDER_RUNTIME: runtime } = tool.config
        if (model === undefined) {
          throw new BadInputError(
            'EMBEDDER_MODEL is not set: name an ONNX file with vocab.txt beside it. See docs/guides/embedder.md.',
          )
        }
        const embedder = await openOnnxEmbedder(model, runtime)
        const options = { since: sinceOf(since, tool.now()), scoreMin: Number(min) }
        const { stories, proposed } = await proposeMerges(tool, embedder, options)
        say(`${embedder.id}: ${stories} stories compared, new proposals: ${proposed}. See: dateline story proposals`)
      }),
    )

  story
    .command('proposals')
    .description('open proposals, likeliest first')
    .action(() =>
      withTool(async ({ database }) => {
        const proposals = await listProposals(database)
        for (const { proposalId, storyId, fromId, score, model, labels } of proposals) {
          say(`${proposalId}  ${score}  ${model}\n  ${storyId}  ${labels[0]}\n  ${fromId}  ${labels[1]}\n`)
        }
        if (proposals.length === 0) say('(none)')
      }),
    )

  decision(story.command('accept <proposal>'), 'the two stories are one').action((proposalId: string, options: Who) =>
    withTool(async (tool) => {
      const { storyId } = await decideProposal(tool, proposalId, 'accepted', who(options))
      say(`They are ${storyId} now.`)
    }),
  )

  decision(story.command('reject <proposal>'), 'they are two: neither proposed nor joined again').action(
    (proposalId: string, options: Who) =>
      withTool(async (tool) => {
        await decideProposal(tool, proposalId, 'rejected', who(options))
        say('Rejected: the two are kept apart.')
      }),
  )
}
