import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '../../components/auth/account-page.tsx';
import { OtherForm } from '../../components/auth/other-form.tsx';
import { RegisterForm } from '../../components/auth/register-form.tsx';
import { localPath } from '../../components/text/local-path.ts';
import { accountText } from '../../generated/texts/account.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: accountText('createAccount') };

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function RegisterPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const user = await currentUser();
  if (user && !user.guest) redirect(next);
  return (
    <AccountPage
      title={accountText('createYourAccount')}
      lead={
        user
          ? accountText('whatYouHavePlayedAs', { username: user.username })
          : accountText('aNameAndAPassword')
      }
    >
      <RegisterForm next={next} />
      <OtherForm
        question={accountText('alreadyRegistered')}
        path="/login"
        label={accountText('signIn')}
        next={next}
      />
    </AccountPage>
  );
}
