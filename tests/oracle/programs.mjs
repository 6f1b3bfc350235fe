// Runs what MDX was compiled to, as the body of a function, and gives the HTML it renders.
import {createElement, Fragment} from 'react'
import {jsx, jsxs} from 'react/jsx-runtime'
import {renderToStaticMarkup} from 'react-dom/server'

const AsyncFunction = (async () => {}).constructor

// React says much of attributes that are none; it is the same for both.
console.error = console.warn = () => {}

// Whatever a document looks up and nobody defines: a component, an object, a function.
const stub = (name) => new Proxy(function () {}, {
  apply: (target, self, [props]) => props && typeof props === 'object' && 'children' in props
    ? createElement('stub', {'data-name': name, 'data-props': Object.keys(props).join()}, props.children)
    : createElement('stub', {'data-name': name, 'data-props': String(JSON.stringify(props))}),
  get: (target, key) => key === Symbol.toPrimitive ? () => name
    : typeof key === 'symbol' || key in target || key === 'then' || key === '$$typeof' || key.startsWith('_') ? target[key]
    : stub(`${name}.${key}`),
})

const missing = (program) => [...program.matchAll(/_missingMdxReference\("([^".]+)/g)].map((match) => match[1])

/** Runs a program; gives HTML, or what it throws. */
export async function run(program) {
  const components = Object.fromEntries(missing(program).map((name) => [name, stub(name)]))
  const runtime = {Fragment, jsx, jsxs, baseUrl: 'file:///a.mdx', module: stub('module')}

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
