/** What a job is about: the key of its task; "unknown" where its data does not say, whatever a stranger has put there. */
export function keyOf(data: unknown): string {
  const { articleId, sourceId } = (data ?? {}) as { articleId?: unknown; sourceId?: unknown }
  const key = articleId ?? sourceId
  return typeof key === 'string' ? key : 'unknown'
}
