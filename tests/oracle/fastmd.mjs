// Reads many documents by one run of the executable.
import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const memory = '/dev/shm'

/** The results of converting files and trees, by the paths of their sources. */
export function convertTree(command, paths, options) {
  const [program, ...before] = command
  const {stdout, stderr, error} = spawnSync(
    program, [...before, 'convert', ...paths, ...options, '--json', '--no-link-warnings', '--quiet'], {encoding: 'utf8', maxBuffer: 1 << 30})
  if (error || !stdout) throw new Error(`${command.join(' ')} gave nothing: ${error ?? stderr}`)
  return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)).map((result) => [result.source, result])
}

/** A reader by a command line such as ['dotnet', 'fastmd.dll'] or ['fastmd']. */
export function fastmd(command, flavour, development = false) {
  const folder = fs.mkdtempSync(path.join(fs.existsSync(memory) ? memory : os.tmpdir(), 'oracle-'))
  const extension = flavour === 'mdx' ? '.mdx' : '.md'
  const options = flavour === 'mdx' ? ['--to', 'mdx', '--mdx-program', 'functionbody', ...(development ? ['--development'] : [])] : ['--flavor', flavour, '--as', 'fragment']
  process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}))

  /** What each text becomes: HTML or a program, or {rejected: 'line:column', code}. */
  return function read(texts) {
    const documents = path.join(folder, 'documents')
    fs.rmSync(documents, {recursive: true, force: true})
    fs.mkdirSync(documents)
    texts.forEach((text, index) => fs.writeFileSync(path.join(documents, String(index).padStart(6, '0') + extension), text))
    const [program, ...before] = command
    const {stdout, stderr, status, error} = spawnSync(
      program, [...before, 'convert', documents, ...options, '--json', '--no-link-warnings', '--quiet'],
      {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30})
    const results = (stdout ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line))
    if (results.length !== texts.length) {
      throw new Error(`${command.join(' ')} gave ${results.length} results for ${texts.length} documents, exit code ${status}: ${error ?? stderr}`)
    }

    return results.map((result) => {
      const failure = result.diagnostics.find((diagnostic) => diagnostic.severity === 'error')
      return failure ? {rejected: `${failure.line}:${failure.column}`, code: failure.code} : result.content
    })
  }
}
