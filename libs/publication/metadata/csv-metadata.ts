import { HIDDEN_MARKS, OBSERVATION_COLUMNS } from '../observation-columns';

/** The CSVW metadata document of the CSV file (W3C, Metadata Vocabulary for Tabular Data). */
export function csvMetadata(title: string): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'observations.csv',
    'dc:title': title,
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: OBSERVATION_COLUMNS.map(({ name, title: columnTitle, type, isOptional }) => ({
        name,
        titles: [name],
        'dc:description': columnTitle,
        datatype: type,
        required: !isOptional,
        ...(name === 'value' ? { null: [...HIDDEN_MARKS] } : {}),
      })),
    },
  };
}
