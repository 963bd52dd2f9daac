// The little Markdown that the contract's description uses: headings, paragraphs, lists, tables, code.

export const text = (value) =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (line) => text(line).replace(/`([^`]+)`/g, '<code>$1</code>');

export const markdown = (source) => source.trim().split(/\n{2,}/).map(block).join('\n');

function block(part) {
  const heading = /^## (.*)$/.exec(part.split('\n')[0]);
  if (heading) {
    const rest = part.split('\n').slice(1).join('\n');
    return `<h2>${inline(heading[1])}</h2>${rest ? block(rest) : ''}`;
  }
  if (part.startsWith('- ')) return list(part);
  if (part.startsWith('|')) return table(part);
  return `<p>${inline(part.replaceAll('\n', ' '))}</p>`;
}

const list = (part) =>
  `<ul>${part.slice(2).split(/\n- /).map((item) => `<li>${inline(item.replace(/\n\s*/g, ' '))}</li>`).join('')}</ul>`;

function table(part) {
  const rows = part.split('\n').filter((row) => !/^\|[-|]+\|$/.test(row)).map((row) => row.slice(1, -1).split('|'));
  const [head, ...body] = rows.map((row) => row.map((cell) => inline(cell.trim())));
  const titles = head.some(Boolean) ? `<tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>` : '';
  return `<table>${titles}${body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}
