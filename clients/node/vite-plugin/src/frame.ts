const linesAround = 2;

/** The lines around a place, with a mark under it. */
export function codeFrame(source: string, line: number, column: number): string {
  const lines = source.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - linesAround);
  const last = Math.min(lines.length, line + linesAround);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    frame.push(`${String(number).padStart(width)}  |  ${lines[number - 1]}`);
    if (number === line) frame.push(`${' '.repeat(width)}  |  ${' '.repeat(column - 1)}^`);
  }
  return frame.join('\n');
}
