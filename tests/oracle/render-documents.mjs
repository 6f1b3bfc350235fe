// Holds compiled documents against the reference: node render-documents.mjs FOLDER
//
// FOLDER has NAME.mdx and either NAME.mjs, what it was compiled to, or NAME.json, where it was rejected: {"line", "column"}.
// Each document is compiled by @mdx-js/mdx, too. Both programs are imported and rendered: with the components they look up, with
// every tag of Markdown replaced, with a layout, and with nothing. Exit code 1 and a line for each difference.
import fs from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {inspect} from 'node:util'
import {createElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {createProcessor} from '@mdx-js/mdx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import {componentsOf, stub} from './stub.mjs'

console.error = console.warn = () => {}
const folder = path.resolve(process.argv[2])
const processor = createProcessor({remarkPlugins: [remarkGfm, [remarkFrontmatter, ['yaml', 'toml']]]})
const tags = 'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(' ')

const replaced = Object.fromEntries(tags.map((tag) => [tag, ({children, ...props}) =>
  createElement('x-' + tag, {'data-props': JSON.stringify(props)}, children)]))
const wrapper = ({children, components, ...props}) => createElement('x-wrapper', {'data-props': Object.keys(props).join()}, children)

async function views(file, components) {
  const seen = {}
  const attempt = async (components) => {
    for (;;) {
      try {
        const {default: content} = await import(pathToFileURL(file))
        const element = content.constructor.name === 'AsyncFunction' ? await content({components}) : content({components})
        return renderToStaticMarkup(await element)
      } catch (error) {
        const [, name] = /^(\S+) is not defined$/.exec(error.message) ?? []
        if (!name || name in globalThis) return 'throws ' + error.message
        globalThis[name] = stub(name)
      }
    }
  }
  seen.plain = await attempt(components)
  seen.replaced = await attempt({...components, ...replaced})
  seen.wrapped = await attempt({...components, wrapper})
  seen.missing = await attempt({})
  const {default: _, ...rest} = await import(pathToFileURL(file)).catch(() => ({default: 0}))
  seen.exports = inspect(rest, {depth: 3})
  return seen
}

async function check(name) {
  const input = path.join(folder, name + '.mdx')
  const value = await fs.readFile(input, 'utf8')
  const rejected = await fs.readFile(path.join(folder, name + '.json'), 'utf8').then(JSON.parse, () => undefined)
  let program
  try {
    program = String(processor.processSync({value, path: input}))
  } catch (error) {
    return !rejected ? `accepted; the reference says ${error.line}:${error.column} ${error.reason}`
      : rejected.line !== error.line || rejected.column !== error.column
        ? `rejected at ${rejected.line}:${rejected.column}; the reference says ${error.line}:${error.column} ${error.reason}`
        : undefined
  }

  if (rejected) return `rejected at ${rejected.line}:${rejected.column}; the reference accepts it`
  const reference = path.join(folder, name + '.reference.mjs')
  const own = path.join(folder, name + '.mjs')
  await fs.writeFile(reference, program)
  const components = componentsOf(program, await fs.readFile(own, 'utf8'))
  const expected = await views(reference, components)
  const found = await views(own, components)
  const view = Object.keys(expected).find((view) => expected[view] !== found[view])
  return view && `${view}: ${found[view]}\n  the reference: ${expected[view]}`
}

const cases = (await fs.readdir(folder)).filter((file) => file.endsWith('.mdx')).map((file) => file.slice(0, -4)).sort()
let differences = 0
for (const name of cases) {
  const difference = await check(name)
  if (difference) {
    differences++
    console.log(`${JSON.stringify(await fs.readFile(path.join(folder, name + '.mdx'), 'utf8'))}\n  ${difference}`)
  }
}

console.log(`${cases.length} cases, ${differences} differences`)
process.exit(differences ? 1 : 0)
