import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '../../components/auth/account-page.tsx';
import { LoginForm } from '../../components/auth/login-form.tsx';
import { OtherForm } from '../../components/auth/other-form.tsx';
import { localPath } from '../../components/text/local-path.ts';
import { accountText } from '../../generated/texts/account.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: accountText('login.signIn') };

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const user = await currentUser();
  if (user && !user.guest) redirect(next);
  return (
    <AccountPage title={accountText('login.signIn')} lead={accountText('login.lead')}>
      <LoginForm next={next} />
      <OtherForm
        question={accountText('login.newHere')}
        path="/register"
        label={accountText('login.createAccount')}
        next={next}
      />
    </AccountPage>
  );
}
