import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import net from 'node:net';
import { basename, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Client } from './client.mjs';
import { folder } from './folders.mjs';

/** The executable under test. */
export const executable = process.env.FASTMD_PATH ?? 'fastmd';

/** Starts a server, which ends with the test at the latest. */
export function start({ args = [], cwd = folder(), cache = join(cwd, '.cache'), env = {}, reads = true } = {}) {
  const child = spawn(executable, ['serve', '--cache', cache, ...args], { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
  let log = '';
  child.stderr.on('data', text => { log += text; });
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const client = new Client(child.stdout, child.stdin, { reads });
  return { child, client, cwd, cache, exited, log: () => log };
}

/** Starts a server that listens on a socket, and waits until it does. */
export async function listen({ socket, ...options }) {
  const server = start({ ...options, args: ['--pipe', socket, ...(options.args ?? [])] });
  await appears(socket);
  return server;
}

/** Connects to a socket. */
export async function connect(socket) {
  const stream = net.connect({ path: socket, allowHalfOpen: true });
  await once(stream, 'connect');
  onTestFinished(() => { stream.destroy(); });
  const client = new Client(stream, stream);
  return { client, stream };
}

/** A figure of a process in bytes, such as VmRSS or VmHWM. */
export function memoryOf(pid, figure) {
  return Number(new RegExp(`^${figure}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}

/** Waits until something can be connected to at a path. */
async function appears(socket) {
  const watcher = watch(dirname(socket));
  try {
    while (!await answers(socket)) {
      if (!existsSync(socket)) {
        await once(watcher, 'change');
      } else {
        await new Promise(resolve => setImmediate(resolve));
      }
    }
  } finally {
    watcher.close();
  }
}

function answers(socket) {
  return new Promise(resolve => {
    const stream = net.connect(socket);
    stream.once('connect', () => { stream.end(); resolve(true); });
    stream.once('error', () => resolve(false));
  });
}
