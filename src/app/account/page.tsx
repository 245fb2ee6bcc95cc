import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountView } from '../../components/account/account-view.tsx';
import { Container } from '../../components/ui/container.tsx';
import { accountText } from '../../generated/texts/account.ts';
import { api, currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: accountText('page.title') };

/** A guest has no password and one session: the page offers an account instead. */
export default async function AccountPage() {
  const [caller, user] = await Promise.all([api(), currentUser()]);
  if (!user) redirect('/login?next=/account');
  if (user.guest) redirect('/register?next=/account');
  const { sessions } = await caller.account.sessions();
  return (
    <Container className="py-8 sm:py-10">
      <AccountView username={user.username} sessions={sessions} />
    </Container>
  );
}
