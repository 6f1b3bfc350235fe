import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../../../../docs/protocol.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: false });
ajv.addSchema(schema, 'protocol');

/** What a message is, by the name of its definition. */
export const definitions = schema.$defs;

/** What is wrong with a message; null where nothing is. */
export function problemOf(definition, message) {
  const validate = ajv.getSchema(`protocol#/$defs/${definition}`);
  if (!validate) {
    return `there is no schema ${definition}`;
  }

  return validate(message) ? null : `${definition}: ${ajv.errorsText(validate.errors)}: ${String(JSON.stringify(message)).slice(0, 500)}`;
}

/** Name that a method has in the schema. */
export function nameOf(method) {
  return method.replace('$/', '').replace(/[./]([a-z])/g, (_, letter) => letter.toUpperCase());
}
