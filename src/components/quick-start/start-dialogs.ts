// Both in one file, so that it is asked for once.
export { ComputerDialog } from './computer-dialog.tsx';
export { FriendDialog } from './friend-dialog.tsx';
