import { parse } from 'papaparse';

/** Enough for the first line of any extract. */
const HEAD_BYTES = 65_536;
const ZIP = 'PK';

/** The headers of a CSV file, to choose from; none of a workbook, which the browser does not unpack. */
export async function fileHeaders(file: File): Promise<readonly string[]> {
  const head = await file.slice(0, HEAD_BYTES).text();
  if (head.startsWith(ZIP)) return [];
  const [first = []] = parse<string[]>(head.replace(/^\uFEFF/, ''), { preview: 1 }).data;
  return first.map((text) => text.trim()).filter((text) => text !== '');
}
