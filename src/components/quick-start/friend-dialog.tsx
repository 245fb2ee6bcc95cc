'use client';

import { lobbyText } from '../../generated/texts/lobby.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { ColorChoice } from '../lobby/create/color-choice.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { Segments } from '../ui/segments.tsx';
import type { StartDialogProps } from './start-dialog-props.ts';
import { isStartColor, isStartTime, startTimeOptions, startTimes } from './start-times.ts';
import { useStartGame } from './use-start-game.ts';

/** The choice of colour and time of a game that a friend joins by a link, which the game's page shows. */
export function FriendDialog({ username, onClose }: StartDialogProps) {
  const [color, setColor] = useRemembered('rookery.friend.color', 'random', isStartColor);
  const [time, setTime] = useRemembered('rookery.friend.time', '10+0', isStartTime);
  const { waiting, error, start } = useStartGame(username);
  return (
    <Dialog
      onClose={onClose}
      title={lobbyText('quickStart.friend.title')}
      description={lobbyText('quickStart.friend.text')}
    >
      <form
        className="mt-5 flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          start({ visibility: 'link', color, timeControl: startTimes[time] });
        }}
      >
        <ColorChoice value={color} onChange={setColor} />
        <Segments
          legend={lobbyText('quickStart.time')}
          name="time"
          className="grid-cols-5"
          value={time}
          onChange={setTime}
          options={startTimeOptions()}
        />
        <ErrorMessage text={error} />
        <Button type="submit" tone="primary" size="large" waiting={waiting}>
          {lobbyText('quickStart.friend.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
