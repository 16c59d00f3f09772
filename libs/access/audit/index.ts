export { recordAudit, type AuditEvent } from './record-audit';
export { AuditSealer, type AuditHead, type SealingResult } from './audit-sealer';
export { verifyAudit, type AuditFault, type AuditVerification } from './verify-audit';
