// Why a document may come out otherwise than the peers have it. Each reason stands in docs/conformance.md.

const unicodeSpace = '[\\u000b\\u001c-\\u001f\\u0085\\u2028\\u2029\\ufeff]'

/** Each has the flavours it is of, and says whether it applies to a text that comes out otherwise. */
export const reasons = [
  {
    // Front matter is a mapping; what is none stays text. Three dots end it, too.
    name: 'front matter',
    flavours: ['gfm'],
    applies: ({text}) => /^---[ \t]*(\r\n|\r|\n)/.test(text),
  },
  {
    // The peers know none; GitHub's own are in tests/Unit.
    name: 'alerts',
    flavours: ['gfm'],
    applies: ({own}) => own.includes('markdown-alert'),
  },
  {
    // A list item begins with at most one blank line; to cmark a line of enough spaces is none.
    name: 'empty items',
    flavours: ['gfm'],
    applies: ({text}) => /^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]*)+(?:\[[ xX]\][ \t]*)?(\r\n?|\n)[ \t>]*[ \t][ \t>]*(\r|\n)/m.test(text),
  },
  {
    // Symbols are punctuation since version 0.31 of CommonMark; cmark-gfm implements 0.29, and micromark counts what is left of a run.
    name: 'symbols beside emphasis',
    flavours: ['gfm'],
    applies: ({text}) => /[*_~][\p{Sc}\p{Sm}\p{Sk}\p{So}]|[\p{Sc}\p{Sm}\p{Sk}\p{So}][*_~]/u.test(text),
  },
  {
    // An address ends at any Unicode space; cmark knows those of ASCII.
    name: 'Unicode space in addresses',
    flavours: ['gfm'],
    applies: ({text}) => /(:\/\/|www\.)\S*[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(text),
  },
  {
    // Declarations are `<!A>` since version 0.31 of CommonMark, too.
    name: 'declarations',
    flavours: ['gfm'],
    applies: ({text}) => /<![a-z]/i.test(text),
  },
  {
    // A backslash before a pipe means something in a table; cmark takes it off the text before a table, too.
    name: 'pipes before a table',
    flavours: ['gfm'],
    applies: ({text, own}) => /\\\|/.test(text) && own.includes('<table>'),
  },
  {
    // What follows a definition is read as if it were not there; cmark-gfm takes some for text, some with an open parenthesis for one, and
    // looks for them after the marker of a task.
    name: 'definitions',
    flavours: ['gfm'],
    applies: ({text}) => /\]:[ \t]*(\S*\(|.*(\r\n?|\n)[ \t>]*---)|\[[ x]\][ \t]+\[[^\]]*\]:/i.test(text),
  },
  {
    // Links do not nest: within one that is written in HTML an address stays text.
    name: 'links in HTML links',
    flavours: ['gfm'],
    applies: ({text}) => /<a[\s>]/i.test(text) && /:\/\/|www\.|@/.test(text),
  },
  {
    // A numeric reference is the character of that number; the peers take numbers from 128 to 159 for those of Windows, or for none.
    name: 'numbers of control characters',
    flavours: ['commonmark', 'gfm'],
    applies: ({text}) => /&#(x0*[89][0-9a-f]|0*1(2[89]|[345]\d)|\d{8,});/i.test(text),
  },
  {
    // Unicode white space is the category Zs, tab, line feed, form feed and carriage return; JavaScript counts more, beside emphasis and at
    // both ends of lines.
    name: 'white space of JavaScript',
    flavours: ['commonmark', 'gfm'],
    applies: ({text}) => new RegExp(`[*_~]${unicodeSpace}|${unicodeSpace}[*_~]|^[ \\t]*(\\p{Zs}|${unicodeSpace})(?<! )|(?! )(\\p{Zs}|${unicodeSpace})[ \\t]*$`, 'mu').test(text),
  },
  {
    // In an address the number of a control character is that character; in text it is U+FFFD, as in the reference.
    name: 'control characters in addresses',
    flavours: ['mdx'],
    applies: ({text, own}) => /\](\(|:).*&#/.test(text) && /href="[^"]*%(0|1|7F|C2%[89])/.test(own),
  },
  {
    // The reference writes programs that no engine takes, or that fail: a name is declared twice, or used before it is declared.
    name: 'programs that fail',
    flavours: ['mdx'],
    applies: ({own, others}) => Object.values(others).every((reading) => /^"throws /.test(reading) && (own.startsWith('rejected') || reading.includes('before initialization'))),
  },
]

/** The name of the first that applies; undefined where none does. */
export function reasonFor(flavour, difference) {
  return reasons.find((reason) => reason.flavours.includes(flavour) && reason.applies(difference))?.name
}
