import { MessagePage } from '../../../components/site/message-page.tsx';

export default function GameNotFound() {
  return (
    <MessagePage title="There is no such game">
      No game has this number. It may have been removed, or the link is missing a digit.
    </MessagePage>
  );
}
