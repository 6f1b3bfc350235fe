import { nameOf, problemOf } from './schema.mjs';
import { violations } from './violations.mjs';

const notifications = new Set(['batch/result', 'progress']);

/** A client on two streams. It checks each message against the schema, and that each request is answered exactly once. */
export class Client {
  #output;
  #rest = [];
  #pending = new Map();
  #watchers = new Set();
  #next = 0;
  #checks;

  /** Messages that answer no request of call(): notifications, and answers to raw lines. */
  messages = [];

  constructor(input, output, { reads = true, checks = true } = {}) {
    this.#checks = checks;
    this.input = input;
    this.#output = output;
    output.on('error', () => {});
    input.on('error', () => {});
    this.ended = new Promise(resolve => {
      input.once('close', resolve);
      input.once('end', resolve);
    });
    this.ended.then(() => this.#settle());
    if (reads) {
      this.read();
    }
  }

  /** Begins to read. */
  read() {
    this.input.on('data', bytes => this.#take(bytes));
  }

  /** Writes bytes; says whether more are welcome. */
  write(bytes) {
    return this.#output.write(bytes);
  }

  /** Says that there is no more. */
  end(bytes) {
    this.#output.end(bytes);
  }

  /** Sends a request; gives the message that answers it. */
  call(method, params, { id = ++this.#next } = {}) {
    const message = { jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) };
    const answer = this.expect(id, method);
    this.write(JSON.stringify(message) + '\n');
    return answer;
  }

  /** Sends a request that the schema allows; gives its result. */
  async result(method, params, options) {
    const id = options?.id ?? ++this.#next;
    const problem = problemOf('clientMessage', { jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    if (problem) {
      violations.push(problem);
    }

    const answer = await this.call(method, params, { id });
    if (answer.error) {
      throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
    }

    return answer.result;
  }

  /** Sends a request; gives its error. */
  async error(method, params, options) {
    const answer = await this.call(method, params, options);
    if (!answer.error) {
      throw new Error(`${method} succeeded: ${JSON.stringify(answer).slice(0, 300)}`);
    }

    return answer.error;
  }

  /** Sends a notification. */
  notify(method, params) {
    this.write(JSON.stringify({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) }) + '\n');
  }

  /** The answer to a request that is sent otherwise. */
  expect(id, method) {
    return new Promise((resolve, reject) => this.#pending.set(JSON.stringify(id), { method, resolve, reject }));
  }

  /** Writes a line; gives the next message that answers no call. */
  raw(line) {
    const answer = this.message();
    this.write(Buffer.isBuffer(line) ? Buffer.concat([line, Buffer.from('\n')]) : `${line}\n`);
    return answer;
  }

  /** The next message, of those that answer no call, that a predicate holds for. */
  message(holds = () => true) {
    return new Promise((resolve, reject) => this.#watchers.add({ holds, resolve, reject }));
  }

  #take(bytes) {
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      this.#rest.push(bytes.subarray(start, end));
      const line = this.#rest.length === 1 ? this.#rest[0] : Buffer.concat(this.#rest);
      this.#rest = [];
      start = end + 1;
      this.#receive(line.toString('utf8'));
    }

    if (start < bytes.length) {
      this.#rest.push(bytes.subarray(start));
    }
  }

  #receive(line) {
    let message;
    try {
      message = JSON.parse(line);
    } catch {
      violations.push(`no JSON: ${line.slice(0, 200)}`);
      return;
    }

    const key = JSON.stringify(message.id);
    const pending = 'id' in message ? this.#pending.get(key) : undefined;
    if (this.#checks) {
      this.#check(message, pending?.method);
    }

    if (pending) {
      this.#pending.delete(key);
      pending.resolve(message);
      return;
    }

    this.messages.push(message);
    for (const watcher of this.#watchers) {
      if (watcher.holds(message)) {
        this.#watchers.delete(watcher);
        watcher.resolve(message);
        break;
      }
    }
  }

  #check(message, method) {
    const definition = 'error' in message ? 'errorResponse'
      : notifications.has(message.method) ? `${nameOf(message.method)}Notification`
      : method ? `${nameOf(method)}Response`
      : 'serverMessage';
    const problem = problemOf(definition, message);
    if (problem) {
      violations.push(problem);
    }
  }

  #settle() {
    const ended = new Error('The server ended.');
    for (const { reject } of [...this.#pending.values(), ...this.#watchers]) {
      reject(ended);
    }

    this.#pending.clear();
    this.#watchers.clear();
  }
}
