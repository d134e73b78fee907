"""What is around a page of HTML of ours?"""

from __future__ import annotations

import html
from collections.abc import Iterable

from model.language import current_language

_STYLE = """
:root{color-scheme:light}
body{font:16px/1.5 "Segoe UI","Noto Sans","Liberation Sans",sans-serif;color:#23282e;
background:#f7f5f1;margin:0}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.9rem;margin:0 0 .25rem}h2{font-size:1.3rem;margin:0 0 .5rem}
.about{color:#5b636c;margin:0 0 2rem}
section{background:#fff;border:1px solid #ddd7cc;border-radius:8px;padding:1.25rem 1.5rem;
margin:0 0 1.25rem}
section img{max-width:100%;height:auto;border:1px solid #ddd7cc;border-radius:6px;
margin-top:.75rem}
ol.tasks,ul.tasks{margin:.5rem 0;padding-left:1.4rem}ul.tasks{list-style:"\\2610  "}
.how{color:#5b636c}.how b{color:#23282e}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{border:1px solid #ddd7cc;padding:.45rem .6rem;text-align:left;vertical-align:top}
th{background:#e0f0f3}
@media print{body{background:#fff}section{break-inside:avoid;border-color:#999}}
"""


def esc(words: object) -> str:
    """Words as text of a page, never as its markup; line breaks stay."""
    return html.escape(str(words)).replace("\n", "<br>")


def page(title: str, body: Iterable[str]) -> bytes:
    """A whole page in the language in use now."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{current_language()}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">",
        f"<title>{html.escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body><main>",
        *body,
        "</main></body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()
