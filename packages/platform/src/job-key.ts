/** What a job is about: the key of its task. */
export function keyOf(data: unknown): string {
  const { articleId, sourceId } = data as { articleId?: string; sourceId?: string }
  return articleId ?? sourceId ?? 'unknown'
}
