import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit';
import { PermissionService } from './permissions/permission.service';
import { PresenceService } from './presence/presence.service';
import { SessionService } from './sessions/session.service';

/** Sessions, permissions and the audit trail; needs the persistence and platform modules. */
@Global()
@Module({
  providers: [SessionService, PermissionService, PresenceService, AuditSealer],
  exports: [SessionService, PermissionService, PresenceService, AuditSealer],
})
export class AccessModule {}
