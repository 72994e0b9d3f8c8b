import type { z } from 'zod';
import type { deskContract } from '../../../shared/features/desk.ts';

export type Overview = z.output<(typeof deskContract.overview)['output']>;
