import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ROLES, type Role } from '#access';
import { SERVICE_COMMITMENTS } from '#modules/growth';
import { IsDay } from '../edge/is-day';

const COMMITMENTS = SERVICE_COMMITMENTS.map(({ code }) => code);

/** The database takes accented letters for plain ones: an address of another person must not be met by one. */
const ASCII = /^[\x21-\x7e]+$/;

/** A role for a person who is known by an address, or becomes known by it. */
export class NewGrantRequest {
  @ApiProperty({ type: String, format: 'email', maxLength: 254 })
  @IsEmail()
  @Matches(ASCII, { message: 'email must be of plain letters, digits and signs' })
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({
    type: String,
    minLength: 1,
    maxLength: 120,
    description: 'Of a person who is not known yet.',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly name: string;

  @ApiProperty({ type: String, enum: ROLES })
  @IsIn(ROLES)
  readonly role: Role;

  @ApiProperty({ type: String, format: 'uuid', description: 'The role holds there and on all below it.' })
  @IsUUID()
  readonly organisationId: string;

  @ApiProperty({ type: String, format: 'date', description: 'First day.' })
  @IsDay()
  readonly validFrom: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'First day on which it no longer holds.',
  })
  @IsOptional()
  @IsDay()
  readonly validTo?: string;

  @ApiPropertyOptional({ type: String, enum: COMMITMENTS, description: 'Of a clinical lead.' })
  @IsOptional()
  @IsIn(COMMITMENTS)
  readonly commitment?: string;
}

/** A change of an account. */
export class PersonChangeRequest {
  @ApiProperty({ type: Boolean })
  @IsBoolean()
  readonly isDisabled: boolean;
}
