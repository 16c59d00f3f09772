import { LEAVER_BASIS_PARAMETERS } from './leaver-basis-parameters';
import { LEAVER_PARAMETERS } from './leaver-parameters';
import { PARTICIPATION_PARAMETERS } from './participation-parameters';
import { REPLACEMENT_PARAMETERS } from './replacement-parameters';
import { RETIREMENT_PARAMETERS } from './retirement-parameters';
import { RETURN_PARAMETERS } from './return-parameters';

/** Retention: who leaves, why and where to; who comes back; how much people work. */
export const RETENTION_PARAMETERS = [
  ...LEAVER_PARAMETERS,
  ...LEAVER_BASIS_PARAMETERS,
  ...RETIREMENT_PARAMETERS,
  ...RETURN_PARAMETERS,
  ...PARTICIPATION_PARAMETERS,
  ...REPLACEMENT_PARAMETERS,
];
