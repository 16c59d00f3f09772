import { id, integer, listOf, nullable, number, object, oneOf, string } from '../openapi/schema';

export const CHECKS = object({
  findings: listOf(
    object({
      key: string,
      code: string,
      severity: oneOf('error', 'warning'),
      rule: string,
      subject: string,
      message: string,
      fix: string,
      reason: nullable(string),
    }),
  ),
  triangulation: object({
    years: listOf(integer),
    lines: listOf(
      object({
        code: string,
        label: string,
        unit: oneOf('WTE', '£', '£ for each WTE'),
        values: listOf(nullable(number)),
      }),
    ),
  }),
  contingent: object({ years: listOf(integer), secured: listOf(number), atRisk: listOf(number) }),
  netting: object({
    statement: string,
    groups: listOf(object({ code: string, label: string, people: number })),
  }),
  organisations: listOf(
    object({ id, name: string, standing: oneOf('own', 'received', 'partial'), scenario: string, runId: id }),
  ),
});
