import { LEAVER_PARAMETERS } from './leaver-parameters';
import { PARTICIPATION_PARAMETERS } from './participation-parameters';
import { RETURN_PARAMETERS } from './return-parameters';

/** Retention: who leaves, why and where to; who comes back; how much people work. */
export const RETENTION_PARAMETERS = [...LEAVER_PARAMETERS, ...RETURN_PARAMETERS, ...PARTICIPATION_PARAMETERS];
