import { load } from 'cheerio'

/** What runs, loads or leads away by itself. Structured data stays: it is read, not run. */
const ACTIVE =
  'script:not([type="application/ld+json"]), noscript, iframe, frame, object, embed, applet, base[target], meta[http-equiv="refresh" i], link[rel~="preload"], link[rel~="modulepreload"], link[rel~="prefetch"]'

/**
 * A rendered page as a document that does nothing any more: no scripts, no handlers, no frames. Runs in a worker thread.
 * The default export is what the thread pool calls.
 */
// biome-ignore lint/style/noDefaultExport: the thread pool's interface
export default function cleanPage({ html }: { html: string }): string {
  const $ = load(html)
  $(ACTIVE).remove()
  $('*').each((_, element) => {
    if (!('attribs' in element)) return
    for (const [name, value] of Object.entries(element.attribs)) {
      const isScript =
        /^(href|src|action|formaction|xlink:href)$/i.test(name) &&
        /^\s*(javascript|vbscript|data:text\/html)/i.test(value)
      if (/^on/i.test(name) || /^srcdoc$/i.test(name) || isScript) delete element.attribs[name]
    }
  })
  $('meta[charset], meta[http-equiv="content-type" i]').remove()
  $('head').prepend('<meta charset="utf-8">')
  return $.html()
}
