// One file, so that it takes one request.
export { ComputerDialog } from './computer-dialog.tsx';
export { FriendDialog } from './friend-dialog.tsx';
