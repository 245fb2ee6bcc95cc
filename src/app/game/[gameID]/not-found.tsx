import { Lost } from '../../../components/site/error-page.tsx';

export default function GameNotFound() {
  return (
    <Lost title="There is no such game">
      No game has this number. It may have been removed, or the link is missing a digit.
    </Lost>
  );
}
