// Runs what MDX was compiled to, as the body of a function, and gives the HTML it renders.
import {Fragment} from 'react'
import {jsx, jsxs} from 'react/jsx-runtime'
import {renderToStaticMarkup} from 'react-dom/server'
import {componentsOf, stub} from './stub.mjs'

const AsyncFunction = (async () => {}).constructor

// React says much of attributes that are none; it is the same for both.
console.error = console.warn = () => {}

// In development programs say where each element stands.
const jsxDEV = (type, props, key, isStatic, {lineNumber, columnNumber} = {}) =>
  jsx(type, typeof type === 'string' ? {...props, 'data-place': `${lineNumber}:${columnNumber}`} : props, key)

/** Runs a program; gives HTML, or what it throws. */
export async function run(program) {
  const components = componentsOf(program)
  const runtime = {Fragment, jsx, jsxs, jsxDEV, baseUrl: 'file:///a.mdx', module: stub('module')}

  // Modules that are imported have whatever a document looks for in them.
  const body = program.replace(/await import\([^)]*\)/g, 'arguments[0].module')
  for (;;) {
    try {
      const {default: content} = await new AsyncFunction(body)(runtime)
      const element = content.constructor.name === 'AsyncFunction' ? await content({components}) : content({components})
      return renderToStaticMarkup(await element)
    } catch (error) {
      const [, name] = /^(\S+) is not defined$/.exec(error.message) ?? []
      if (!name || name in globalThis) return `throws ${error.message}`
      globalThis[name] = stub(name)
    }
  }
}
