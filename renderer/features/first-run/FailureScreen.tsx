import type { SystemStatus } from '../../../shared/features/system.ts';
export function FailureScreen({ status }: { readonly status: SystemStatus }) { return <p>{status.failure?.message}</p>; }
