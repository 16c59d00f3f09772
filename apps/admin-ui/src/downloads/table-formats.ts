import type { FigureSource } from '../plan/figure-source';
import type { ShownTable } from '../planning-modules/shown-table';
import { downloadFile, fileName } from './download-file';
import type { SaveFormat } from './save-links';
import { tableCsv, tableJson } from './table-file';

/** CSV and JSON of a table as it is shown. */
export function tableFormats(title: string, table: ShownTable, source: FigureSource): SaveFormat[] {
  const name = (extension: string) => fileName([source.organisation.code, title], extension);
  return [
    {
      name: 'CSV',
      save: () => downloadFile(name('csv'), new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' })),
    },
    {
      name: 'JSON',
      save: () =>
        downloadFile(name('json'), new Blob([tableJson(title, table, source)], { type: 'application/json' })),
    },
  ];
}
