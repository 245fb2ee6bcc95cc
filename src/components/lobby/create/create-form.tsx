'use client';

import { useQuery } from '@tanstack/react-query';
import { variants } from '../../../contract/game/kinds.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { createText } from '../../../generated/texts/create.ts';
import { problemsText } from '../../../generated/texts/problems.ts';
import { useTRPC } from '../../api/queries.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { ColorChoice } from './color-choice.tsx';
import { mayLimit, whyCasual } from './draft.ts';
import { PositionField } from './position-field.tsx';
import { RatingRange } from './rating-range.tsx';
import { TimeChoice } from './time-choice.tsx';
import { useCreateForm } from './use-create-form.ts';

const variantOptions = () =>
  variants.map((value) => ({ value, label: chessText(`variant.${value}`) }));

const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => ({ value, label: value }));

export interface CreateFormProps {
  readonly username: string;
  readonly guest: boolean;
}

/** The form for a game's settings (G-1). An error keeps everything that was chosen. */
export function CreateForm({ username, guest }: CreateFormProps) {
  const trpc = useTRPC();
  const form = useCreateForm(guest);
  const { draft, faults, change } = form;
  const { data: engine } = useQuery(trpc.game.computer.queryOptions());
  const noEngine =
    engine && !engine.available ? problemsText(`engine.${engine.reason}`) : undefined;
  const casual = whyCasual(draft, guest);
  const wrongVariant =
    draft.opponent === 'computer' && engine?.available && !engine.variants.includes(draft.variant)
      ? createText('variant.computerOnly', {
          variants: engine.variants.map((one) => chessText(`variant.${one}`)).join(', '),
        })
      : faults['setup.variant'];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
      className="mt-5 flex flex-col gap-5"
    >
      {faults[''] && <Alert>{faults['']}</Alert>}
      <Segments
        legend={createText('opponent.label')}
        name="opponent"
        className="grid-cols-4"
        value={draft.opponent}
        onChange={(opponent) => change({ opponent })}
        options={[
          { value: 'anyone', label: createText('opponent.anyone') },
          { value: 'link', label: createText('opponent.link') },
          { value: 'user', label: createText('opponent.user') },
          { value: 'computer', label: createText('opponent.computer'), why: noEngine },
        ]}
        note={
          faults['setup.opponent'] ? (
            <span role="alert" className="text-bad">
              {faults['setup.opponent']}
            </span>
          ) : draft.opponent === 'link' ? (
            createText('opponent.linkHint')
          ) : (
            noEngine
          )
        }
      />
      {draft.opponent === 'user' && (
        <Field
          label={createText('username')}
          name="opponentName"
          value={draft.opponentName}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={faults['setup.opponent.username']}
          onChange={(event) => change({ opponentName: event.currentTarget.value })}
        />
      )}
      {draft.opponent === 'computer' && (
        <Segments
          legend={createText('level')}
          name="level"
          className="grid-cols-8"
          value={draft.level}
          onChange={(level) => change({ level })}
          options={levels}
        />
      )}
      <div>
        <Select
          label={createText('variant.label')}
          value={draft.variant}
          options={variantOptions()}
          onChange={(variant) => change({ variant })}
        />
        {wrongVariant && (
          <p role="alert" className="mt-1.5 text-bad text-sm">
            {wrongVariant}
          </p>
        )}
      </div>
      <TimeChoice draft={draft} change={change} fault={faults['setup.timeControl']} />
      <Segments
        legend={createText('mode.label')}
        name="rated"
        className="grid-cols-2"
        value={draft.rated && casual === undefined ? 'rated' : 'casual'}
        onChange={(value) => change({ rated: value === 'rated' })}
        options={[
          { value: 'casual', label: createText('mode.casual') },
          { value: 'rated', label: createText('mode.rated'), why: casual },
        ]}
        note={
          faults['setup.rated'] ? (
            <span role="alert" className="text-bad">
              {faults['setup.rated']}
            </span>
          ) : (
            casual
          )
        }
      />
      <ColorChoice value={draft.color} onChange={(color) => change({ color })} />
      {mayLimit(draft) && (
        <RatingRange draft={draft} change={change} fault={faults['setup.ratingRange']} />
      )}
      <PositionField draft={draft} change={change} fault={faults['setup.initialFen']} />
      <Field
        label={createText('gameName.label')}
        name="gameName"
        value={draft.gameName}
        maxLength={100}
        placeholder={createText('gameName.placeholder', { username })}
        autoComplete="off"
        error={faults.gameName}
        onChange={(event) => change({ gameName: event.currentTarget.value })}
      />
      <Button type="submit" tone="primary" size="large" waiting={form.waiting}>
        {createText(`submit.${draft.opponent}`)}
      </Button>
    </form>
  );
}
