import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

/** Which tree is asked for. */
export class OrganisationsQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;
}
