'use client';

import { WifiOff } from 'lucide-react';

/** No connection. */
export const OfflineIcon = () => <WifiOff className="size-4" aria-hidden="true" />;
