import { Global, Module } from '@nestjs/common';
import { ApiClientAdministration } from './api-clients';
import { AuditSealer, AuditTrailService } from './audit';
import { OwnPasswordService } from './people/own-password.service';
import { PeopleService } from './people/people.service';
import { PermissionService } from './permissions/permission.service';
import { PresenceService } from './presence/presence.service';
import { SessionService } from './sessions/session.service';

const SERVICES = [
  SessionService,
  PermissionService,
  PresenceService,
  PeopleService,
  OwnPasswordService,
  ApiClientAdministration,
  AuditTrailService,
  AuditSealer,
];

/** Sessions, permissions, people, clients and the audit trail; needs the persistence and platform modules. */
@Global()
@Module({
  providers: [...SERVICES],
  exports: [...SERVICES],
})
export class AccessModule {}
