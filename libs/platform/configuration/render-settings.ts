import { describedVariables } from './variable.decorator';

/** The text of config/.env.example: every variable with its meaning, its rule and an example. */
export function renderEnvironmentExample(): string {
  const blocks = describedVariables().map(({ name, meaning, rule, whenAbsent, example }) =>
    [`# ${meaning}`, `# It ${rule}.`, `# When absent: ${whenAbsent}.`, `#${name}=${example}`].join('\n'),
  );
  const head = '# Settings of Wholetime. All are optional; take the # off a line to set it.';
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** The settings as a Markdown table for the documentation. */
export function renderSettingsTable(): string {
  const rows = describedVariables().map(
    ({ name, meaning, rule, whenAbsent }) => `| \`${name}\` | ${meaning} It ${rule}. | ${whenAbsent} |`,
  );
  return `${['| Variable | Meaning and rule | When absent |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}
