// HTML as what it means: the tree a browser makes of it, without what the readers write differently and mean the same by.
import {parseFragment} from 'parse5'

const blocks = new Set(('address article aside blockquote body center details dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section '
  + 'summary table tbody td tfoot th thead tr ul').split(' '))
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** One line an element or text. White space counts in code and attributes, elsewhere as browsers show it. */
export function structureOf(html) {
  const lines = []
  // The last line break may be within an element that nobody closes.
  const tree = parseFragment(html.replace(/\n$/, ''))
  hoistCheckBoxes(tree)
  write(tree.childNodes, '', false, lines)
  return lines.join('\n')
}

/** A task's check box stands in its paragraph or before it. */
function hoistCheckBoxes(node) {
  const children = node.childNodes ?? []
  if (node.nodeName === 'li') {
    const paragraph = children.find((child) => !isIdleSpace(child))
    const box = paragraph?.nodeName === 'p' && paragraph.childNodes[0]
    if (box && box.nodeName === 'input') {
      paragraph.childNodes.shift()
      box.parentNode = node
      children.splice(children.indexOf(paragraph), 0, box)
    }
  }

  children.forEach(hoistCheckBoxes)
}

function write(nodes, indent, isStrict, lines) {
  nodes = nodes.filter((node) => !isIdleSpace(node) && !isFootnoteTitle(node))
  nodes.forEach((node, index) => {
    if (node.nodeName === '#text') {
      const text = isStrict ? node.value : collapsed(node.value, isEdge(nodes[index - 1]) && (index > 0 || isBlockParent(node)), isEdge(nodes[index + 1]) && (index + 1 < nodes.length || isBlockParent(node)))
      if (text) lines.push(indent + quoted(text))
    } else if (node.nodeName === '#comment') {
      lines.push(`${indent}<!--${node.data.replace(/ id="[^"]*"/g, '')}-->`)
    } else if (isFootnoteLink(node, 'ref')) {
      lines.push(`${indent}[note ${textOf(node)}]`)
    } else if (isFootnoteLink(node, 'backref')) {
      lines.push(`${indent}[back]`)
    } else {
      lines.push(`${indent}<${node.nodeName}${attributesOf(node)}>`)
      write((node.content ?? node).childNodes, indent + ' ', isStrict || node.nodeName === 'pre' || node.nodeName === 'code' || node.nodeName === 'textarea', lines)
    }
  })
}

/** A text as JSON, in which characters that a terminal does not show, or shows like others, stand as escapes. */
export const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u00a0\u2000-\u206f\u3000\ufeff]/g, (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'))

const collapsed = (text, trimsStart, trimsEnd) => {
  let plain = text.replace(/[ \t\r\n]+/g, ' ')
  if (trimsStart) plain = plain.replace(/^ /, '')
  return trimsEnd ? plain.replace(/ $/, '') : plain
}

const isEdge = (node) => node === undefined || node.nodeName === 'br' || blocks.has(node.nodeName)
const isBlockParent = (node) => node.parentNode.nodeName === '#document-fragment' || blocks.has(node.parentNode.nodeName)
const isIdleSpace = (node) => node.nodeName === '#text' && /^[ \t\r\n]*$/.test(node.value) && isBlockParent(node) && node.parentNode.nodeName !== 'pre'
  && siblings(node).every(isEdge)

function siblings(node) {
  const all = node.parentNode.childNodes
  const at = all.indexOf(node)
  return [all[at - 1], all[at + 1]]
}

const attribute = (node, name) => node.attrs?.find((attribute) => attribute.name === name)?.value

function attributesOf(node) {
  return (node.attrs ?? [])
    .filter(({name, value}) => !isLeftOut(node, name, value))
    .map(({name, value}) => name === 'style' && /^text-align: ?(left|right|center);?$/.test(value) ? ['align', value.split(':')[1].replace(';', '').trim()] : [name, value])
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort().join('')
}

// Ids of headings and footnotes, and what classes and roles say of lists of tasks, alerts and footnotes.
const isLeftOut = (node, name, value) => (name === 'id' && (headings.has(node.nodeName) || /^(user-content-)?fn-?\w/.test(value)))
  || (name === 'class' && /^(contains-task-list|task-list-item|footnotes|footnote-ref)/.test(value))
  || name === 'data-footnotes'
  || (name === 'dir' && value === 'auto')

const isFootnoteLink = (node, kind) => (node.nodeName === 'a' && (attribute(node, `data-footnote-${kind}`) !== undefined
  || (attribute(node, 'class') ?? '').includes(`footnote-${kind}`)))
  || (kind === 'ref' && node.nodeName === 'sup' && (node.childNodes.length === 1) && isFootnoteLink(node.childNodes[0], kind))
  || (kind === 'ref' && node.nodeName === 'a' && /^#(user-content-)?fn-?\w/.test(attribute(node, 'href') ?? '') && attribute(node, 'id') !== undefined)

const isFootnoteTitle = (node) => node.nodeName === 'h2' && attribute(node, 'id') === 'footnote-label'

const textOf = (node) => node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('')
