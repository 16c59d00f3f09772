export { recordAudit, type AuditEvent } from './record-audit';
export { AuditSealer, type AuditHead, type SealingResult } from './audit-sealer';
export { type AuditFilter, type AuditTrailEntry } from './audit-trail';
export { AuditTrailService, type AuditPage } from './audit-trail.service';
export { verifyAudit, type AuditFault, type AuditVerification } from './verify-audit';
