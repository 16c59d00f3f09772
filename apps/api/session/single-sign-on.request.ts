import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** A browser that wants to sign in elsewhere. */
export class SingleSignOnQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: 1000,
    description: 'Address of this site to go to afterwards.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly next?: string;
}

/** What the identity provider sends when a session ended there. */
export class LogoutTokenRequest {
  @ApiProperty({ name: 'logout_token', type: String, maxLength: 8192 })
  @IsString()
  @MinLength(1)
  @MaxLength(8192)
  readonly logout_token: string;
}
