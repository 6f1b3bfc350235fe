import { page } from './pages.mjs';

const texts = ['', '# A', '---\na: 1\n---\n\n# B\n', '<A b={1}/>', '{', '| a |\n| - |\n| b |', '\ufeff\r\n', 'ä€\u{1f600}', '```js\nx\n```', page(3000)];
const names = ['a.md', 'b.mdx', 'none.md', '../out.md', 'sub/c.md', '', '/etc/passwd', 'ü.md'];
const scraps = [null, true, 0, -1, 1.5, 2 ** 40, '', 'x', [], {}, [[]], { a: 1 }, '\ud800', 'x'.repeat(2000)];

/** A request of any method, which may or may not make sense. */
export function requestOf(random, id) {
  const text = () => random.pick(texts);
  const name = () => random.pick(names);
  const options = () => ({
    ...(random.chance(0.5) ? { target: random.pick(['html', 'js', 'markdown', 'context']) } : {}),
    ...(random.chance(0.2) ? { mode: random.pick(['development', 'production']) } : {}),
    ...(random.chance(0.2) ? { sourcemap: random.chance(0.5) } : {}),
    ...(random.chance(0.2) ? { settings: random.pick([{ rawHtml: 'escape' }, { math: 'auto', emoji: 'auto' }, { none: 1 }, {}]) } : {}),
  });
  const document = () => ({
    ...(random.chance(0.8) ? { file: name() } : {}),
    ...(random.chance(0.7) ? { content: text() } : {}),
    ...(random.chance(0.1) ? { path: name() } : {}),
    ...(random.chance(0.2) ? { format: random.pick(['markdown', 'mdx']) } : {}),
    ...(random.chance(0.4) ? { options: options() } : {}),
  });
  const key = () => `key ${random.below(20)}`;
  const paramsOf = {
    initialize: () => ({ protocolVersion: 1, clientInfo: { name: 'random' } }),
    configure: () => ({ settings: random.pick([{ rawHtml: 'escape' }, { rawHtml: null }, {}, { to: 'js' }, { to: null }, { none: 1 }]) }),
    transform: document,
    transformBatch: () => ({
      ...(random.chance(0.3) ? { batchId: `batch ${random.below(5)}` } : {}),
      files: Array.from({ length: random.below(20) }, document),
      options: { ...options(), ...(random.chance(0.3) ? { stream: true } : {}), ...(random.chance(0.2) ? { maxWorkers: 1 + random.below(5) } : {}), ...(random.chance(0.1) ? { timeoutMs: 1 } : {}), ...(random.chance(0.2) ? { ordered: false } : {}) },
    }),
    cancelBatch: () => ({ batchId: `batch ${random.below(5)}` }),
    normalize: () => ({ content: text() }),
    computeDigest: () => random.pick([{ content: text() }, { path: name() }, { path: name(), normalize: true }]),
    'cache.get': () => ({ key: key() }),
    'cache.set': () => ({ key: key(), value: random.pick(scraps) }),
    'cache.delete': () => ({ key: key() }),
    'cache.clear': () => ({}),
    'cache.stats': () => ({}),
    ping: () => ({}),
    metrics: () => ({}),
    '$/cancelRequest': () => ({ id: `m${random.below(10_000)}` }),
  };
  const method = random.pick(Object.keys(paramsOf));
  return { jsonrpc: '2.0', ...(method.startsWith('$') ? {} : { id }), method, params: paramsOf[method]() };
}

/** A message that something in it is changed of, as JSON. */
export function changeJson(random, message) {
  const copy = structuredClone(message);
  let holder = copy;
  while (random.chance(0.6)) {
    const inner = Object.values(holder).filter(value => typeof value === 'object' && value !== null && Object.keys(value).length > 0);
    if (inner.length === 0) {
      break;
    }

    holder = random.pick(inner);
  }

  const key = random.pick(Object.keys(holder));
  switch (random.below(4)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[key] = random.pick(scraps);
      break;
    case 2:
      holder[random.pick(['extra', 'id', 'method', '__proto__', ''])] = random.pick(scraps);
      break;
    default:
      holder[key] = [holder[key]];
      break;
  }

  return Buffer.from(JSON.stringify(copy));
}

/** Bytes of which a few are changed, lost, repeated or new. */
export function changeBytes(random, bytes) {
  let changed = Buffer.from(bytes);
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(changed.length + 1);
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    switch (random.below(5)) {
      case 0:
        changed = Buffer.concat([before, Buffer.of(random.below(256)), after.subarray(1)]);
        break;
      case 1:
        changed = Buffer.concat([before, after.subarray(1 + random.below(5))]);
        break;
      case 2:
        changed = Buffer.concat([before, after.subarray(0, random.below(30)), after]);
        break;
      case 3:
        changed = Buffer.concat([before, Buffer.from(random.pick(['"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\r', '\0', '\ufeff', '\\ud800', '0'])), after]);
        break;
      default:
        changed = random.chance(0.2) ? before : changed;
        break;
    }
  }

  return changed;
}
