// Redocly plugin: what our contract asks for beyond the common rules, and the two things that are
// filled in before the rules look: examples from their files, and problem answers from x-problems.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { codesOf, readCatalogue, traitsOf } from './catalogue.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const BOUNDED_FORMATS = ['uuid', 'date', 'date-time'];
const ENVELOPE = ['MutationId', 'DeviceId', 'RecordedAt'];

const catalogue = readCatalogue();
const byCode = new Map(catalogue.map((problem) => [problem.code, problem]));
const common = parse(readFileSync(new URL('../common.yaml', import.meta.url), 'utf8'));
const roles = common.schemas.Role.enum;

/** `value: {$ref: examples/x.json}` becomes the file's content; OpenAPI itself knows no such reference. */
const inlineExamples = () => ({
  Example: {
    enter(example, ctx) {
      const file = example.value?.$ref;
      if (!file) return;
      const from = dirname(ctx.location.source.absoluteRef);
      example.value = JSON.parse(readFileSync(resolve(from, file), 'utf8'));
    },
  },
});

/** Adds the codes that hold everywhere, and one answer for each status among the codes. */
const completeProblems = () => ({
  PathItem: {
    enter(item) {
      for (const method of METHODS.filter((m) => item[m])) complete(item[method], method, item);
    },
  },
});

function complete(operation, method, item) {
  const own = operation['x-problems'] ?? [];
  const codes = codesOf(catalogue, traitsOf(method, operation, item), own);
  operation['x-problems'] = codes;
  const statuses = new Set(codes.map((code) => byCode.get(code)?.status).filter(Boolean));
  for (const status of [...statuses].sort()) {
    operation.responses[status] ??= { $ref: `common.yaml#/responses/Problem${status}` };
  }
}

/** Every operation says who may call it, what may go wrong, why it exists, and shows it. */
const operationComplete = () => ({
  Operation(operation, ctx) {
    const say = (message, ...at) => ctx.report({ message, location: ctx.location.child(at) });
    const named = operation['x-roles'] ?? [];
    if (named.length === 0 || named.some((role) => !roles.includes(role))) {
      say('x-roles must name one or more of the roles in common.yaml.');
    }
    for (const code of operation['x-problems'] ?? []) {
      if (!byCode.has(code)) say(`${code} is not in the problem catalogue.`, 'x-problems');
    }
    if (!(operation['x-requirements'] ?? []).every((name) => /^[RONS][0-9]+$/.test(name))) {
      say('x-requirements holds something that is no requirement.', 'x-requirements');
    }
    if (!operation['x-requirements']?.length) say('x-requirements is missing.');
    if (operation.requestBody && !hasExample(operation.requestBody)) {
      say('The request has no example.', 'requestBody');
    }
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (status.startsWith('2') && !hasExample(answer)) say('The answer has no example.', 'responses', status);
    }
  },
});

/** What is no JSON, a PDF, cannot be shown in text. */
const hasExample = (message) =>
  Object.entries(message.content ?? {})
    .filter(([type]) => /json/.test(type))
    .every(([, media]) => Object.keys(media.examples ?? {}).length > 0);

/** A write carries the envelope, an edit its version, and a read neither. */
const writeEnvelope = () => ({
  PathItem(item, ctx) {
    for (const method of METHODS.filter((m) => item[m])) {
      const operation = item[method];
      const refs = (operation.parameters ?? []).map((p) => (p.$ref ?? '').split('/').pop());
      const say = (message) => ctx.report({ message, location: ctx.location.child([method]) });
      const write = operation['x-access'] === 'WRITE';
      if (!write && !['READ', 'QUEUE'].includes(operation['x-access'])) say('x-access must be READ, WRITE or QUEUE.');
      if (method === 'get' && write) say('A GET never writes.');
      if (method === 'patch' || method === 'delete') say('Nothing is patched or deleted here.');
      for (const name of ENVELOPE) {
        if (write !== refs.includes(name)) say(`${name} belongs to writes, to each of them, and only there.`);
      }
      if ((method === 'put') !== refs.includes('IfMatch')) say('IfMatch belongs to PUT, and only there.');
      const receipt = ['200', '201'].filter((status) => operation.responses[status]);
      if (receipt.length !== 1) say('An operation answers either 200 or 201 when it goes well.');
    }
  },
});

/** Nothing is open-ended: no unknown property, no endless text, list or number, nothing composed. */
const closedAndBounded = () => ({
  Schema(schema, ctx) {
    const say = (message) => ctx.report({ message });
    for (const word of ['allOf', 'oneOf', 'anyOf', 'not']) {
      if (schema[word]) say(`${word} does not survive code generation; write a flat schema.`);
    }
    if (schema.type === 'object' && schema.additionalProperties !== false && !schema['x-judged-elsewhere']) {
      say('additionalProperties: false is missing.');
    }
    if (schema.type === 'array' && schema.maxItems === undefined) say('maxItems is missing.');
    if (schema.type === 'string' && !isBoundedText(schema)) say('maxLength is missing.');
    if (['number', 'integer'].includes(schema.type) && !(schema.minimum <= schema.maximum)) {
      say('minimum and maximum are missing, or the wrong way round.');
    }
  },
});

const isBoundedText = (schema) =>
  schema.enum || schema.maxLength !== undefined || BOUNDED_FORMATS.includes(schema.format);

/** Objects and enumerations get a name, so that generated classes have one too. */
const namedObjects = () => ({
  Schema(schema, ctx) {
    const inline = !/^#\/schemas\/[^/]+$/.test(ctx.location.pointer);
    if (inline && (schema.type === 'object' || schema.enum)) ctx.report({ message: 'Give it a name under schemas.' });
  },
});

/** Readers of YAML 1.1, most Java tools among them, take these bare words for true or false. */
const MISREAD = /^(y|n|yes|no|on|off|true|false)$/i;

const wordsNotMisread = () => ({
  Schema(schema, ctx) {
    const names = [...Object.keys(schema.properties ?? {}), ...(schema.enum ?? [])];
    for (const name of names.filter((n) => MISREAD.test(n))) ctx.report({ message: `${name} is read as a boolean by YAML 1.1.` });
  },
  Parameter(parameter, ctx) {
    if (MISREAD.test(parameter.name)) ctx.report({ message: `${parameter.name} is read as a boolean by YAML 1.1.` });
  },
});

export default () => ({
  id: 'genvej',
  preprocessors: {
    oas3: { 'inline-examples': inlineExamples, 'complete-problems': completeProblems },
  },
  rules: {
    oas3: {
      'operation-complete': operationComplete,
      'write-envelope': writeEnvelope,
      'closed-and-bounded': closedAndBounded,
      'named-objects': namedObjects,
      'words-not-misread': wordsNotMisread,
    },
  },
});
