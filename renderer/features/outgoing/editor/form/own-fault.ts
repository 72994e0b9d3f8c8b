import { createContext } from 'react';

/**
 * How a control tells its field that what stands in it was not understood; null when all is well. The model does
 * not know of it, so what the check says of the field meanwhile (“还没有…”) would only confuse.
 */
export const OwnFaultContext = createContext<(fault: string | null) => void>(() => undefined);
