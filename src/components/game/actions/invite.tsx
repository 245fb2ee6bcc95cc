'use client';

import { useRef } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { inputClass } from '../../ui/field.tsx';
import { CopyButton } from '../share/copy-button.tsx';
import QrCode from '../share/qr-code.tsx';

const loopback = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/;

/** The link to the game, to send or to scan. */
export default function Invite({ link }: { link: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-sm">{gameText('invite.text')}</p>
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <input
            ref={input}
            readOnly
            value={link}
            aria-label={gameText('invite.link')}
            onFocus={(event) => event.currentTarget.select()}
            className={`${inputClass} pointer-fine:text-sm!`}
          />
          <CopyButton label={gameText('invite.copy')} field={input} />
        </div>
        <QrCode
          text={link}
          label={gameText('invite.qrCode')}
          className="size-28 shrink-0 rounded-lg"
        />
      </div>
      {loopback.test(link) && <p className="text-muted text-sm">{gameText('invite.onlyHere')}</p>}
    </div>
  );
}
