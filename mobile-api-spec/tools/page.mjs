// The browsable page: one static file, no script, nothing fetched from anywhere.
import { markdown, text } from './markdown.mjs';

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 22%, transparent); --accent: light-dark(#0b5d53, #6fd0c2); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 18rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); }
main { padding: 1rem 2rem 4rem; max-width: 62rem; }
a { color: var(--accent); }
nav ul { list-style: none; padding: 0 0 0 .5rem; margin: .25rem 0 1rem; font-size: .9rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
code, pre { font: .88rem/1.45 ui-monospace, monospace; }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .4rem; }
article { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 2rem; }
h1, h2, h3, h4 { line-height: 1.25; scroll-margin-top: 1rem; }
summary { cursor: pointer; }
.verb { display: inline-block; min-width: 3.5rem; font-weight: 700; color: var(--accent); }
.quiet { opacity: .75; font-size: .9rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; } main { padding: 1rem; } }
`;

export function page(bundle, problems) {
  const named = nameOf(bundle);
  const groups = bundle.tags.map((tag) => ({ tag, operations: operationsOf(bundle, tag.name) }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(bundle.info.title)} ${text(bundle.info.version)}: the HTTP contract</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Contents">
<p><strong>${text(bundle.info.title)}</strong> ${text(bundle.info.version)}<br><a href="genvej.yaml">YAML</a> · <a href="genvej.json">JSON</a> · <a href="#problems">Problems</a> · <a href="#schemas">Schemas</a></p>
${groups.map(contents).join('\n')}
</nav>
<main>
<h1>${text(bundle.info.title)}: the HTTP contract</h1>
${markdown(bundle.info.description)}
${groups.map((group) => section(group, named)).join('\n')}
<h2 id="schemas">Schemas</h2>
${Object.entries(bundle.components.schemas).map(([name, schema]) => schemaArticle(name, schema)).join('\n')}
<h2 id="problems">Problems</h2>
${problemTable(problems)}
</main>
</body>
</html>
`;
}

function operationsOf(bundle, tag) {
  return Object.entries(bundle.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags?.includes(tag))
      .map(([method, operation]) => ({ path, method, operation, parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])] })),
  );
}

const nameOf = (bundle) => (node) =>
  node.$ref ? node.$ref.split('/').slice(1).reduce((at, key) => at[key], bundle) : node;

const contents = ({ tag, operations }) => `<strong>${text(tag.name)}</strong>
<ul>${operations.map(({ operation }) => `<li><a href="#${operation.operationId}">${text(operation.summary)}</a></li>`).join('')}</ul>`;

const section = ({ tag, operations }, named) => `<h2>${text(tag.name)}</h2>
<p>${text(tag.description)}.</p>
${operations.map((entry) => operationArticle(entry, named)).join('\n')}`;

function operationArticle({ path, method, operation, parameters }, named) {
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'));
  return `<article>
<h3 id="${operation.operationId}">${text(operation.summary)}</h3>
<p><span class="verb">${method.toUpperCase()}</span> <code>${text(path)}</code> <span class="quiet">${operation.operationId}</span></p>
${markdown(operation.description)}
<p class="quiet">${operation['x-access']} by ${operation['x-roles'].join(', ')} · ${operation['x-requirements'].join(', ')}</p>
${parameterTable(parameters.map(named))}
${operation.requestBody ? `<h4>Request</h4>${body(operation.requestBody)}` : ''}
<h4>Answer ${status}</h4>${body(success)}
<details><summary>Problems (${operation['x-problems'].length})</summary><p>${operation['x-problems'].map(problemLink).join(', ')}</p></details>
</article>`;
}

const problemLink = (code) => `<a href="#${code}"><code>${code}</code></a>`;

function parameterTable(parameters) {
  if (parameters.length === 0) return '';
  const rows = parameters.map((p) =>
    `<tr><td><code>${text(p.name)}</code></td><td>${p.in}${p.required ? ', required' : ''}</td><td>${typeOf(p.schema)}</td><td>${text(p.description)}</td></tr>`);
  return `<h4>Parameters</h4><table>${rows.join('')}</table>`;
}

function body(message) {
  const [type, media] = Object.entries(message.content)[0];
  if (!media.examples) return `<p><code>${type}</code></p>`;
  const examples = Object.entries(media.examples).map(([name, example]) =>
    `<details><summary>Example: ${text(name)}</summary><pre>${text(JSON.stringify(example.value, null, 2))}</pre></details>`);
  return `<p>${typeOf(media.schema)}</p>${examples.join('')}`;
}

function schemaArticle(name, schema) {
  const rows = Object.entries(schema.properties ?? {}).map(([property, type]) =>
    `<tr><td><code>${text(property)}</code></td><td>${schema.required?.includes(property) ? 'required' : ''}</td><td>${typeOf(type)}</td><td>${text(type.description ?? '')}</td></tr>`);
  const values = schema.enum ? `<p>${schema.enum.map((value) => `<code>${value}</code>`).join(' ')}</p>` : '';
  return `<article><h3 id="schema-${name}">${name}</h3><p>${text(schema.description ?? '')}</p>${values}${rows.length ? `<table>${rows.join('')}</table>` : ''}</article>`;
}

function typeOf(schema) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}${limits(schema.minItems, schema.maxItems)}`;
  if (schema.type === 'string' && !schema.format) return `text${limits(schema.minLength, schema.maxLength)}`;
  return `${schema.format ?? schema.type}${limits(schema.minimum, schema.maximum)}${schema.multipleOf ? ` in steps of ${schema.multipleOf}` : ''}`;
}

const limits = (least, most) =>
  least === undefined && most === undefined ? '' : ` <span class="quiet">${least ?? 0} to ${most}</span>`;

function problemTable(problems) {
  const rows = problems.map(({ code, status, title, detail, meaning }) =>
    `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td><span lang="da">${text(title.da)}. ${text(detail.da)}</span><br>${text(title.en)}. ${text(detail.en)}${meaning ? `<br><span class="quiet">${text(meaning)}</span>` : ''}</td></tr>`);
  return `<table>${rows.join('\n')}</table>`;
}
