import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountPage } from '../../components/auth/account-page.tsx';
import { OtherForm } from '../../components/auth/other-form.tsx';
import { RegisterForm } from '../../components/auth/register-form.tsx';
import { localPath } from '../../components/text/local-path.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: 'Create account' };

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function RegisterPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const user = await currentUser();
  if (user && !user.guest) redirect(next);
  return (
    <AccountPage
      title="Create your account"
      lead={
        user
          ? `What you have played as ${user.username} stays yours.`
          : 'A name and a password, and you are at the board.'
      }
    >
      <RegisterForm next={next} />
      <OtherForm question="Already registered?" path="/login" label="Sign in" next={next} />
    </AccountPage>
  );
}
