import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CSV_COLUMNS, DISCLOSURE_RULE, PUBLISHED_MEASURES } from '#publication';
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
      marks: [
        { mark: 'c', meaning: 'Hidden by disclosure control: 0 to 4 people.' },
        { mark: 'w', meaning: 'Withheld so that no hidden value can be worked out; it may be any number.' },
        { mark: 'x', meaning: 'Zero by construction.' },
      ],
      disclosureRule: DISCLOSURE_RULE,
    };
  }
}
