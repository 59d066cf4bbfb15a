/** The whole look of the page: system fonts, one column, light and dark by the reader's setting. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b1b1f, #e8e6e3); --dim: light-dark(#6b6b76, #9a98a0);
  --line: light-dark(#deddd8, #35343a); --paper: light-dark(#fbfaf7, #17161a); --link: light-dark(#1f4fa3, #8fb4ff); }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 1.5rem; display: flex; gap: 1.5rem; align-items: baseline; flex-wrap: wrap }
header b { font: 700 1.35rem/1 Georgia, serif }
header nav { display: flex; gap: .4rem 1rem; flex-wrap: wrap } header nav a { white-space: nowrap }
footer { color: var(--dim); font-size: .85rem; padding: 2rem 1.25rem }
a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
h1 { font: 700 1.7rem/1.25 Georgia, serif; margin: 1.5rem 0 .5rem }
h2 { font: 700 1.15rem/1.3 Georgia, serif; margin: 0 }
section, article.story { border-top: 1px solid var(--line); padding: 1.1rem 0; margin-top: 1rem }
.dim { color: var(--dim); font-size: .88rem }
ul { list-style: none; padding: 0; margin: .5rem 0 0 } li { margin: .45rem 0; overflow-wrap: anywhere }
li span.dim { margin-left: .4rem } h1, h2, dd, p { overflow-wrap: anywhere }
h1, h2, li > a, .body * { unicode-bidi: plaintext; text-align: start }
.tag { border: 1px solid var(--line); border-radius: .8rem; padding: 0 .55rem; font-size: .8rem; color: var(--dim); white-space: nowrap }
.body p, .body blockquote, .body h3 { overflow-wrap: anywhere }
.alarm { border-left: 4px solid #c0392b; padding-left: .8rem }
del { color: light-dark(#9b1c1c, #ff9a8f); background: light-dark(#fdeceb, #3a1d1c) } ins { color: light-dark(#14603a, #8fe0b0); background: light-dark(#e6f6ec, #17301f); text-decoration: underline }
.empty { padding: 3rem 0; color: var(--dim) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .92rem } dt { color: var(--dim) } dd { margin: 0 }
.drift { border-left: 3px solid var(--line); margin: .5rem 0; padding: .1rem 0 .1rem .8rem; font-size: .92rem }
.drift del { color: var(--dim) } .drift ins { text-decoration: none; border-bottom: 2px solid var(--link) }
.hours { border-spacing: 0 .1rem; font-size: .92rem } .hours th { color: var(--dim); font-weight: 400; text-align: left }
.hours { width: 100% } .hours td, .hours th { padding-right: 1rem; white-space: nowrap; width: 1% } .hours td:last-child { padding: 0; width: auto }
.hours meter { width: 100%; max-width: 14rem }
details summary { cursor: pointer }
`
