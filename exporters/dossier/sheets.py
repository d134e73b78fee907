"""How do the sheets of a report look? The program that typst runs.

It is fixed: everything of a service comes as data of ``report.json``, and a string of data becomes
text, never markup.
"""

SHEETS = r"""
#let data = json("report.json")
#let ink = rgb("#1d2329")
#let soft = rgb("#525a63")
#let mark = rgb("#0b5a6b")
#let hair = 0.5pt + rgb("#b9b3a8")

#set document(title: data.title, date: none)
#set text(font: "Libertinus Serif", size: 10.5pt, lang: data.language, fill: ink,
  number-type: "lining")
#set par(justify: false, leading: 0.6em, spacing: 0.9em)
#set page(paper: "a4", margin: (left: 24mm, right: 20mm, top: 26mm, bottom: 24mm))

#let tongue(code, body) = if code == "" { body } else { text(lang: code, body) }
#let words(s) = {
  let body = text(s.words)
  if s.quiet { body = text(fill: soft, size: 0.94em, body) }
  if s.strong { body = strong(body) }
  if s.link != "" { body = link(s.link, text(fill: mark, body)) }
  tongue(s.language, body)
}
#let span(s) = {
  if s.picture != "" {
    pdf.artifact(box(baseline: 0.22em, image(s.picture, height: 1.1em)))
    h(0.6em)
  }
  words(s)
}
#let line-of(l) = l.map(span).join()
#let cell-of(c) = c.map(line-of).join(parbreak())
#let facts(pairs, column) = {
  set terms(separator: [], hanging-indent: column, tight: false, spacing: 0.85em)
  set par(spacing: 0.75em)
  block(above: 1.2em, below: 1.4em, terms(..pairs.map(pair => terms.item(
    box(width: column, text(fill: soft, pair.word)), cell-of(pair.said)))))
}

#show heading: set text(fill: mark, hyphenate: false)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 1): set block(above: 2.2em, below: 0.9em, sticky: true)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.7em, sticky: true)
#show outline.entry.where(level: 1): set block(above: 0.9em)
#show outline.entry.where(level: 1): set text(weight: "bold")

// ---------------------------------------------------------------------------- the cover
#v(26mm)
#if data.office.words != "" { text(size: 12pt, fill: soft, words(data.office)); parbreak() }
#v(4mm)
#text(size: 12pt, fill: mark, tracking: 0.06em, upper(data.words.kind))
#v(2mm)
#block(below: 10mm, {
  set text(size: 27pt, weight: "bold")
  set par(leading: 0.4em)
  words(data.service)
})
#pdf.artifact(line(length: 100%, stroke: 1.5pt + mark))
#v(6mm)
#facts(data.cover, 56mm)
#pagebreak()

#set page(
  header: text(size: 9pt, fill: soft, data.running),
  footer: context align(right, text(size: 9pt, fill: soft,
    data.words.page + " " + counter(page).display() + " " + data.words.of + " "
      + str(counter(page).final().first()))),
)

#heading(level: 1, outlined: false, bookmarked: true, data.words.contents)
#outline(title: none, depth: 2, indent: 1.4em)
#pagebreak()

// --------------------------------------------------------------------------- the blocks
#let table-of(b) = {
  show table.cell: set text(size: 9.3pt, hyphenate: true)
  show table.cell: set par(leading: 0.5em, spacing: 0.7em)
  set table.cell(align: left + top)
  show table.cell.where(y: 0): set text(weight: "bold")
  block(above: 0.9em, below: 1.3em, table(
    columns: b.widths.map(w => w * 1fr),
    stroke: (x, y) => (top: if y == 0 { 1pt + mark } else { none }, bottom: hair),
    fill: (x, y) => if y == 0 { rgb("#e6eef0") },
    inset: (x: 4.5pt, y: 5pt),
    table.header(repeat: true, ..b.head.map(title => text(hyphenate: false, size: 8.8pt, title))),
    ..b.rows.zip(b.whole).map(((row, whole)) =>
      row.map(c => table.cell(breakable: not whole, cell-of(c)))).flatten(),
  ))
}

#let cut(s) = {
  let unit = 0.75pt * s.scale
  let picture = if s.png != "" {
    image(s.png, width: s.width * unit, alt: s.alt)
  } else {
    place(top + left, dx: -s.left * unit, dy: -s.top * unit,
      image(s.svg, width: s.svg_width * unit, height: s.svg_height * unit, alt: s.alt))
  }
  box(width: s.width * unit, height: s.height * unit, clip: true, stroke: hair, picture)
}

#let plain-of(b) = {
  if b.kind == "heading" {
    heading(level: b.level, {
      text(b.number + " ")
      h(0.45em)
      line-of(b.line)
    })
  } else if b.kind == "paragraph" {
    set text(fill: soft) if b.quiet
    for l in b.cell { par(line-of(l)) }
  } else if b.kind == "points" {
    list(..b.lines.map(line-of))
  } else if b.kind == "facts" {
    facts(b.pairs, 56mm)
  } else if b.kind == "table" {
    table-of(b)
  }
}

#let figure-of(b) = {
  for (i, s) in b.sheets.enumerate() {
    page(paper: s.paper, flipped: true, margin: (x: 14mm, top: 20mm, bottom: 18mm), {
      if i == 0 { for one in b.before { plain-of(one) } }
      align(center, figure(cut(s), caption: text(s.caption), numbering: none, supplement: none,
        outlined: false))
    })
  }
}

#for b in data.blocks { if b.kind == "figure" { figure-of(b) } else { plain-of(b) } }
"""
