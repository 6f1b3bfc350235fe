// Random documents: pieces of one construct, of several, and changed examples of the specifications. The same seed and number make the
// same document.
import fs from 'node:fs'

const common = ['a', 'b', ' ', ' ', '\n', '\n\n']

// What stands at the beginning of lines is more often there than elsewhere; a piece that begins with a line break sees to it.
export const constructs = {
  footnotes: ['[^1]', '[^2]', '[^a b]', '\n[^1]: ', '\n\n[^1]: x', '\n\n[^2]: y\n', '\n    c', '\n\n    d', '[t][^1]', '![c[^1]](x)', '[s[^1]](u)',
    '[]', '[^1][]', '\n---\n', '\n===\n', '\n- ', '\n> ', '[^', ']: ', '*', '`', '\n[^3]: z[^3]', '^[i]'],
  lists: ['\n- ', '\n* ', '\n+ ', '\n1. ', '\n2. ', '\n10.  ', '\n1.   ', '\n   1. ', '\n  - ', '\n    - ', '\n     - ', '\n-\t', '\n\t', '\n  ', '\n    ',
    '\n     ', '\n1) ', '\n0. ', '\n-', '\n1.', '\n> ', '\n```\n', '\n- - ', '\n- 1. ', '\n# ', '\n---', '\n[x]: /u'],
  tasks: ['\n- [x] ', '\n- [ ] ', '\n- [X]', '\n1. [ ] ', '\n  - [x] ', '[ ]', '\n- [x]\t', '\n~', '\n- ', '\n\n'],
  emphasis: ['*', '**', '***', '_', '__', '___', '*', '**', '_', '~~', '~', '&nbsp;', '&#x20;', '&#97;', '&amp;', '&copy;', '：', '。', '注意', '🎉', '🚀',
    'é', '.', ',', '!', '(', ')', '"', '\u00a0', '\u2028', '\ufeff', '\u000b', '\u3000', '£', '`c`', '[l](u)', '<i>', '\\*', '\\'],
  autolinks: ['https://h.co', 'http://h.co/a', 'www.a.b', 'www.', 'https://', 'http&#58;//a.b', 'a@b.co', 'mailto:a@b.co', 'xmpp:a@b.c/d', 'a\\@b.co', 'first\\_last@x.com',
    'www\\.a.b', '<https://h.co>', '<a@b.c>', '<a id="x"/>', '</a>', '~', '#:~:text=a', '?q=1&b', '&amp;', '.', ',', ')', '(', '_', '-', '*', '　', 'を', "'", '"', '|', ':', '/', '[', ']', '](u)',
    'HTTP://X.Y', 'ftp://a.b', 'localhost:3000', '//a.b', '&copy;', '<'],
  definitions: ['[a]: u', '\n[a]: /u', '\n[b]: <v>', ' "t"', " 't'", ' (t)', '\n"Text', "\n'Tis", '\n(see', '[a]', '[b]', '[a][b]', '[a][]', '[c][a]', '![a]', '\n[//]: # (c)',
    '\n[A\\]]:', '\n---\n', '\n===\n', '\n\n', '\n[a]:\n', '\n  [c]: d', '\n- ', '\n> ', 'u(', '\\', '<', '>', '[SS]: s', '[ß]', '[x', ']: y'],
  links: ['[', ']', '![', '](', ')', '](u)', '](<u v>)', ' "t"', " 't", '(', '\\)', '\\[', '<', '>', '*', '`', '![i](j)', '[k](l "m")', '\n', '&lt;', '%20', ' ', '"', '[]()', '<b>'],
  code: ['`', '``', '```', '\n```\n', '\n```js\n', '\n~~~\n', '\n    ', '\n\t', '\n  ', '\n ', '\n\n', '  ', '\t', '\\`', '<', '&', '\n> ', '\n- ', '\n````', '1. '],
  tables: ['|', '|', '\n|', '|\n', '|-|', '\n|-|-|\n', '\na|b\n-|-\n', '\n:-|:-:\n', '\\|', '`|`', '`\\|`', 'C:\\\\|', '\n---|\n', '\n|\n', '**', '[l](u)', '\n> ', '\n- ', '\n\n', '\n    ', '||', '<b>'],
  html: ['<a>', '</a>', '<b x="y">', "<i z='", '<br/>', '<!--', '-->', '<?', '?>', '<!A', '>', '<![CDATA[', ']]>', '\n<div>\n', '\n</div>', '\n<pre>', '</pre>', '\n<script>', '</script>', '\n<x>\n',
    '\n<style', '\n<h2>', '</h2>', '*', '\n\n', '\n', '<', '<-', '\n> <p>', '\n- <p>'],
  alerts: ['\n> [!NOTE]', '\n> [!tip]', '\n> [!WARNING] ', '\n> [!X]', '\n> ', '\n>', '\n> - x', '\n> > [!NOTE]\n', '\n- > [!NOTE]\n', '\n\n', '\n> # h', '[!NOTE]', '\n>\n', '\n    > [!NOTE]\n'],
  blocks: ['\n# ', '\n## h #', '\n###', '\n===\n', '\n---\n', '\n- ', '\n> ', '\n>', '\n* * *\n', '\n    ', '\n\n', '\\\n', '  \n', '\n```\n', '\n<p>', '\n#', '#', '\n___', '\n\t', '\r\n', '\r', '\n=', '\n-'],
  frontMatter: ['---\n', '\n---\n', '---', 'a: b', '\n...\n', '\n===\n', '+++\n', '\n---\nx', '--- \n', '----\n', '\n\n', '# h'],
  entities: ['&', '&amp;', '&lt;', '&#0;', '&#x1F600;', '&copy', '&copycat;', '&ngE;', '&#128;', '&#99999999;', '&MadeUp;', ';', '#', '\\&', '\\', '`&amp;`', '[a](&lt;)', '<a b="&quot;">'],
}

const mdxConstructs = {
  tags: ['<a>', '</a>', '<B/>', '<b x="y">', '</b>', "<c d='e", '<T t="x \\| y"/>', '<></>', '<a.b/>', '<a:b/>', '{...p}', '<d e={f}/>', '\n<div>\n', '\n</div>\n', '\n\n', '\n  ', '\n> ', '\n- ', '<', '>', '&copycat;', '&#128;', '<i j="&notit;"/>', '*', '`<`', '\n    '],
  expressions: ['{a}', '{', '}', '{"}"}', '{/* c */}', '{`${b}`}', '{x \\|\\| y}', '\n{c}\n', '\n\n', '\n  ', '{<i/>}', '{(d)}', '{[1,\n2]}', '\n> {', '\n- {', '*', '**', '|', '\\{', '{/* #id */}', '\n    '],
  esm: ['\nimport A from "a"\n', '\nexport const b = 1\n', '\n\n', 'import', '\nexport default function ({children}) { return children }\n', '{b}', '<A/>', '\nimport ', '\nexport {b as c}\n', '\n> import x', '\n- export', '# h'],
}

const without = {
  commonmark: ['footnotes', 'alerts', 'tables', 'tasks'],
  gfm: [],
  mdx: ['html', 'frontMatter', 'alerts'],
}

export function constructsOf(flavour) {
  const all = flavour === 'mdx' ? {...constructs, ...mdxConstructs} : constructs
  return Object.fromEntries(Object.entries(all).filter(([name]) => !without[flavour].includes(name)))
}

/** The Markdown of the examples in a file as the specifications have them. */
export function examplesIn(file) {
  const fence = '`'.repeat(32)
  return fs.readFileSync(file, 'utf8').split(fence + ' example').slice(1)
    .map((text) => text.slice(text.indexOf('\n') + 1).split(/^\.$/m)[0].replaceAll('→', '\t'))
}

function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The document of that number. Gives its text and what it was made of. */
export function documentOf(flavour, seed, number, examples) {
  const next = random(Math.imul(seed, 0x9e3779b1) ^ number)
  const below = (count) => Math.floor(next() * count)
  const pick = (list) => list[below(list.length)]
  const all = constructsOf(flavour)
  const names = Object.keys(all)
  const kind = next()
  if (kind < 0.25 && examples.length > 0) {
    return {text: changed(pick(examples), {next, below, pick, pieces: all[pick(names)], other: pick(examples)}).toWellFormed(), of: 'example'}
  }

  const first = pick(names)
  const pieces = kind < 0.75 ? all[first] : [...all[first], ...all[pick(names)]]
  const few = next() < 0.6 ? Array.from({length: 2 + below(6)}, () => pick(pieces)) : pieces
  const length = pick([2, 3, 4, 5, 6, 8, 12, 20])
  const share = pick([0, 0.3, 0.5])
  const text = Array.from({length}, () => next() < share ? pick(common) : pick(few)).join('')
  return {text: (first === 'frontMatter' ? text : text.replace(/^\n+/, '')).toWellFormed(), of: first}
}

function changed(text, {next, below, pick, pieces, other}) {
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const at = below(text.length + 1)
    const end = Math.min(text.length, at + 1 + below(6))
    const choice = next()
    text = choice < 0.35 ? text.slice(0, at) + pick(pieces) + text.slice(at)
      : choice < 0.55 ? text.slice(0, at) + text.slice(end)
      : choice < 0.7 ? text.slice(0, end) + text.slice(at)
      : choice < 0.85 ? text.slice(0, at) + other.slice(below(other.length + 1))
      : text.slice(0, at) + pick([' ', '\t', '\n', '\\', '  ', '> ', '- ', '*']) + text.slice(end)
  }

  return text
}
