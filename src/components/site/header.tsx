import Link from 'next/link';
import { Wordmark } from '../brand/wordmark.tsx';
import { Container } from '../ui/container.tsx';
import { Account } from './account.tsx';
import { NavLink } from './nav-link.tsx';

/** The top of every page. `username` is null for somebody not signed in. */
export function Header({ username }: { username: string | null }) {
  return (
    <header className="border-line border-b bg-surface">
      <Container className="flex h-14 items-center gap-1 sm:gap-2">
        <Link href="/" className="-mx-1 mr-2 rounded-md px-1 py-1.5 text-[1.375rem] sm:mr-6">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="flex items-center gap-1">
          <NavLink href="/lobby">Lobby</NavLink>
          <NavLink href="/docs/api" className="max-sm:hidden">
            API docs
          </NavLink>
        </nav>
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <Account username={username} />
        </div>
      </Container>
    </header>
  );
}
