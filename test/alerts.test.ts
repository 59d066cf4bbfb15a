import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMetrics, type Platform } from '@dateline/platform'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { buildProgram } from '../services/cli/src/program.ts'

const rule = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string() }),
})
const file = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(rule).min(1) })) })
const path = join(import.meta.dirname, '../infra/observability/alerts.yml')
const rules = file.parse(parse(readFileSync(path, 'utf8'))).groups.flatMap((group) => group.rules)

// Nothing is asked of the database before a scrape.
const metrics = openMetrics({} as Platform).getMetricsAsArray() as unknown as { name: string; labelNames: string[] }[]
const commands = buildProgram().commands

test.for(rules.map((each) => [each.alert, each] as const))('%s asks for what is measured', ([, { expr }]) => {
  const asked = [...expr.matchAll(/\b(dateline_\w+)(?:\{(\w+))?/g)]
  expect(asked.length).toBeGreaterThan(0)
  for (const [, name, label] of asked) {
    const metric = metrics.find((each) => each.name === name)
    expect(metric, name).toBeDefined()
    if (label !== undefined) expect(metric!.labelNames).toContain(label)
  }
  for (const [, labels] of expr.matchAll(/\bby \(([^)]+)\)/g)) {
    const known = asked.flatMap(([, name]) => metrics.find((each) => each.name === name)!.labelNames)
    for (const label of labels!.split(', ')) expect(known).toContain(label)
  }
})

test.for(rules.map((each) => [each.alert, each] as const))(
  '%s names commands that are there',
  ([, { annotations }]) => {
    for (const [, name, second] of annotations.description.matchAll(/`dateline ([\w-]+)(?: ([a-z]+))?/g)) {
      const command = commands.find((each) => each.name() === name)
      expect(command, name).toBeDefined()
      if (second !== undefined && command!.commands.length > 0)
        expect(command!.commands.map((each) => each.name())).toContain(second)
    }
  },
)
