import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { CLIENT_SCOPES, type ClientScope } from '#access';

const KEY_ID = /^[\x21-\x7e]{1,120}$/;
const LONGEST_OVERLAP_DAYS = 90;

/** A public key and its name. */
class PublicKey {
  @ApiProperty({ type: String, maxLength: 120, description: 'The `kid` of the client’s assertions.' })
  @IsString()
  @Matches(KEY_ID, { message: 'keyId must be 1 to 120 plain letters, digits and signs without blanks' })
  readonly keyId: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Public key as a JWK with `alg`.' })
  @IsObject()
  readonly publicJwk: object;
}

/** A client to register. */
export class NewApiClientRequest extends PublicKey {
  @ApiProperty({ type: String, minLength: 1, maxLength: 120 })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly name: string;

  @ApiProperty({ type: String, minLength: 1, maxLength: 255, description: 'Logged on each pull.' })
  @IsString()
  @MinLength(1)
  @MaxLength(255)
  readonly purpose: string;

  @ApiProperty({ type: String, minLength: 1, maxLength: 255, description: 'Logged on each pull.' })
  @IsString()
  @MinLength(1)
  @MaxLength(255)
  readonly legalBasis: string;

  @ApiProperty({ type: [String], enum: CLIENT_SCOPES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CLIENT_SCOPES.length)
  @IsIn(CLIENT_SCOPES, { each: true })
  readonly scopes: ClientScope[];
}

/** A further key of a client. */
export class NewClientKeyRequest extends PublicKey {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: LONGEST_OVERLAP_DAYS,
    description: 'Days until the client’s other keys stop counting; left out, they go on.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_OVERLAP_DAYS)
  readonly othersEndInDays?: number;
}

/** A change of a client. */
export class ApiClientChangeRequest {
  @ApiProperty({ type: Boolean })
  @IsBoolean()
  readonly isDisabled: boolean;
}
