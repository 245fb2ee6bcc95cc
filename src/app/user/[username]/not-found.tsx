import { MessagePage } from '../../../components/site/message-page.tsx';
import { profileText } from '../../../generated/texts/profile.ts';

export default function UserNotFound() {
  return (
    <MessagePage title={profileText('notFound.title')}>{profileText('notFound.text')}</MessagePage>
  );
}
