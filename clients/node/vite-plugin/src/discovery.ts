import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath } from '@rollup/pluginutils';
import { type Source, sourceOf } from './compiler.js';

/**
 * Reads the documents below a folder until there are as many characters as may be. What cannot be read is left out: whoever needs it says so.
 * The build waits for this; of many small files, reading one after the other takes a fraction of what asynchronous reads do.
 */
export function readDocuments(
  root: string,
  isDocument: (path: string) => boolean,
  skippedFolders: ReadonlySet<string>,
  mostCharacters: number,
): Source[] {
  const sources: Source[] = [];
  let characters = 0;
  for (const path of findDocuments(root, isDocument, skippedFolders)) {
    const text = orNothing(() => readFileSync(path, 'utf8'));
    if (text === undefined) continue;
    characters += text.length;
    if (characters > mostCharacters) break;
    sources.push(sourceOf(path, text));
  }
  return sources;
}

function* findDocuments(folder: string, isDocument: (path: string) => boolean, skippedFolders: ReadonlySet<string>): Generator<string> {
  for (const entry of orNothing(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
    // Bundlers write paths with slashes on every system.
    const path = normalizePath(join(folder, entry.name));
    if (entry.isFile() && isDocument(path)) yield path;
    else if (isSearched(entry, path, skippedFolders)) yield* findDocuments(path, isDocument, skippedFolders);
  }
}

function isSearched(entry: Dirent, path: string, skippedFolders: ReadonlySet<string>): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' && !skippedFolders.has(path);
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
