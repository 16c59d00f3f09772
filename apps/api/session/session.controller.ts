import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnPasswordService, SessionService, type Session, type SignedInPerson } from '#access';
import { ForSignedIn, OpenToAll } from '../access/endpoint-access';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../access/session-cookie';
import { CorrelationId, Person } from '../access/signed-in-request';
import { PasswordChangeRequest, SignInRequest } from './session.request';
import { SESSION } from './session.schema';

/** The session of the browser. */
@ApiTags('Session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly passwords: OwnPasswordService,
  ) {}

  @Post()
  @HttpCode(200)
  @OpenToAll()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; sets the session cookie' })
  @ApiOkResponse({ schema: SESSION })
  @ApiUnauthorizedResponse({ description: 'The email address or the password is wrong.' })
  @ApiTooManyRequestsResponse({ description: 'Too many failures; Retry-After says when to come back.' })
  async signIn(
    @Body() { email, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CorrelationId() correlationId: string | null,
  ): Promise<Session> {
    const { token, session } = await this.sessions.signIn({
      email,
      password,
      address: request.ip,
      previousToken: sessionTokenOf(request),
      correlationId,
    });
    setSessionCookie(reply, token);
    return session;
  }

  @Get()
  @ForSignedIn()
  @ApiOperation({ operationId: 'readSession', summary: 'Who is signed in, with the roles in force' })
  @ApiOkResponse({ schema: SESSION })
  read(@Person() person: SignedInPerson): Promise<Session> {
    return this.sessions.describe(person);
  }

  @Post('password')
  @HttpCode(204)
  @ForSignedIn()
  @ApiOperation({
    operationId: 'changeOwnPassword',
    summary: 'Change one’s own password; ends one’s other sessions',
  })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'The account has no password of this installation.' })
  @ApiUnprocessableEntityResponse({ description: 'The current password is wrong, or the new one too easy.' })
  @ApiTooManyRequestsResponse({ description: 'Too many failures; Retry-After says when to come back.' })
  async changePassword(
    @Body() { currentPassword, newPassword }: PasswordChangeRequest,
    @Person() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    const token = sessionTokenOf(request) ?? '';
    const change = { currentPassword, newPassword, token, address: request.ip };
    await this.passwords.change({ person, ...change, correlationId });
  }

  @Delete()
  @HttpCode(204)
  @ForSignedIn()
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out; the token is worthless afterwards' })
  @ApiNoContentResponse()
  async signOut(
    @Person() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.sessions.signOut(sessionTokenOf(request) ?? '', person.id, correlationId);
    clearSessionCookie(reply);
  }
}
