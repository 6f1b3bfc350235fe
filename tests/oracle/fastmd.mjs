// Reads many documents by one run of the executable.
import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const memory = '/dev/shm'

/** The checkout these tools belong to. */
export const root = path.resolve(import.meta.dirname, '../..')

/** The command line of what is built here. */
export const built = `dotnet ${path.join(root, 'src/FastMd.Cli/bin/Release/net10.0/fastmd.dll')}`

/** The results of converting files and trees, and what went wrong where there are none. */
export function convert(command, paths, options, cwd) {
  const [program, ...before] = command.split(' ')
  const {stdout, stderr, status, error} = spawnSync(
    program, [...before, 'convert', ...paths, ...options, '--json', '--no-link-warnings', '--quiet'], {cwd, encoding: 'utf8', maxBuffer: 1 << 30})
  const results = (stdout ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line))
  return {results, outcome: `${command} gave ${results.length} results, exit code ${status}: ${error ?? stderr}`}
}

/** A reader by a command line such as `dotnet fastmd.dll` or `fastmd`. */
export function fastmd(command, flavour, development = false) {
  const folder = fs.mkdtempSync(path.join(fs.existsSync(memory) ? memory : os.tmpdir(), 'oracle-'))
  const extension = flavour === 'mdx' ? '.mdx' : '.md'
  const options = flavour === 'mdx' ? ['--to', 'js', '--mdx-program', 'functionbody', ...(development ? ['--development'] : [])] : ['--flavor', flavour, '--as', 'fragment', '--set', 'math=off', '--set', 'emoji=off']
  process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}))

  /** What each text becomes: HTML or a program, or {rejected: 'line:column', code}. */
  return function read(texts) {
    const documents = path.join(folder, 'documents')
    fs.rmSync(documents, {recursive: true, force: true})
    fs.mkdirSync(documents)
    texts.forEach((text, index) => fs.writeFileSync(path.join(documents, String(index).padStart(6, '0') + extension), text))
    const {results, outcome} = convert(command, [documents], options, folder)
    if (results.length !== texts.length) throw new Error(`${outcome}, for ${texts.length} documents`)

    return results.map((result) => {
      const failure = result.diagnostics.find((diagnostic) => diagnostic.severity === 'error')
      return failure ? {rejected: `${failure.line}:${failure.column}`, code: failure.code} : result.content
    })
  }
}
