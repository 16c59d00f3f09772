import { WARNING_REASONS } from '../sections';
import { CONTENT_RULES } from './content.rules';
import { FIGURE_RULES } from './figure.rules';
import type { CheckMaterial, CheckRule, Finding } from './check-rule';

/** Every rule, errors and warnings alike. */
export const CHECK_RULES: readonly CheckRule[] = [...CONTENT_RULES, ...FIGURE_RULES];

/** A finding with its rule, and the reason that was given for it. */
export interface CheckedFinding extends Finding {
  /** `<rule> <subject>`: what a reason names. */
  readonly key: string;
  readonly code: string;
  readonly severity: CheckRule['severity'];
  readonly rule: string;
  /** Null for an error, and for a warning without one. */
  readonly reason: string | null;
}

/** Holds a document against every rule of its kind, errors first. Pure. */
export function runChecks(material: CheckMaterial): readonly CheckedFinding[] {
  const reasons = new Map(
    (material.contents[WARNING_REASONS] ?? []).map(({ values }) => [values['finding'], values['reason']]),
  );
  const rules = CHECK_RULES.filter(({ documents }) => documents.includes(material.kind));
  const findings = rules.flatMap((rule) => {
    const { code, severity, label, threshold, find } = rule;
    return find(material, threshold?.value ?? 0).map((finding): CheckedFinding => {
      const key = `${code} ${finding.subject}`;
      const reason = severity === 'warning' ? String(reasons.get(key) ?? '').trim() : '';
      return { ...finding, key, code, severity, rule: label, reason: reason === '' ? null : reason };
    });
  });
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
}

/** Whether a finding keeps a document in its draft. */
export function isBlocking({ severity, reason }: CheckedFinding): boolean {
  return severity === 'error' || reason === null;
}
