'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

interface PageLinkProps extends ComponentProps<'a'> {
  /** A path of ours. */
  readonly href: string;
}

/** A link to a page of ours. Nothing of the page is fetched before it is opened, unlike by Next's own (docs/decisions/011). */
export function PageLink({ href, onClick, ...rest }: PageLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || wantsElsewhere(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return <a href={href} {...rest} onClick={follow} />;
}

/** In another tab or window, or to a file, as the browser does by itself. */
const wantsElsewhere = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
