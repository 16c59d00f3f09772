import { integer, listOf, mapOf, nullable, number, object, oneOf, string } from '../openapi/schema';

const ACCURACY = {
  cells: integer,
  fte: number,
  methods: mapOf(object({ wape: number, mape: number, bias: number })),
  coverage: number,
  bandWidth: number,
};

const LABELLED = object({ key: string, label: string, ...ACCURACY });
const BY_HORIZON = listOf(object({ months: integer, ...ACCURACY }));

const ORGANISATIONS = object({
  schema: string,
  trainTo: string,
  horizon: integer,
  systems: nullable(listOf(string)),
  methods: listOf(string),
  excluded: listOf(
    object({
      reason: oneOf('transfer-in-window', 'not-published-at-the-end', 'withheld-at-the-end'),
      organisations: integer,
      cells: integer,
      fte: number,
    }),
  ),
  restated: listOf(object({ code: string, members: listOf(string) })),
  overall: nullable(object(ACCURACY)),
  byHorizon: BY_HORIZON,
  bySizeClass: listOf(LABELLED),
  byStaffGroup: listOf(LABELLED),
  byOrganisationType: listOf(LABELLED),
});

const POINT = object({
  month: string,
  projected: number,
  low: number,
  high: number,
  actual: nullable(number),
});

const ENGLAND = object({
  schema: string,
  origins: listOf(string),
  horizon: integer,
  methods: listOf(string),
  byHorizon: BY_HORIZON,
  byStaffGroup: listOf(object({ months: integer, key: string, label: string, ...ACCURACY })),
  paths: listOf(object({ staffGroup: string, label: string, opening: number, points: listOf(POINT) })),
});

export const ACCURACY_EVIDENCE = object({
  schema: string,
  organisations: ORGANISATIONS,
  origins: listOf(object({ trainTo: string, ...ACCURACY })),
  england: ENGLAND,
});
