import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';

/** Whether the person may do something somewhere; pages offer nothing that the server would refuse. */
export function useMay(permission: string): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.permissions.includes(permission) ?? false;
}

/** Whether the person may do what concerns every organisation. */
export function useMayNationally(permission: string): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.nationalPermissions.includes(permission) ?? false;
}
