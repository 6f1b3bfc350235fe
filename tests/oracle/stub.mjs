// Whatever a document looks up and nobody defines: a component, an object, a function.
import {createElement} from 'react'

export const stub = (name) => new Proxy(function () {}, {
  apply: (target, self, [props]) => props && typeof props === 'object' && 'children' in props
    ? createElement('stub', {'data-name': name, 'data-props': Object.keys(props).join()}, props.children)
    : createElement('stub', {'data-name': name, 'data-props': JSON.stringify(props)}),
  get: (target, key) => key === Symbol.toPrimitive ? () => name
    : typeof key === 'symbol' || key in target || key === 'then' || key === '$$typeof' || key.startsWith('_') ? target[key]
    : stub(`${name}.${key}`),
})

/** Stubs for the components that programs look up. */
export const componentsOf = (...programs) => Object.fromEntries(programs
  .flatMap((program) => [...program.matchAll(/_missingMdxReference\("([^".]+)/g)].map((match) => match[1]))
  .map((name) => [name, stub(name)]))
