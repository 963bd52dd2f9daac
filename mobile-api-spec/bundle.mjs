// Lints the contract, bundles it, and writes what is served and what code is generated from.
//   node bundle.mjs [--check]     --check stops after the lint
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE = [20, 19];
const here = fileURLToPath(new URL('.', import.meta.url));
const served = `${here}target/classes/openapi`;
const work = `${here}target/openapi`;
const ENVELOPE = ['Mutation-Id', 'Device-Id', 'Recorded-At', 'If-Match'];

function stop(message) {
  console.error(`mobile-api-spec: ${message}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
    stop(`Node ${NODE.join('.')} or newer is needed, this is ${process.versions.node}. Install it from your system's packages.`);
  }
}

/** The tools are fetched once; again only when the lock file is newer than what lies there. */
function installTools() {
  const installed = `${here}node_modules/.package-lock.json`;
  const lock = `${here}package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Fetching the tools of the contract (npm ci) ...');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: here, encoding: 'utf8' });
  if (npm.error) stop('npm is not found. It comes with Node 20; install it from your system\'s packages.');
  if (npm.status !== 0) stop(`npm ci failed:\n${npm.stdout}${npm.stderr}`);
}

function redocly(...args) {
  const cli = `${here}node_modules/@redocly/cli/bin/cli.js`;
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  const run = spawnSync(process.execPath, [cli, ...args], { cwd: here, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) stop(`${args[0]} failed:\n${run.stdout}${run.stderr}`);
}

const write = (path, text) => writeFileSync(path, text.endsWith('\n') ? text : `${text}\n`);
const json = (value) => JSON.stringify(value, null, 2);

/** Every file named is used, and everything used is named. */
function requireNothingLeftOver(bundle, problems, parse) {
  const specs = readdirSync(here).filter((name) => name.endsWith('.yaml') && !/^(problem|redocly)/.test(name));
  const text = specs.map((name) => readFileSync(here + name, 'utf8')).join('\n');
  const left = [];
  for (const name of readdirSync(`${here}examples`)) {
    if (!text.includes(`examples/${name}`)) left.push(`examples/${name}`);
  }
  for (const name of specs) {
    for (const schema of Object.keys(parse(readFileSync(here + name, 'utf8')).schemas ?? {})) {
      if (!bundle.components.schemas[schema]) left.push(`${name}#/schemas/${schema}`);
    }
  }
  const answered = new Set(operations(bundle).flatMap(({ operation }) => operation['x-problems']));
  for (const { code, everywhere } of problems) {
    if (everywhere !== 'SERVER' && !answered.has(code)) left.push(`problem ${code}`);
  }
  if (left.length > 0) stop(`used by no operation:\n  ${left.join('\n  ')}`);
}

function operations(bundle) {
  return Object.entries(bundle.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.operationId)
      .map(([method, operation]) => ({ path, method, operation })),
  );
}

/** An answer that goes on and on is nothing an interface can promise: such an operation is written by hand. */
const streams = (operation) => operation.responses['200']?.content?.['text/event-stream'];

/** For code generation: without the envelope headers, which one filter reads, without examples, and without streams. */
function forServer(bundle) {
  const copy = structuredClone(bundle);
  for (const { path, method, operation } of operations(copy)) {
    if (streams(operation)) delete copy.paths[path][method];
  }
  const isEnvelope = (parameter) => ENVELOPE.includes((copy.components.parameters[parameter.$ref?.split('/').pop()] ?? parameter).name);
  for (const { operation } of operations(copy)) {
    operation.parameters = operation.parameters?.filter((parameter) => !isEnvelope(parameter));
    if (!operation.parameters?.length) delete operation.parameters;
  }
  for (const [key, parameter] of Object.entries(copy.components.parameters)) {
    if (ENVELOPE.includes(parameter.name)) delete copy.components.parameters[key];
  }
  withoutExamples(copy);
  return copy;
}

function withoutExamples(node) {
  if (node === null || typeof node !== 'object') return;
  for (const media of Object.values(node.content ?? {})) delete media.examples;
  Object.values(node).forEach(withoutExamples);
}

requireNode();
installTools();
redocly('lint', 'openapi.yaml', '--format=stylish');
redocly('lint', 'tracking/openapi.yaml', '--config=tracking/redocly.yaml', '--format=stylish');
if (process.argv.includes('--check')) process.exit(0);

const { parse, stringify } = await import('yaml');
const { readCatalogue } = await import('./tools/catalogue.mjs');
const { page } = await import('./tools/page.mjs');

rmSync(served, { recursive: true, force: true });
mkdirSync(served, { recursive: true });
mkdirSync(work, { recursive: true });
redocly('bundle', 'openapi.yaml', '--component-renaming-conflicts-severity=error', '-o', `${served}/genvej.json`);
redocly('bundle', 'tracking/openapi.yaml', '--config=tracking/redocly.yaml', '-o', `${served}/tracking/outcomes.json`);

const bundle = JSON.parse(readFileSync(`${served}/genvej.json`, 'utf8'));
const problems = readCatalogue();
requireNothingLeftOver(bundle, problems, parse);

// Quoted so that readers of YAML 1.1, as most Java tools are, see the same values.
const asYaml = (value) => stringify(value, { version: '1.1', aliasDuplicateObjects: false, lineWidth: 100 });
write(`${served}/genvej.json`, json(bundle));
write(`${served}/genvej.yaml`, asYaml(bundle));
write(`${work}/server.yaml`, asYaml(forServer(bundle)));
write(`${served}/problems.json`, json(problems));
write(`${served}/problems.yaml`, asYaml(problems));
write(`${served}/index.html`, page(bundle, problems));
write(`${served}/tracking/outcomes.yaml`, asYaml(JSON.parse(readFileSync(`${served}/tracking/outcomes.json`, 'utf8'))));
cpSync(`${here}examples`, `${served}/examples`, { recursive: true });

console.log(`Contract ${bundle.info.version}: ${operations(bundle).length} operations, ${Object.keys(bundle.components.schemas).length} schemas, ${problems.length} problems.`);
