import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** What someone signs in with. */
export class SignInRequest {
  @ApiProperty({ type: String, maxLength: 254, example: 'planner@example.org' })
  @IsString()
  @MinLength(1)
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ type: String, maxLength: 256, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  readonly password: string;
}
