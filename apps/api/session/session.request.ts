import { ApiProperty } from '@nestjs/swagger';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#access';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** What someone signs in with. */
export class SignInRequest {
  @ApiProperty({ type: String, maxLength: 254, example: 'planner@example.org' })
  @IsString()
  @MinLength(1)
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ type: String, maxLength: LONGEST_PASSWORD, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;
}

/** A new password for oneself. */
export class PasswordChangeRequest {
  @ApiProperty({ type: String, maxLength: LONGEST_PASSWORD, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly currentPassword: string;

  @ApiProperty({
    type: String,
    maxLength: LONGEST_PASSWORD,
    format: 'password',
    description: `At least ${SHORTEST_PASSWORD} characters; not the current one, nor the own name or address.`,
  })
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  readonly newPassword: string;
}
