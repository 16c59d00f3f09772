import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads a PDF from its input and writes as JSON what a reader and assistive technology find in it. */
const parts = [];
for await (const part of process.stdin) parts.push(part);
const task = getDocument({ data: new Uint8Array(Buffer.concat(parts)), verbosity: 0 });
const pdf = await task.promise;
const { info, metadata } = await pdf.getMetadata();
const found = { text: '', roles: {}, alternatives: [] };

/** Counts the roles of a part of the structure tree, and gathers the words for pictures. */
function walk(node) {
  if (node?.role === undefined) return;
  found.roles[node.role] = (found.roles[node.role] ?? 0) + 1;
  if (node.alt) found.alternatives.push(node.alt);
  node.children?.forEach(walk);
}

// A table that goes on over a page has one caption and a tree on each page.
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  found.text += items.map(({ str }) => str).join(' ');
  walk(await page.getStructTree());
}
const markings = await pdf.getMarkInfo();
const outline = (await pdf.getOutline()) ?? [];
process.stdout.write(
  JSON.stringify({
    ...found,
    isMarked: markings?.Marked === true,
    language: info.Language,
    title: info.Title,
    pdfUa: metadata?.get('pdfuaid:part') === '1',
    outline: outline.map(({ title }) => title),
  }),
);
await task.destroy();
