import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { type Ending, FastMdError } from './errors.js';
import { findExecutable } from './executable.js';
import type { FastMdOptions } from './types.js';

/** A server at the other end of two streams. */
export interface Transport {
  readonly input: Writable;
  readonly output: Readable;
  /** How it ended: settled when it has, and all that it wrote has been read. */
  readonly ended: Promise<Ending>;
  /** Whether Node stays alive for it. */
  hold(isHeld: boolean): void;
  /** Ends it at once. */
  kill(): void;
}

const keptBytes = 4096;

/** Starts a process of our own, or connects to a server that listens. */
export function open(options: FastMdOptions): Transport {
  return options.pipe === undefined ? startProcess(options) : connectPipe(options.pipe);
}

function startProcess(options: FastMdOptions): Transport {
  const roots = (options.roots ?? []).flatMap((root) => ['--root', root]);
  const child = spawn(findExecutable(options.path), ['serve', ...roots, ...(options.args ?? [])], {
    cwd: options.cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (failure) => resolve({ exitCode: null, signal: null, stderr: failure.message }));
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, stderr }));
  });

  // Where there is no file descriptor left, there are no streams either.
  if (child.stdout === undefined || child.stdout === null) throw new FastMdError('fastmd cannot be started: the process has too many files open.');
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-keptBytes);
    options.onLog?.(text);
  });

  // What cannot be written any more shows as the end of the process.
  child.stdin.on('error', () => {});
  return {
    input: child.stdin,
    output: child.stdout,
    ended,
    hold: (isHeld) => {
      for (const handle of [child, child.stdin, child.stdout, child.stderr] as unknown as Socket[]) {
        isHeld ? handle.ref() : handle.unref();
      }
    },
    kill: () => child.kill('SIGKILL'),
  };
}

function connectPipe(pipe: string): Transport {
  const socket = connect(process.platform === 'win32' && !pipe.startsWith('\\\\') ? `\\\\.\\pipe\\${pipe}` : pipe);
  let message = '';
  socket.once('error', (failure) => { message = failure.message; });
  return {
    input: socket,
    output: socket,
    ended: new Promise((resolve) => socket.once('close', () => resolve({ exitCode: null, signal: null, stderr: message }))),
    hold: (isHeld) => { isHeld ? socket.ref() : socket.unref(); },
    kill: () => socket.destroy(),
  };
}
