import { createHash } from 'node:crypto'
import { type Html, html, style } from '@dateline/markup'

/** No script at all, no frame, nothing from elsewhere: what a page said must not run in a reader's browser. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export function layout(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Dateline</title>
<link rel="alternate" type="application/atom+xml" title="Current stories" href="/v1/feeds/stories.atom">
<style>${{ html: style }}</style>
<header><b><a href="/">Dateline</a></b><nav><a href="/">Stories</a> <a href="/topics">Topics</a> <a href="/sources">Sources</a> <a href="/dead-letters">Dead letters</a> <a href="/openapi.json">API</a></nav></header>
<main>${content}</main>
<footer>Every line here is read from the log. What a page does not say is left empty.</footer>
</html>`.html
}
