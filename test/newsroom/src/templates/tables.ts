import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames } from './markup.ts'
import type { Template } from './page.ts'

/** A local paper that last changed its software in 2003: nested tables, font tags, no metadata, windows-1252. */
export const tables: Template = (page) => {
  const { article, outlet } = page
  return `<HTML><HEAD><TITLE>${outlet.name}: ${escapeHtml(article.title)}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
</HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="#003399">
<TABLE WIDTH=760 BORDER=0 CELLPADDING=4 ALIGN=CENTER>
<TR><TD COLSPAN=3 BGCOLOR="#003399"><FONT COLOR="#FFFFFF" SIZE=6 FACE="Times"><B>${outlet.name}</B></FONT><BR>
<FONT COLOR="#CCCCFF" SIZE=2>${outlet.tagline}</FONT></TD></TR>
<TR><TD WIDTH=130 VALIGN=TOP BGCOLOR="#EEEEEE">
${outlet.sections.map((section) => `<A HREF="/${section.toLowerCase()}/"><FONT SIZE=2>${section}</FONT></A><BR>`).join('\n')}
<HR><FONT SIZE=1>Small ads<BR>Deaths<BR>Church times<BR>Bus and tram<BR>Tel. Tarnholm 214</FONT>
</TD><TD VALIGN=TOP>
<FONT SIZE=1>${longDate(article.published)} - ${article.section}</FONT><BR>
<FONT SIZE=5><B>${escapeHtml(article.title)}</B></FONT><BR>
${printedNames(article) === '' ? '' : `<FONT SIZE=2><I>by ${escapeHtml(printedNames(article))}</I></FONT>`}
<HR SIZE=1>
<FONT SIZE=3>
${bodyHtml(page, style)}
</FONT>
<HR SIZE=1><FONT SIZE=1><A HREF="/">Back to front page</A> | <A HREF="javascript:window.print()">Print this page</A></FONT>
</TD><TD WIDTH=150 VALIGN=TOP>
<TABLE BORDER=1 CELLPADDING=3><TR><TD BGCOLOR="#FFFFCC"><FONT SIZE=2><B>Also in the Post</B></FONT></TD></TR>
${linkList(page.related, ({ title, url }) => `<TR><TD><FONT SIZE=2><A HREF="${url}">${escapeHtml(title)}</A></FONT></TD></TR>`)}
</TABLE>
</TD></TR>
<TR><TD COLSPAN=3 ALIGN=CENTER><FONT SIZE=1>Copyright Tarnholm Post, Chapel Hill 2. Best viewed at 800x600.</FONT></TD></TR>
</TABLE></BODY></HTML>
`
}

const style = {
  ...plainStyle,
  paragraph: (html: string) => `<P>${html}`,
  heading: (html: string) => `<P><B>${html}</B>`,
  quote: (html: string) => `<P><I>${html}</I>`,
  image: ({ caption, credit }: { caption: string; credit: string }, url: string) =>
    `<TABLE ALIGN=RIGHT WIDTH=200><TR><TD><IMG SRC="${url}" WIDTH=200></TD></TR><TR><TD><FONT SIZE=1>${escapeHtml(caption)} (Photo: ${escapeHtml(credit)})</FONT></TD></TR></TABLE>`,
}
