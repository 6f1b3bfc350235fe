const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const mostNesting = 64;
const mostOfId = 1024;

/** Whom the answer to a line is for, by the documentation: undefined where none is due, null where the id is not known, else the id as JSON. */
export function answerOf(line) {
  let text;
  let message;
  try {
    text = decoder.decode(line).replace(/^\ufeff/, '');
    if (/^[ \t\r]*$/.test(text)) {
      return text.length === line.length ? undefined : null;
    }

    message = JSON.parse(text);
  } catch {
    return null;
  }

  if (typeof message !== 'object' || message === null || Array.isArray(message) || shapeOf(text).nesting > mostNesting) {
    return null;
  }

  if (Object.hasOwn(message, 'id')) {
    return isId(message.id) ? JSON.stringify(message.id) : null;
  }

  return isNotification(message, shapeOf(text).members) ? undefined : null;
}

/** How deep a text of JSON nests, and how many members its object has, those included that stand twice. */
function shapeOf(text) {
  let depth = 0;
  let nesting = 0;
  let members = 0;
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{}:]/g)) {
    if (token === '{' || token === '[') {
      nesting = Math.max(nesting, ++depth);
    } else if (token === '}' || token === ']') {
      depth--;
    } else if (token === ':' && depth === 1) {
      members++;
    }
  }

  return { nesting, members };
}

function isId(id) {
  return typeof id === 'number' || (typeof id === 'string' && id.isWellFormed() && id.length <= mostOfId);
}

function isNotification(message, members) {
  const names = Object.keys(message);
  return message.jsonrpc === '2.0'
    && typeof message.method === 'string' && message.method.isWellFormed()
    && (!Object.hasOwn(message, 'params') || (typeof message.params === 'object' && message.params !== null && !Array.isArray(message.params)))
    && names.every(name => ['jsonrpc', 'method', 'params'].includes(name))
    && names.length === members;
}
