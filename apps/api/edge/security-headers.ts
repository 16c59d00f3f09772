import type { FastifyHelmetOptions } from '@fastify/helmet';

const SELF = ["'self'"];
const NONE = ["'none'"];
/** The engine's kernel is WebAssembly; this allows that and no evaluation of script. */
const WEB_ASSEMBLY = ["'wasm-unsafe-eval'"];

/**
 * Everything comes from here and nothing is written into a page: no inline script or style, no frame, no
 * other site. Requests are not upgraded by the page, for it is served on plain localhost too.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NONE,
      scriptSrc: [...SELF, ...WEB_ASSEMBLY],
      styleSrc: SELF,
      imgSrc: [...SELF, 'data:'],
      fontSrc: SELF,
      connectSrc: SELF,
      workerSrc: SELF,
      manifestSrc: SELF,
      formAction: SELF,
      baseUri: NONE,
      frameAncestors: NONE,
      objectSrc: NONE,
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
};
