import type { TransformResult } from '@fastmd/client';

/** A module that exports a document's HTML, front matter and headings. */
export function htmlModule({ code, metadata }: TransformResult): string {
  return [
    `export const html = ${literal(code)};`,
    `export const attributes = ${literal(metadata.frontMatter ?? {})};`,
    `export const toc = ${literal(metadata.headings)};`,
    'export default { html, attributes, toc };',
    '',
  ].join('\n');
}

function literal(value: unknown): string {
  // As a plain key, __proto__ would set the prototype. In a text it cannot look like this: its quotes would be escaped.
  return JSON.stringify(value).replaceAll('"__proto__":', '["__proto__"]:');
}
