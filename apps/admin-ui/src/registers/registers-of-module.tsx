import { useQuery } from '@tanstack/react-query';
import { registersQuery } from '../api/analysis-queries';
import type { Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { isRollUp } from '../organisations/organisation-tree';
import { Failure } from '../states/failure';
import { RegisterCard } from './register-card';

interface RegistersOfModuleProps {
  readonly unit: Unit;
  readonly module: string;
  readonly overview: Overview;
}

/** The registers of a module; at a system or region only those whose entries reach the organisations below. */
export function RegistersOfModule({ unit, module, overview }: RegistersOfModuleProps) {
  const registers = useQuery(registersQuery);
  if (registers.isError) {
    return <Failure error={registers.error} what="the registers" onRetry={() => void registers.refetch()} />;
  }
  const isSum = isRollUp(overview.organisation.type);
  return (registers.data ?? [])
    .filter((register) => register.module === module && (!isSum || register.reach === 'subtree'))
    .map((register) => (
      <RegisterCard key={register.key} unit={unit} register={register} overview={overview} />
    ));
}
