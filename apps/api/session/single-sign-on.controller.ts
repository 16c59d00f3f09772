import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiFoundResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInRefusedError, SingleSignOnService } from '#access';
import { OpenToAll } from '../access/endpoint-access';
import {
  clearSignInCookie,
  sessionTokenOf,
  setSessionCookie,
  setSignInCookie,
  signInTokenOf,
} from '../access/session-cookie';
import { CorrelationId } from '../access/signed-in-request';
import { addressOfThisSite } from './address-of-this-site';
import { SIGN_IN_OPTIONS } from './session.schema';
import { LogoutTokenRequest, SingleSignOnQuery } from './single-sign-on.request';

const SIGN_IN_PAGE = '/sign-in';

/** Signing in at the identity provider; a browser is led there and back by redirects. */
@ApiTags('Session')
@Controller('session')
@OpenToAll()
export class SingleSignOnController {
  constructor(private readonly singleSignOn: SingleSignOnService) {}

  @Get('options')
  @ApiOperation({ operationId: 'readSignInOptions', summary: 'How one may sign in' })
  @ApiOkResponse({ schema: SIGN_IN_OPTIONS })
  options(): { readonly singleSignOn: { readonly name: string } | null } {
    const { name } = this.singleSignOn;
    return { singleSignOn: name === null ? null : { name } };
  }

  @Get('single-sign-on')
  @ApiOperation({ operationId: 'beginSingleSignOn', summary: 'Lead the browser to the identity provider' })
  @ApiFoundResponse({ description: 'To the provider; back to the sign-in page when it does not answer.' })
  @ApiNotFoundResponse({ description: 'No identity provider is set up.' })
  @ApiTooManyRequestsResponse({ description: 'Too many were begun and not finished.' })
  async begin(
    @Query() { next = '/' }: SingleSignOnQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const { providerAddress, browserToken } = await this.singleSignOn.begin(
        addressOfThisSite(next),
        request.ip,
      );
      setSignInCookie(reply, browserToken);
      await reply.redirect(providerAddress, 302);
    } catch (error) {
      await refuse(reply, error);
    }
  }

  @Get('single-sign-on/callback')
  @ApiOperation({
    operationId: 'endSingleSignOn',
    summary: 'Take the browser back from the identity provider',
  })
  @ApiFoundResponse({
    description: 'To the page that was asked for, or to the sign-in page with the reason.',
  })
  @ApiNotFoundResponse({ description: 'No identity provider is set up.' })
  async complete(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    const { search, searchParams } = new URL(request.url, 'http://localhost');
    try {
      const { token, next } = await this.singleSignOn.complete({
        query: search,
        state: searchParams.get('state') ?? '',
        browserToken: signInTokenOf(request),
        previousToken: sessionTokenOf(request),
        correlationId,
      });
      clearSignInCookie(reply);
      setSessionCookie(reply, token);
      await reply.redirect(next, 302);
    } catch (error) {
      clearSignInCookie(reply);
      await refuse(reply, error);
    }
  }

  @Get('single-sign-on/sign-out')
  @ApiOperation({ operationId: 'leadToSignOut', summary: 'Lead the browser to where it signs out elsewhere' })
  @ApiFoundResponse({ description: 'To the provider, or to the sign-in page where it has no such place.' })
  @ApiNotFoundResponse({ description: 'No identity provider is set up.' })
  async signOut(@Res() reply: FastifyReply): Promise<void> {
    try {
      await reply.redirect((await this.singleSignOn.signOutAddress()) ?? SIGN_IN_PAGE, 302);
    } catch (error) {
      await refuse(reply, error);
    }
  }

  @Post('single-sign-on/ended')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSessionsElsewhere', summary: 'The identity provider ends sessions' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: LogoutTokenRequest })
  @ApiNoContentResponse({ description: 'The sessions have ended, or there were none.' })
  @ApiUnauthorizedResponse({
    description: 'The logout token is not the provider’s, not for us, or not fresh.',
  })
  @ApiNotFoundResponse({ description: 'No identity provider is set up.' })
  async ended(
    @Body() body: LogoutTokenRequest,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.singleSignOn.endElsewhere(body.logout_token, correlationId);
  }
}

/** A browser is told why on the sign-in page; what is no refusal goes on as an error. */
async function refuse(reply: FastifyReply, error: unknown): Promise<void> {
  if (!(error instanceof SignInRefusedError)) throw error;
  await reply.redirect(`${SIGN_IN_PAGE}?refused=${error.reason}`, 302);
}
