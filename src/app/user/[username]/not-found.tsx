import { Lost } from '../../../components/site/error-page.tsx';

export default function UserNotFound() {
  return (
    <Lost title="Nobody of that name">
      There is no player with this name here. Names are matched whatever their case, so look for a
      missing or swapped letter.
    </Lost>
  );
}
