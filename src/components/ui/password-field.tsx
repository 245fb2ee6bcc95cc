'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { uiText } from '../../generated/texts/ui.ts';
import { Field, type FieldProps } from './field.tsx';

type PasswordFieldProps = Omit<FieldProps, 'type' | 'end' | 'label' | 'name'> &
  Partial<Pick<FieldProps, 'label' | 'name'>>;

/** A password's input, with a button that shows what was typed. */
export function PasswordField({
  label = uiText('password.label'),
  name = 'password',
  ...props
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field
      {...props}
      label={label}
      name={name}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      end={
        <button
          type="button"
          aria-label={uiText(shown ? 'password.hide' : 'password.show')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-r-lg text-muted hover:text-ink"
        >
          <Icon className="size-5" aria-hidden="true" />
        </button>
      }
    />
  );
}
