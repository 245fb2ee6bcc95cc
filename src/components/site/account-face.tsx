import { siteText } from '../../generated/texts/site.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';

/** The look of the button that opens the account's menu. */
export const accountFaceClass =
  'touchable flex max-w-56 items-center gap-2 rounded-lg px-2 font-[520] text-[0.9375rem] hover:bg-sunken';

/** What is on it. */
export function AccountFace({ username }: { username: string }) {
  return (
    <>
      <Avatar username={username} />
      <span title={username} className="truncate max-sm:sr-only">
        {username}
      </span>
      <span className="sr-only">{siteText('accountMenu')}</span>
      <Icon className="size-4 shrink-0 text-muted">
        <path d="m6 9 6 6 6-6" />
      </Icon>
    </>
  );
}
