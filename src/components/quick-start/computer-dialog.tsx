'use client';

import { useQuery } from '@tanstack/react-query';
import { COMPUTER_LEVELS } from '../../contract/game/computer.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { problemsText } from '../../generated/texts/problems.ts';
import { Queries, useTRPC } from '../api/queries.tsx';
import { useRemembered } from '../hooks/use-remembered.ts';
import { ColorChoice } from '../lobby/create/color-choice.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { Segments } from '../ui/segments.tsx';
import type { StartDialogProps } from './start-dialog-props.ts';
import { isStartColor, isStartTime, startTimeOptions, startTimes } from './start-times.ts';
import { useStartGame } from './use-start-game.ts';

const levels = Array.from({ length: COMPUTER_LEVELS }, (_, index) => ({
  value: index + 1,
  label: index + 1,
}));

const isLevel = (value: unknown): value is number => levels.some((level) => level.value === value);

/** The choice of level, colour and time of a game against the computer. */
export function ComputerDialog({ username, onClose }: StartDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title={lobbyText('quickStart.computer.title')}
      description={lobbyText('quickStart.computer.text')}
    >
      <Queries>
        <ComputerForm username={username} />
      </Queries>
    </Dialog>
  );
}

function ComputerForm({ username }: Pick<StartDialogProps, 'username'>) {
  const { data: engine } = useQuery(useTRPC().game.computer.queryOptions());
  const [level, setLevel] = useRemembered('rookery.computer.level', 2, isLevel);
  const [color, setColor] = useRemembered('rookery.computer.color', 'random', isStartColor);
  const [time, setTime] = useRemembered('rookery.computer.time', 'none', isStartTime);
  const { waiting, error, start } = useStartGame(username);
  const missing = engine && !engine.available ? problemsText(`engine.${engine.reason}`) : null;
  return (
    <form
      className="mt-5 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const opponent = { type: 'computer', level } as const;
        start({ opponent, color, timeControl: startTimes[time] });
      }}
    >
      <Segments
        legend={lobbyText('quickStart.computer.level')}
        name="level"
        className="grid-cols-8"
        value={level}
        onChange={setLevel}
        options={levels}
      />
      <ColorChoice value={color} onChange={setColor} />
      <Segments
        legend={lobbyText('quickStart.time')}
        name="time"
        className="grid-cols-5"
        value={time}
        onChange={setTime}
        options={startTimeOptions()}
      />
      <ErrorMessage text={error ?? missing} />
      <Button
        type="submit"
        tone="primary"
        size="large"
        waiting={waiting}
        disabled={missing !== null}
        aria-disabled={missing !== null}
      >
        {lobbyText('quickStart.computer.submit')}
      </Button>
    </form>
  );
}
