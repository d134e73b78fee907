"""How does the page of a report look: by day, by night, on paper?"""

STYLE = """
:root{color-scheme:light dark;--ink:#23282e;--soft:#565e66;--paper:#fff;--ground:#f6f4f0;
--line:#c9c3b8;--head:#e3edf0;--mark:#0b5a6b}
@media (prefers-color-scheme:dark){:root{--ink:#e9e6e0;--soft:#b3b0aa;--paper:#1f2429;
--ground:#15191d;--line:#454c53;--head:#25343a;--mark:#7fc6d6}}
*{box-sizing:border-box}
body{font:1rem/1.5 "Segoe UI","Noto Sans","Liberation Sans","DejaVu Sans",sans-serif;
color:var(--ink);background:var(--ground);margin:0 auto;max-width:74rem;padding:1.5rem}
header,nav,main{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;
padding:1.5rem 2rem;margin:0 0 1.25rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1.25rem;overflow-wrap:anywhere}
h2{font-size:1.4rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;
border-bottom:2px solid var(--mark)}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
main>h2:first-child,nav>h2{margin-top:0}
.number{color:var(--mark);margin-right:.35em}
.office,.kind{margin:0 0 .25rem;color:var(--soft)}
.kind{text-transform:uppercase;letter-spacing:.06em;font-size:.85rem}
.quiet{color:var(--soft)}td .quiet{font-size:.92em}
a{color:var(--mark)}a:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
nav ol{margin:0;padding-left:1.75rem;columns:18rem}
dl{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.3rem 1.25rem;margin:0 0 1rem}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:50rem;margin:.5rem 0 1.25rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid var(--line);padding:.45rem .6rem;text-align:left;vertical-align:top;
hyphens:auto;overflow-wrap:break-word}
th{background:var(--head)}td>div+div{margin-top:.2rem}
figure{margin:1rem 0}.picture{overflow:auto;max-height:85vh;background:#fff;
border:1px solid var(--line)}.picture:focus-visible{outline:3px solid var(--mark)}
.picture img{display:block}
figcaption{color:var(--soft);margin-top:.4rem}
img.sign{height:1.25em;width:1.25em;vertical-align:-.25em;margin-right:.5em;background:#fff;
border-radius:.2em}
@media (max-width:40rem){body{padding:.5rem}header,nav,main{padding:1rem}
dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--ground:#fff;
--line:#999;--head:#eee;--mark:#000}
body{font-size:9.5pt;max-width:none;padding:0}header,nav,main{border:0;padding:0}
header{break-after:page}table{min-width:0;font-size:8pt}
th,td{padding:.25rem .35rem}thead{display:table-header-group}
tr{break-inside:avoid}h2,h3{break-after:avoid}.wide,.picture{overflow:visible;max-height:none}
.picture img{max-width:100%;height:auto}@page{margin:18mm}}
"""
"""No address in it: the page asks for nothing."""
