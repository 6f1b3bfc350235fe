import { AbstractMessageReader, AbstractMessageWriter } from 'vscode-jsonrpc/node';

/** Reads messages that are a line each, for vscode-jsonrpc. */
export class LineMessageReader extends AbstractMessageReader {
  #stream;
  #decoder = new TextDecoder();

  constructor(stream) {
    super();
    this.#stream = stream;
  }

  listen(callback) {
    let rest = '';
    this.#stream.on('data', bytes => {
      const lines = (rest + this.#decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop();
      lines.forEach(line => callback(JSON.parse(line)));
    });
    this.#stream.on('close', () => this.fireClose());
    return { dispose: () => {} };
  }
}

/** Writes messages, a line each, for vscode-jsonrpc. */
export class LineMessageWriter extends AbstractMessageWriter {
  #stream;

  constructor(stream) {
    super();
    this.#stream = stream;
  }

  write(message) {
    return new Promise((resolve, reject) => this.#stream.write(`${JSON.stringify(message)}\n`, error => error ? reject(error) : resolve()));
  }

  end() {
    this.#stream.end();
  }
}
