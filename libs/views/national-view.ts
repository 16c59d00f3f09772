import {
  crossCheckTables,
  NATIONAL_PICTURE_LINES,
  nationalTables,
  type CrossChecksAnswer,
  type NationalChoice,
  type NationalPictureAnswer,
} from './lists';
import { chosenTable, type TableChoices } from './report-view';
import type { View } from './view';

/** All systems of a round together, and what the cross-checks found. */
export function nationalView(
  {
    picture,
    crossChecks,
  }: { readonly picture: NationalPictureAnswer; readonly crossChecks: CrossChecksAnswer },
  choice: NationalChoice,
  shown: TableChoices,
): View {
  const { name, scenario } = picture.round;
  const tables = [...nationalTables(picture, choice), ...crossCheckTables(crossChecks)];
  return {
    key: 'national',
    title: `National picture: ${NATIONAL_PICTURE_LINES[choice.line]?.label ?? choice.line}`,
    source: {
      organisation: null,
      scenario: null,
      kind: 'records',
      run: null,
      engineVersion: null,
      calculatedAt: null,
    },
    notes: [`${name}. Systems without a plan stand with their default plan: ${scenario}.`],
    tables: tables.map((table) => chosenTable('national', table, shown[table.key] ?? null)),
  };
}
