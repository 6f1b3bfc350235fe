// The compilers, by name: each its fastest synchronous way from a text to a text, with the extensions of GitHub and front matter.
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'

const loaders = {
  // Extensions of GitHub and front matter are on.
  async satteri() {
    const {mdxToJs} = await import('satteri')
    return (text) => mdxToJs(text).code
  },
  // Extensions of GitHub and front matter are always on, and so are its own: a table of contents, ids of headings.
  async 'mdx-rs'() {
    const {compileSync} = await import('@rspress/mdx-rs')
    return (value) => compileSync({value, filepath: 'page.mdx', development: false, root: ''}).code
  },
  async 'mdx-js'() {
    const {createProcessor} = await import('@mdx-js/mdx')
    const processor = createProcessor({remarkPlugins: [remarkGfm, [remarkFrontmatter, ['yaml', 'toml']]]})
    return (text) => String(processor.processSync(text))
  }
}

export const load = (name) => loaders[name]()
