// Those who read the same documents. Each gives HTML, or where a document was rejected: {rejected: 'line:column'}.
import {spawnSync} from 'node:child_process'

/** The peers of a flavour, and those that are not installed. */
export async function peersOf(flavour, development = false) {
  const peers = {
    commonmark: [['commonmark.js', commonmark], ['micromark', micromark]],
    gfm: [['cmark-gfm', cmarkGfm], ['micromark-gfm', micromarkGfm]],
    mdx: [['@mdx-js/mdx', mdx]],
  }[flavour]
  const made = await Promise.all(peers.map(async ([name, make]) => ({name, read: await make(development)})))
  return {peers: made.filter((peer) => peer.read), missing: made.filter((peer) => !peer.read).map((peer) => peer.name)}
}

async function commonmark() {
  const {Parser, HtmlRenderer} = await import('commonmark')
  const parser = new Parser()
  const renderer = new HtmlRenderer()

  // Where definitions are followed by dashes it writes an empty paragraph.
  return (text) => renderer.render(parser.parse(text)).replaceAll('<p></p>\n', '')
}

async function micromark() {
  const {micromark} = await import('micromark')
  return (text) => micromark(text, {allowDangerousHtml: true, allowDangerousProtocol: true})
}

async function micromarkGfm() {
  const {micromark} = await import('micromark')
  const {gfm, gfmHtml} = await import('micromark-extension-gfm')
  const {frontmatter, frontmatterHtml} = await import('micromark-extension-frontmatter')

  // GitHub's renderer filters no tags; that is done later.
  const {exit: {htmlFlowData, htmlTextData, ...exit}, ...html} = gfmHtml()
  const options = {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm(), frontmatter(['yaml'])],
    htmlExtensions: [{...html, exit}, frontmatterHtml(['yaml'])],
  }
  return (text) => micromark(text, options)
}

function cmarkGfm() {
  const options = ['--unsafe', ...['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => ['-e', name])]
  if (spawnSync('cmark-gfm', ['--version']).error) return undefined
  return (text) => spawnSync('cmark-gfm', options, {input: withoutFrontMatter(text), encoding: 'utf8'}).stdout
}

// cmark knows none.
const withoutFrontMatter = (text) => text.replace(/^\ufeff?---[ \t]*(\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))??---[ \t]*(?=\r|\n|$)/, '')

async function mdx(development) {
  const {createProcessor} = await import('@mdx-js/mdx')
  const {default: frontMatter} = await import('remark-frontmatter')
  const {default: gfm} = await import('remark-gfm')
  const {run} = await import('./programs.mjs')
  const processor = createProcessor({development, outputFormat: 'function-body', remarkPlugins: [gfm, [frontMatter, ['yaml', 'toml']]]})
  return async (text) => {
    let program
    try {
      program = String(processor.processSync(text))
    } catch (error) {
      return {rejected: `${error.line ?? 0}:${error.column ?? 0}`}
    }

    return run(program)
  }
}
