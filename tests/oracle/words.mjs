// Says which words of documents are not in what FastMd makes of them, and that no diagnostic tells of.
//
//   node words.mjs PATH... [--flavor gfm|commonmark] [--fastmd COMMAND] [--show N]
//
// A word is a run of letters and digits. It may come out as text or in an attribute, as often as it stands in the source. Definitions and front
// matter do not count, nor do marks: labels of references, kinds of alerts, numbers of items.
import fs from 'node:fs'
import {parseArgs} from 'node:util'
import {parseFragment} from 'parse5'
import {built, convert} from './fastmd.mjs'

const {values, positionals} = parseArgs({allowPositionals: true, options: {
  flavor: {type: 'string', default: 'gfm'},
  fastmd: {type: 'string', default: built},
  show: {type: 'string', default: '40'},
}})

const frontMatter = /^\ufeff?---[ \t]*(\r\n|\n|\r)[^]*?(\r\n|\n|\r)(---|\.\.\.)[ \t]*(?=\r|\n|$)/

/** A source without what has its meaning in another form: definitions, labels of references, kinds of alerts, numbers of items, and what follows a fence's language. */
const worded = (source) => source.split(/\r\n?|\n/)
  .filter((line) => !/^[ \t>]*\[(?!\^)[^\]]+\]:/.test(line))
  .map((line) => line
    .replace(/\]\[[^\]]*\]|\[!\w+\]|\[[ xX]\]|\[\^[^\]\s]+\]/g, ' ')
    .replace(/^[ \t>]*(?:[-+*] +)*\d+[.)](?=\s|$)/, ' ')
    .replace(/^([ \t>]*(?:`{3,}|~{3,})[ \t]*[^\s`]+)[ \t][^`]*$/, '$1'))
  .join('\n')

/** How often each word stands in a text. */
function count(text, counts = new Map()) {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function collect(node, counts) {
  for (const {name, value} of node.attrs ?? []) count(`${name} ${decoded(value)}`, counts)
  if (node.tagName) count(node.tagName, counts)
  if (node.nodeName === '#text') count(node.value, counts)
  if (node.nodeName === '#comment') count(node.data, counts)
  for (const child of (node.content ?? node).childNodes ?? []) collect(child, counts)
  return counts
}

const decoded = (value) => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

let documents = 0
let words = 0
const lost = []
const {results, outcome} = convert(values.fastmd, positionals, ['--flavor', values.flavor, '--as', 'fragment', '--set', 'math=off', '--set', 'emoji=off'])
if (results.length === 0) throw new Error(outcome)
for (const result of results) {
  if (result.content === undefined || result.content === null || result.diagnostics.some(({severity}) => severity === 'error')) continue
  documents++
  const source = fs.readFileSync(result.source, 'utf8').replace(values.flavor === 'gfm' ? frontMatter : /$^/, '')

  // A reference is the character it stands for on both sides, and what HTML does not show is compared as it is written.
  const wanted = collect(parseFragment(worded(source).replaceAll('<', ' &lt; ')), new Map())
  const shown = collect(parseFragment(result.content), new Map())
  const written = count(result.content)
  for (const [word, number] of wanted) {
    const made = Math.max(shown.get(word) ?? 0, written.get(word) ?? 0)
    words += number
    const isTold = result.diagnostics.some(({code}) => code === 'FM2004')
    if (made < number && !isTold) lost.push({file: result.source, word, number, made, told: result.diagnostics.map(({code}) => code).join()})
  }
}

for (const {file, word, number, made, told} of lost.slice(0, Number(values.show))) {
  console.log(`${file}: ${JSON.stringify(word)} stands ${number} times in the source and ${made} in the output${told ? ` (${told})` : ''}`)
}

console.log(`${documents.toLocaleString('en')} documents, ${words.toLocaleString('en')} words, ${lost.length.toLocaleString('en')} missing`)
process.exit(lost.length > 0 ? 1 : 0)
