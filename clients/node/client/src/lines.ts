const newline = 0x0a;

/** Puts lines together from pieces of bytes, however those are cut. */
export class Lines {
  #begun: Buffer[] = [];

  constructor(private readonly receive: (line: string) => void) {}

  push(piece: Buffer): void {
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline)) {
      this.#begun.push(piece.subarray(0, end));
      piece = piece.subarray(end + 1);
      const line = this.#begun.length === 1 ? this.#begun[0]!.toString('utf8') : Buffer.concat(this.#begun).toString('utf8');
      this.#begun = [];
      this.receive(line);
    }

    if (piece.length > 0) this.#begun.push(piece);
  }
}
