// What players say to each kind of server, and how they understand it.
#ifndef DIALECTS_H
#define DIALECTS_H
#include "wire.h"

struct dialect {
  const char *name;
  // Said once the connection is open; the player has `started` at the latest when the answer is heard.
  void (*greet)(struct player *);
  // How many plies have been played, by a message about a move; 0: another message; REFUSED: a move was.
  int (*hear)(struct player *, const char *message, size_t length);
  // Sends the move that answers ply `ply`.
  void (*move)(struct player *, int ply, const char *uci);
};

enum { REFUSED = -1 };

// Ends the program if there is none of this name.
const struct dialect *dialect_of(const char *name);
#endif
