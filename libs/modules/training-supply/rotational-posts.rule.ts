import type { RegisterRule } from '../register/register-rule';

/** Trainees whom another organisation employs and another hosts are no one's here. */
export const rotationalPostProblems: RegisterRule = (rows) =>
  rows
    .filter((row) => row.has('leadEmployer') && row.has('host'))
    .map((row) => ({
      entry: row.id,
      field: 'host',
      rule: 'employed-or-hosted-here',
      message: 'trainees with another employer and another host neither work here nor are employed here',
      fix: 'clear the lead employer if they are employed here, or the host if they work here',
    }));
