import { createHash, timingSafeEqual } from 'node:crypto';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Settings } from '../base/settings.ts';

/**
 * Admits administrators only: in local mode everyone on the machine, in public mode the holder of `ADMIN_TOKEN`
 * (R-CLEAR-2).
 * @throws RookeryError `forbidden` when no token is configured, `unauthorized` for a wrong one
 */
export function requireAdminToken(settings: Settings, token: string | null): void {
  if (settings.mode === 'local') return;
  if (settings.ADMIN_TOKEN === undefined) {
    throw new RookeryError('forbidden', { problem: problem('request.noAdminToken') });
  }
  if (!timingSafeEqual(digest(token ?? ''), digest(settings.ADMIN_TOKEN))) {
    throw new RookeryError('unauthorized');
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
