import type { ArticleEvent } from '@dateline/domain'

/** Events of a made-up article, for tests. */
export function discovered(name: string): ArticleEvent {
  return {
    type: 'ArticleDiscovered',
    data: {
      url: `https://harbour-courier.example/${name}`,
      normalUrl: `https://harbour-courier.example/${name}`,
      sourceId: null,
      via: 'submission',
      listedTitle: `“Quoted” \\ and 'single'\u2028— ${name}`,
      listedPublishedAt: null,
      discoveredAt: '2026-11-20T10:00:00Z',
    },
  }
}

export function gone(httpStatus: number): ArticleEvent {
  return { type: 'ArticleGone', data: { httpStatus, goneAt: '2026-11-20T11:00:00Z' } }
}
