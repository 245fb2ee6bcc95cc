import { siteText } from '../../generated/texts/site.ts';
import { hidden } from '../text/hidden.tsx';
import { richText } from '../text/rich-text.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';

/** The look of the button that opens the account's menu. */
export const accountFaceClass =
  'touchable flex max-w-56 items-center gap-2 rounded-lg px-2 font-[520] text-[0.9375rem] hover:bg-sunken';

/** The content of that button. */
export function AccountFace({ username }: { username: string }) {
  return (
    <>
      <Avatar username={username} />
      {richText(
        siteText.rich('account.menu', {
          username,
          name: (content) => (
            <span title={username} className="truncate max-sm:sr-only">
              {richText(content)}
            </span>
          ),
          hidden,
        }),
      )}
      <Icon className="size-4 shrink-0 text-muted">
        <path d="m6 9 6 6 6-6" />
      </Icon>
    </>
  );
}
