import { cellText } from '../content/words';
import { PAPER_LANGUAGE, type Paper, type PaperBlock, type PaperTable } from '../paper';
import { isRightAligned } from './column-widths';
import type { PictureOf } from './word.writer';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
body{font:1.1875rem/1.5 Arial,sans-serif;color:#212b32;max-width:46rem;margin:0 auto;padding:1.5rem}
h1{font-size:2.25rem;line-height:1.2;color:#005eb8;margin:0 0 .5rem}h2{font-size:1.6rem;margin:2.2rem 0 .7rem}
.lead{font-size:1.375rem}.note{font-size:1rem;color:#4c6272}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:1rem}caption{text-align:left;font-weight:bold;margin-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #d8dde0}
.figure{text-align:right;font-variant-numeric:tabular-nums}img{max-width:100%;height:auto}
@media print{body{max-width:none;padding:0}}`.replaceAll('\n', '');

function tableHtml({ table }: PaperTable): string {
  const attributes = (place: number) => (isRightAligned(table, place) ? ' class="figure"' : '');
  const head = table.columns
    .map(({ label }, place) => `<th scope="col"${attributes(place)}>${escaped(label)}</th>`)
    .join('');
  const rows = table.rows.map((cells) => {
    const inRow = cells.map((cell, place) => {
      const text = escaped(cellText(cell));
      return place === 0 ? `<th scope="row">${text}</th>` : `<td${attributes(place)}>${text}</td>`;
    });
    return `<tr>${inRow.join('')}</tr>`;
  });
  const caption = escaped(table.title);
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function blockHtml(block: PaperBlock, pictureOf: PictureOf): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p class="${block.tone}">${escaped(block.text)}</p>`;
    case 'table':
      return tableHtml(block);
    case 'figure': {
      const source = `data:image/png;base64,${pictureOf(block).png.toString('base64')}`;
      return `<figure><figcaption>${escaped(block.title)}</figcaption><img src="${source}" alt="${escaped(block.alternative)}"></figure>`;
    }
  }
}

/** A paper as one web page that needs nothing else: no script, no picture or style from elsewhere. */
export function writeWebPage(paper: Paper, pictureOf: PictureOf): Uint8Array {
  const { title, subtitle, identity, blocks } = paper;
  const lines = identity.map(([label, value]) => `${escaped(label)}: ${escaped(value)}`).join('<br>');
  const body = [
    `<main><h1>${escaped(title)}</h1><p>${escaped(subtitle)}</p>`,
    ...blocks.map((block) => blockHtml(block, pictureOf)),
    `<p class="note">${lines}</p></main>`,
  ].join('\n');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style>`;
  return Buffer.from(
    `<!doctype html>\n<html lang="${PAPER_LANGUAGE}"><head>${head}</head><body>\n${body}\n</body></html>\n`,
    'utf8',
  );
}
