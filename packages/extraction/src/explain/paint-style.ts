/** The look of a painted page. Its hash stands in the page's policy: nothing else may style it. */
export const paintStyle = `
:root { color-scheme: light; font: 15px/1.55 system-ui, sans-serif; color: #1b1b1f; background: #f4f3ef }
* { box-sizing: border-box }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) 27rem; align-items: start }
main { padding: 1.5rem 2rem 4rem; max-width: 62rem }
main > *, .box > * { margin: .35rem 0; overflow-wrap: anywhere }
main p, main h1, main h2, main h3, main h4, main h5, main h6, main blockquote, main pre, main figcaption { padding: .2rem .6rem; border-left: 4px solid; border-radius: 3px; white-space: pre-line }
main h1 { font: 700 1.6rem/1.25 Georgia, serif } main h2, main h3 { font: 700 1.15rem/1.3 Georgia, serif } main h4, main h5, main h6 { font-size: 1rem }
.kept { background: #e5f5ea; border-color: #2e9e5b }
main .dropped { background: #fcecea; border-color: #d9544a; color: #6d3a36; font-size: .86rem }
main .named { background: #e6effc; border-color: #2f6fd0; color: #17305c; font-size: revert }
main h1.named { font-size: 1.6rem }
main .media { border-color: #bbb; background: #ececec; color: #777; font-size: .8rem }
.box { border: 1px dashed #cfcdc6; border-radius: 5px; padding: .9rem .6rem .3rem; position: relative }
.name { position: absolute; top: -.1rem; left: .6rem; font: 11px/1.2 ui-monospace, monospace; color: #8b8a83 }
.rule, .field { font: 600 11px/1 ui-monospace, monospace; border-radius: 3px; padding: .15rem .35rem; margin-right: .45rem; vertical-align: .1em }
.rule { background: #d9544a; color: #fff } .field { background: #2f6fd0; color: #fff }
aside { position: sticky; top: 0; height: 100vh; overflow: auto; background: #fff; border-left: 1px solid #dedcd5; padding: 1.2rem 1.3rem 3rem; font-size: .88rem }
aside h1 { font: 700 1.2rem/1.2 Georgia, serif; margin: 0 } aside h2 { font: 700 1rem/1.2 Georgia, serif; margin: 1.4rem 0 .4rem }
.url { color: #777; overflow-wrap: anywhere; margin: .3rem 0 }
.good { color: #1c7a42 } .bad { color: #b3261e }
.legend span { border-left: 4px solid; border-radius: 3px; padding: .1rem .5rem; margin-right: .4rem }
.legend .kept { border-color: #2e9e5b } .legend .dropped { background: #fcecea; border-color: #d9544a } .legend .named { background: #e6effc; border-color: #2f6fd0 }
section { border-top: 1px solid #eceae4; padding: .5rem 0 } section h3 { font: 600 .8rem/1.2 ui-monospace, monospace; color: #2f6fd0; margin: 0 } section.none h3 { color: #999 }
section p { margin: .15rem 0; overflow-wrap: anywhere } small, .because { color: #777; font-size: .8rem } section.none p i { color: #999 }
details { font-size: .8rem } summary { cursor: pointer; color: #555 } details ul { margin: .3rem 0; padding-left: 1rem } details li { overflow-wrap: anywhere; color: #666 } li.chosen { color: #1c7a42; font-weight: 600 }
code { font: 11px ui-monospace, monospace } table { border-collapse: collapse; width: 100% } td { padding: .15rem .4rem .15rem 0; border-top: 1px solid #eceae4 } td + td { text-align: right; white-space: nowrap; color: #555 }
@media (max-width: 70rem) { body { grid-template-columns: 1fr } aside { position: static; height: auto; border-left: 0; border-top: 1px solid #dedcd5 } }
`
