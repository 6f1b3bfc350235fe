// Compiles a tree of pages: node tree.mjs COMPILER SOURCE DESTINATION [THREADS]
// Threads take pages as they come, the longest first; each reads, compiles and writes.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {Worker, isMainThread, workerData} from 'node:worker_threads'
import {fileURLToPath} from 'node:url'
import {load} from './compilers.mjs'

if (isMainThread) {
  const [compiler, source, destination, threads = os.availableParallelism()] = process.argv.slice(2)
  const pages = fs.readdirSync(source, {recursive: true})
    .filter((page) => page.endsWith('.mdx'))
    .map((page) => ({page, size: fs.statSync(path.join(source, page)).size}))
    .sort((one, other) => other.size - one.size)
    .map(({page}) => page)
  for (const folder of new Set(pages.map((page) => path.dirname(page)))) fs.mkdirSync(path.join(destination, folder), {recursive: true})
  const next = new Int32Array(new SharedArrayBuffer(4))
  for (let thread = 0; thread < threads; thread++) {
    new Worker(fileURLToPath(import.meta.url), {workerData: {compiler, source, destination, pages, next}})
  }
} else {
  const {compiler, source, destination, pages, next} = workerData
  const compile = await load(compiler)
  for (let i; (i = Atomics.add(next, 0, 1)) < pages.length;) {
    const text = fs.readFileSync(path.join(source, pages[i]), 'utf8')
    fs.writeFileSync(path.join(destination, pages[i].slice(0, -4) + '.js'), compile(text))
  }
}
