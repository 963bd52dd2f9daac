// The problem catalogue: read from its files, checked, and asked which codes an operation may
// answer without naming them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FILES = ['problems.yaml', 'problem-rules.yaml', 'problem-transitions.yaml', 'problem-sync.yaml'];
const here = (name) => new URL(`../${name}`, import.meta.url);

/** Who an `everywhere` mark means, given what is known of an operation. */
const MEANT = {
  ANY: () => true,
  PATH: (o) => o.hasPathId,
  PAGED: (o) => o.isPaged,
  BODY: (o) => o.hasBody,
  WRITE: (o) => o.isWrite,
  CREATE: (o) => o.isCreate,
  EDIT: (o) => o.isEdit,
  SERVER: () => false,
};

export function readCatalogue() {
  const all = FILES.flatMap((name) => parse(readFileSync(here(name), 'utf8')));
  const seen = new Set();
  for (const problem of all) {
    const fault = faultOf(problem, seen);
    if (fault) throw new Error(`Problem catalogue: ${problem.code ?? '(no code)'} ${fault}`);
    seen.add(problem.code);
  }
  return all;
}

function faultOf(problem, seen) {
  if (!/^[A-Z][A-Z0-9_]*$/.test(problem.code ?? '')) return 'is not UPPER_SNAKE';
  if (seen.has(problem.code)) return 'stands there twice';
  if (!(problem.status >= 400 && problem.status <= 599)) return 'has no status';
  if (problem.everywhere && !MEANT[problem.everywhere]) return `has everywhere ${problem.everywhere}`;
  for (const part of ['title', 'detail']) {
    for (const language of ['da', 'en']) {
      if (!problem[part]?.[language]) return `has no ${part} in ${language}`;
    }
  }
  return null;
}

/** What the marks ask about an operation. */
export function traitsOf(method, operation, pathItem) {
  const names = (operation.parameters ?? []).map((p) => p.$ref ?? p.name);
  return {
    hasPathId: (pathItem.parameters ?? []).length > 0,
    isPaged: names.some((name) => /(^|\/)cursor$/i.test(name)),
    hasBody: operation.requestBody !== undefined,
    isWrite: operation['x-access'] === 'WRITE',
    isCreate: operation.responses?.['201'] !== undefined,
    isEdit: method === 'put',
  };
}

/** Every code the operation may answer: those everywhere first, then its own, each once. */
export function codesOf(catalogue, traits, own) {
  const everywhere = catalogue
    .filter((problem) => problem.everywhere && MEANT[problem.everywhere](traits))
    .map((problem) => problem.code);
  return [...new Set([...everywhere, ...own.flatMap((code) => expand(catalogue, code))])];
}

/** CANNOT_STOP_WHEN_* stands for every code that begins so; one that fits none is left as it is. */
function expand(catalogue, code) {
  if (!code.endsWith('*')) return [code];
  const fits = catalogue.map((p) => p.code).filter((c) => c.startsWith(code.slice(0, -1)));
  return fits.length > 0 ? fits : [code];
}
