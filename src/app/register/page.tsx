import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '../../components/auth/account-page.tsx';
import { OtherForm } from '../../components/auth/other-form.tsx';
import { RegisterForm } from '../../components/auth/register-form.tsx';
import { localPath } from '../../components/text/local-path.ts';
import { accountText } from '../../generated/texts/account.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: accountText('register.createAccount') };

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function RegisterPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const user = await currentUser();
  if (user && !user.guest) redirect(next);
  return (
    <AccountPage
      title={accountText('register.title')}
      lead={
        user
          ? accountText('register.guestLead', { username: user.username })
          : accountText('register.lead')
      }
    >
      <RegisterForm next={next} />
      <OtherForm
        question={accountText('register.alreadyRegistered')}
        path="/login"
        label={accountText('login.signIn')}
        next={next}
      />
    </AccountPage>
  );
}
