// Compiles all pages of a folder in memory each time it reads a compiler's name from standard input, and writes a line for it:
// seconds, processor seconds, characters written.
import fs from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {load} from './compilers.mjs'

const root = process.argv[2]
const texts = fs.readdirSync(root, {recursive: true})
  .filter((file) => file.endsWith('.mdx'))
  .sort()
  .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
const compilers = {}

for await (const name of createInterface({input: process.stdin})) {
  const compile = compilers[name] ??= await load(name)
  const before = process.cpuUsage()
  const started = performance.now()
  let characters = 0
  for (const text of texts) characters += compile(text).length
  const seconds = (performance.now() - started) / 1000
  const {user, system} = process.cpuUsage(before)
  console.log(`${seconds} ${(user + system) / 1e6} ${characters}`)
}
