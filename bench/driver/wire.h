// WebSocket frames of a client over non-blocking sockets on loopback.
#ifndef WIRE_H
#define WIRE_H
#include <stddef.h>
#include <stdint.h>

enum { TEXT = 1, BINARY = 2 };

// How long an answer may take while the connections are opened.
enum { PATIENCE_SECONDS = 60 };

// One socket of one player.
struct player {
  int fd;
  int game;
  // 0: White; 1: Black.
  int side;
  // Whether moves can be sent.
  int started;
  // The id of the last request, and the number of the last event (tRPC only).
  int request, event;
  // The bytes of an unfinished frame.
  unsigned char *rest;
  size_t rest_length;
};

// Ends the program with a message.
void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

// Connects from the loopback address 127.0.0.`host`, and asks for the upgrade. `cookie` may be "-": none.
void ask_upgrade(struct player *player, int port, int host, const char *path, const char *cookie);
// Waits for the answer to it; from then on reading doesn't wait.
void await_upgrade(struct player *player);
// Sends a masked frame. Ends the program if the socket can't take it whole.
void send_frame(struct player *player, int opcode, const void *payload, size_t length);
// Reads what has arrived; `hear` gets each message. Answers pings.
void read_frames(struct player *player, void (*hear)(struct player *, const char *, size_t));
#endif
