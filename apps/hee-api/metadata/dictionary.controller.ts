import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CSV_COLUMNS, PUBLISHED_MEASURES, ROUNDING_RULE } from '#publication';
import { RequireScope } from '../token/bearer.guard';

/** What the published words mean: measures, columns, marks and the disclosure rule. */
@ApiTags('Metadata')
@ApiBearerAuth('clientCredentials')
@RequireScope('releases:read')
@Controller('v1/dictionary')
export class DictionaryController {
  @Get()
  @ApiOperation({
    operationId: 'readDictionary',
    summary: 'Measures, columns, marks and the disclosure rule',
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  read(): Readonly<Record<string, unknown>> {
    return {
      measures: PUBLISHED_MEASURES,
      csvColumns: CSV_COLUMNS,
      marks: [{ mark: 'c', meaning: 'Hidden by disclosure control: the value is under 5.' }],
      disclosureRule: ROUNDING_RULE,
    };
  }
}
