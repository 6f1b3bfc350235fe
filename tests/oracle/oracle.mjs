// Holds FastMd against others who read the same documents: random ones, made of the pieces of one construct or several, and changed
// examples of the specifications.
//
//   node oracle.mjs [--flavor commonmark|gfm|mdx] [--count N] [--seed N] [--fastmd COMMAND] [--of CONSTRUCT] [--show N] [--allowed N] [--development] [--text TEXT ...]
//
// With --development the programs of MDX say where each element stands, and the places are compared, too.
//
// A document differs where FastMd's HTML means something else than that of each peer, and no listed reason says why. Where the peers differ
// from each other and FastMd goes with one of them, the document is disputed. The first differences are made small and printed with what
// each made of them. Exit code 1 where more differ than are allowed.
import path from 'node:path'
import {parseArgs} from 'node:util'
import {documentOf, examplesIn} from './documents.mjs'
import {built, fastmd, root} from './fastmd.mjs'
import {minimise} from './minimise.mjs'
import {peersOf} from './peers.mjs'
import {reasonFor} from './reasons.mjs'
import {quoted, structureOf} from './structure.mjs'

const perRun = 2000
const specifications = {commonmark: ['commonmark.txt'], gfm: ['commonmark.txt', 'gfm.txt', 'gfm-extensions.txt'], mdx: ['commonmark.txt', 'gfm-extensions.txt']}

const {values} = parseArgs({options: {
  flavor: {type: 'string', default: 'gfm'},
  count: {type: 'string', default: '2000'},
  seed: {type: 'string', default: '1'},
  fastmd: {type: 'string', default: built},
  of: {type: 'string'},
  show: {type: 'string', default: '20'},
  allowed: {type: 'string', default: '0'},
  development: {type: 'boolean', default: false},
  text: {type: 'string', multiple: true},
}})
const flavour = values.flavor
const {peers, missing} = await peersOf(flavour, values.development)
const programs = flavour === 'mdx' ? await import('./programs.mjs') : undefined
const read = fastmd(values.fastmd, flavour, values.development)
if (missing.length > 0) console.log(`Not installed, and not asked: ${missing.join(', ')}.`)

const meaning = (made) => made.rejected === undefined ? structureOf(made) : `rejected at ${made.rejected}`

/** Judges texts; gives what each reader makes of them and what that says. */
async function judge(texts) {
  const made = read(texts)
  const judged = []
  for (const [index, text] of texts.entries()) {
    const own = programs && made[index].rejected === undefined ? await programs.run(made[index]) : made[index]
    const readings = {fastmd: meaning(own)}
    for (const peer of peers) readings[peer.name] = meaning(await peer.read(text))
    judged.push({text, readings, verdict: verdictOf(text, readings)})
  }

  return judged
}

function verdictOf(text, {fastmd, ...others}) {
  const theirs = Object.values(others)
  if (theirs.every((reading) => reading === fastmd)) return 'same'
  if (theirs.includes(fastmd)) return 'disputed'
  return reasonFor(flavour, {text, own: fastmd, others}) ?? 'differs'
}

function print({text, readings, verdict}, number) {
  console.log(`\n${number === undefined ? '' : `#${number} `}${verdict}: ${quoted(text)}`)
  for (const [name, reading] of Object.entries(readings)) console.log(`  ${name}\n    ${reading.replaceAll('\n', '\n    ')}`)
}

if (values.text) {
  for (const judged of await judge(values.text.map((text) => JSON.parse(`"${text.replaceAll('"', '\\"')}"`)))) print(judged)
  process.exit()
}

const examples = specifications[flavour].flatMap((file) => examplesIn(path.join(root, 'tests/Unit/Markdown/Specs', file)))
const counts = new Map()
const kinds = new Map()
const differing = []
const count = Number(values.count)
const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
for (let from = 0; from < count; from += perRun) {
  const batch = []
  for (let number = from; number < Math.min(from + perRun, count); number++) {
    const document = {...documentOf(flavour, Number(values.seed), number, examples), number}
    if (!values.of || document.of === values.of) batch.push(document)
  }

  const judged = await judge(batch.map((document) => document.text))
  judged.forEach((result, index) => {
    add(counts, result.verdict)
    if (result.verdict === 'differs') {
      add(kinds, batch[index].of)
      differing.push({...result, number: batch[index].number})
    }
  })
}

const seen = new Set()
for (const difference of differing) {
  if (seen.size >= Number(values.show)) break
  const text = await minimise(difference.text, async (texts) => (await judge(texts)).map((judged) => judged.verdict === 'differs'))
  if (!seen.has(text)) {
    seen.add(text)
    print((await judge([text]))[0], difference.number)
  }
}

const list = (map) => [...map].sort((a, b) => b[1] - a[1]).map(([name, number]) => `${number.toLocaleString('en')} ${name}`).join(', ')
console.log(`\n${flavour}, seed ${values.seed}: ${count.toLocaleString('en')} documents: ${list(counts)}${kinds.size > 0 ? ` (${list(kinds)})` : ''}`)
process.exit(differing.length > Number(values.allowed) ? 1 : 0)
