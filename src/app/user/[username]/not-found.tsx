import { MessagePage } from '../../../components/site/message-page.tsx';

export default function UserNotFound() {
  return (
    <MessagePage title="Nobody of that name">
      There is no player with this name here. Names are matched whatever their case, so look for a
      missing or swapped letter.
    </MessagePage>
  );
}
