'use client';

import { useRef } from 'react';
import { inputClass } from '../../ui/field.tsx';
import { CopyButton } from '../share/copy-button.tsx';
import QrCode from '../share/qr-code.tsx';

const loopback = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/;

/** The game's address, to be sent to somebody or read by a phone's camera. */
export default function Invite({ link }: { link: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-sm">Anyone with this link can join or watch.</p>
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <input
            ref={input}
            readOnly
            value={link}
            aria-label="Link to this game"
            onFocus={(event) => event.currentTarget.select()}
            className={`${inputClass} pointer-fine:text-sm!`}
          />
          <CopyButton label="Copy link" field={input} />
        </div>
        <QrCode
          text={link}
          label="QR code with the link to this game"
          className="size-28 shrink-0 rounded-lg"
        />
      </div>
      {loopback.test(link) && (
        <p className="text-muted text-sm">
          Only this computer can open this link: the server lets nobody else in until it is started
          with PUBLIC_URL.
        </p>
      )}
    </div>
  );
}
