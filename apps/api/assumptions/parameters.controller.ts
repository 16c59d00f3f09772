import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MODULE_NAMES, PARAMETERS, PLANNING_MODULES, type ParameterDefinition } from '#modules';
import { Requires } from '../access/endpoint-access';
import { PARAMETER_CATALOGUE } from './assumption.schema';

interface ParameterCatalogue {
  readonly modules: readonly { readonly code: string; readonly name: string }[];
  readonly parameters: readonly ParameterDefinition[];
}

/** The registry of assumptions. */
@ApiTags('Assumptions')
@Controller('parameters')
export class ParametersController {
  @Get()
  @Requires('parameters:read', 'anywhere')
  @ApiOperation({ operationId: 'listParameters', summary: 'Every assumption that can be entered' })
  @ApiOkResponse({ schema: PARAMETER_CATALOGUE })
  list(): ParameterCatalogue {
    const modules = PLANNING_MODULES.map((code) => ({ code, name: MODULE_NAMES[code] }));
    return { modules, parameters: PARAMETERS };
  }
}
