// Judges JavaScript as @mdx-js/mdx does: reads cases from standard input, one JSON object a line, {"use", "text"}, and writes one
// line for each: "ok END", or "error OFFSET RULE". A use is Child, AttributeValue or Spread (what follows an opening brace) or Module
// (what begins with an import or export).
import {Parser} from 'acorn'
import jsx from 'acorn-jsx'
import {createInterface} from 'node:readline'

const parser = Parser.extend(jsx())
const options = {ecmaVersion: 2024, sourceType: 'module', preserveParens: true}
const moduleItems = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration'])

const isEmpty = (code) => code.replace(/\/\*[^]*?\*\//g, '').replace(/\/\/[^\r\n]*(\r\n|\n|\r)/g, '').trim() === ''

// An expression ends at the first brace before which there is one.
function judgeExpression(text, use) {
  const [before, after] = use === 'Spread' ? ['({', '})'] : ['', '']
  const place = (offset, length) => Math.min(Math.max(offset - before.length, 0), length)
  let error = `error ${text.length} unexpected-eof`
  for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
    const code = text.slice(0, end)
    if (isEmpty(code)) return use === 'Child' ? `ok ${end}` : 'error 0 unexpected-empty-expression'
    const whole = before + code + after
    try {
      const node = parser.parseExpressionAt(whole, 0, options)
      if (isEmpty(whole.slice(node.end, whole.length - after.length))) return use === 'Spread' ? judgeSpread(node, end) : `ok ${end}`
      error = `error ${place(node.end, end)} acorn`
    } catch (thrown) {
      error = `error ${place(thrown.pos, end)} acorn`
    }
  }

  return error
}

function judgeSpread(node, end) {
  const object = node.type === 'ParenthesizedExpression' ? node.expression : node
  if (object.type !== 'ObjectExpression') return 'error 0 non-spread'
  const [first, second] = object.properties
  if (second) return `error ${second.start - 2} spread-extra`
  return first.type === 'SpreadElement' ? `ok ${end}` : `error ${first.start - 2} non-spread`
}

// A module's block ends at the first blank line before which it is whole.
function judgeModule(text) {
  const ends = [...text.matchAll(/(?:\r\n|\n|\r)(?=[ \t]*(?:\r|\n|$))/g)].map((match) => match.index)
  for (const end of [...ends, text.length]) {
    const code = text.slice(0, end)
    try {
      const other = parser.parse(code, options).body.find((node) => !moduleItems.has(node.type))
      return other ? `error ${other.start} non-esm` : `ok ${end}`
    } catch (thrown) {
      const mayGoOn = thrown.raisedAt >= code.length || thrown.message.startsWith('Unterminated comment')
      if (end === text.length || !mayGoOn) return `error ${thrown.pos} acorn`
    }
  }
}

for await (const line of createInterface({input: process.stdin})) {
  const {use, text} = JSON.parse(line)
  console.log(use === 'Module' ? judgeModule(text) : judgeExpression(text, use))
}
