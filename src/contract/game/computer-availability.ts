import { z } from 'zod';
import { variant } from './basics.ts';

/** Whether the computer can play now, and which variants; or why it can't. */
export const computerAvailability = z.discriminatedUnion('available', [
  z.object({ available: z.literal(true), variants: z.array(variant) }),
  z.object({ available: z.literal(false), reason: z.enum(['failing', 'busy', 'off', 'none']) }),
]);
export type ComputerAvailability = z.infer<typeof computerAvailability>;
