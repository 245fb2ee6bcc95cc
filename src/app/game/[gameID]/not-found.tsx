import { MessagePage } from '../../../components/site/message-page.tsx';
import { gameText } from '../../../generated/texts/game.ts';

export default function GameNotFound() {
  return <MessagePage title={gameText('notFound.title')}>{gameText('notFound.text')}</MessagePage>;
}
