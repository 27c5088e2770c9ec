import { tokens, type Token } from '#lib/charts/tokens.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { fileDate, stampWords } from '../../dossier/origin-words.ts';
import { typstText as text } from './typst-text.ts';

function colour(token: Token): string {
  return `rgb("${tokens[token][0]}")`;
}

function pageWords({ locale, title, version, marking, tags, state }: Dossier): string {
  const cautions = [...(marking === '' ? [] : [{ text: marking }]), ...tags];
  return `
#let left-head = ${text(title)}
#let version = ${text(version)}
#let cautions = (${cautions.map((tag) => `(${text(tag.text)}, ${'hatched' in tag && tag.hatched === true}),`).join('')})
#let state-words = ${text(state)}
#let page-word = ${text(say(locale, 'Page', 'Page'))}
#let contents-word = ${text(say(locale, 'Sommaire', 'Contents'))}
#let figure-word = ${text(say(locale, 'Figure', 'Figure'))}
#let table-word = ${text(say(locale, 'Tableau', 'Table'))}`;
}

/** By which the dossier is set. */
const functions = `#show heading.where(level: 1): it => block(above: 11mm, below: 4mm, sticky: true, text(size: 17pt, weight: 700, it.body))
#show heading.where(level: 2): it => block(above: 2mm, below: 2mm, sticky: true, text(size: 10.5pt, weight: 700, it.body))
#set heading(outlined: true)
#let section(title) = heading(level: 1, title)
#let lede(words) = block(below: 6mm, text(size: 10pt, fill: soft, words))
#let opening(title, body) = { v(30mm); text(size: 10pt, weight: 600, fill: soft, left-head); v(2mm); block(width: 85%, heading(level: 1, outlined: false, title)); lede(body); v(4mm); tags(); v(20mm); heading(level: 2, outlined: false, contents-word); outline(title: none, depth: 1); pagebreak() }
#let numbered(number, title) = { if number != "" { text(weight: 400, fill: soft, number); h(2mm) }; title }
#let finding(number, title, sub, caption, picture, breaks: false) = block(breakable: breaks, above: 8mm, below: 4mm, width: 100%, {
  block(sticky: true, { line(length: 100%, stroke: 1pt + ink); heading(level: 2, numbered(number, title)); text(size: 8.5pt, fill: soft, sub) })
  picture
  v(0.5mm)
  text(size: 8pt, fill: soft, caption)
})
// drawings bring their own room at the bottom
#let drawn(svg, alt, ..size) = { image(bytes(svg), format: "svg", alt: alt, ..size); v(-3mm) }
#let key(label, value, note) = block({ text(weight: 600, label); linebreak(); text(size: 26pt, weight: 700, value); linebreak(); text(size: 8.5pt, fill: soft, note) })
#let keys(..items) = grid(columns: (1fr,) * items.pos().len(), column-gutter: 6mm, ..items)
#let labelled(code, label) = { text(fill: soft, code); h(1.5mm); label }
#let masked = box(stroke: 0.5pt + strong-rule, fill: hatch(3pt), inset: (x: 5pt, y: 1pt), box(fill: white, inset: (x: 1pt), text(size: 7pt, "m")))
#let scale = box(width: 100%, inset: (x: 2pt), { set text(size: 6pt); place(left, "0"); align(right, "100") })
#let interval-line(low, middle, high) = box(width: 100%, height: 6pt, inset: (x: 2pt), {
  place(horizon, line(length: 100%, stroke: 0.4pt + strong-rule))
  for at in (0%, 50%, 100%) { place(horizon, dx: at, line(angle: 90deg, length: 4pt, stroke: 0.4pt + strong-rule)) }
  place(horizon, dx: low * 100%, line(length: (high - low) * 100%, stroke: 1.8pt + bar-ink))
  place(horizon, dx: middle * 100% - 1.7pt, circle(radius: 1.7pt, fill: bar-ink))
})
#let data(columns, aligns, heads, size: 8pt, ..cells) = {
  set text(size: size, number-width: "tabular")
  set table.cell(breakable: false)
  table(columns: columns, align: aligns, inset: (x: 2.5pt, y: 3.2pt), stroke: (x, y) => (bottom: if y == 0 { 0.75pt + strong-rule } else { 0.4pt + pale }),
    table.header(..heads.map(h => if type(h) == str { text(size: size - 1pt, weight: 600, hyphenate: true, h) } else { h })), ..cells)
}
#let title-of-table(number, title) = block(below: 1.5mm, breakable: false, sticky: true, { line(length: 100%, stroke: 1pt + ink); heading(level: 2, outlined: false, numbered(number, title)) })
#let titled-table(number, title, note, body, breaks: false) = block(breakable: breaks, above: 8mm, below: 4mm, width: 100%, { title-of-table(number, title); body; if note != "" { text(size: 8pt, fill: soft, note) } })
#let note(title, ..paragraphs) = block(breakable: false, below: 4mm, { heading(level: 2, outlined: false, title); for words in paragraphs.pos() { par(text(size: 8pt, words)) } })
#let notes(..columns) = block(breakable: false, grid(columns: (1fr,) * columns.pos().len(), column-gutter: 7mm, ..columns))
`;

/** Page, running head and foot, and the functions by which the dossier is set. */
export function template(dossier: Dossier): string {
  const [year, month, day] = fileDate(dossier).split('-').map(Number);
  return `${pageWords(dossier)}
#let stamp-words = ${text(stampWords(dossier))}
#let ink = ${colour('ink')}
#let soft = ${colour('ink-2')}
#let pale = ${colour('rule')}
#let bar-ink = ${colour('attained')}
#let strong-rule = ${colour('rule-strong')}
#set document(title: left-head, author: "Palier", date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set text(font: "Public Sans", size: 9.5pt, fill: ink, lang: "${dossier.locale}", hyphenate: false)
#set par(leading: 0.6em)
#let hatch(gap) = tiling(size: (gap, gap), place(line(start: (0pt, gap), end: (gap, 0pt), stroke: 0.4pt + strong-rule)))
#let mark(hatched) = box(width: 6pt, height: 6pt, baseline: 0.5pt, stroke: 0.6pt + soft, fill: if hatched { hatch(2pt) })
#let tag(caution) = box(stroke: (paint: strong-rule, thickness: 0.5pt, dash: "dashed"), inset: (x: 4pt, y: 1.5pt), text(size: 7pt, weight: 600, fill: soft, top-edge: "ascender", bottom-edge: "descender", { if caution.at(1) { mark(true); h(1.2mm) }; caution.at(0) }))
#let tags(at: left) = align(at, { set par(leading: 2pt, justify: false); cautions.map(tag).join(h(1.5mm, weak: true)) })
// what a page goes on with, unless a section begins at its top
#let current-section() = {
  let all = query(heading.where(level: 1, outlined: true))
  let page = here().page()
  let begun = all.filter(h => h.location().page() == page and h.location().position().y < 40mm)
  let before = all.filter(h => h.location().page() < page)
  if begun.len() > 0 { begun.first().body } else if before.len() > 0 { before.last().body }
}
#let section-and-version() = { let section = current-section(); if section != none { [#section #h(2mm) | #h(2mm)] }; version }
#set page(
  paper: "a4",
  margin: (left: 18mm, right: 18mm, top: 22mm, bottom: 24mm),
  header-ascent: 6mm,
  footer-descent: 4mm,
  header: {
    set text(size: 8pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 8mm, [*Palier*#h(4mm)#left-head], context section-and-version())
    v(-2mm)
    line(length: 100%, stroke: 0.5pt + strong-rule)
  },
  footer: {
    set text(size: 7pt, fill: soft)
    line(length: 100%, stroke: 0.5pt + pale)
    v(-1.5mm)
    grid(columns: (1fr, auto, auto), column-gutter: 5mm,
      [#state-words \\ #stamp-words],
      block(width: 76mm, tags(at: right)),
      context [#page-word *#counter(page).display()* / #counter(page).final().first()])
  },
)
${functions}`;
}
