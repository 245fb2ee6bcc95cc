import type { ReactNode } from 'react';
import { heroPosition } from '../board/hero-position.ts';
import { StillBoard } from '../board/still-board.tsx';

export interface AccountPageProps {
  readonly title: string;
  readonly lead: string;
  /** The form, and beneath it the way to the other one. */
  readonly children: ReactNode;
}

/** The frame of the sign-in pages: the form, and on wide screens a board running out of the window beside it. */
export function AccountPage({ title, lead, children }: AccountPageProps) {
  return (
    <div className="grid flex-1 overflow-hidden lg:grid-cols-2">
      <div className="mx-auto w-full max-w-[26rem] self-center px-4 py-10 sm:px-0 sm:py-14">
        <h1 className="font-[680] text-3xl tracking-[-0.03em]">{title}</h1>
        <p className="mt-2 text-muted">{lead}</p>
        {children}
      </div>
      <div className="relative hidden border-line border-l bg-sunken lg:block">
        <div className="absolute inset-y-0 left-16 grid items-center">
          <StillBoard
            fen={heroPosition.fen}
            lastMove={heroPosition.lastMove}
            className="w-[46rem] shadow-float"
          />
        </div>
      </div>
    </div>
  );
}
