#define _GNU_SOURCE
#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

// The longest frame from a server, and the longest message to one.
#define MOST_BYTES 262144
#define MOST_SENT 1024

static unsigned char input[MOST_BYTES];

void die(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  exit(1);
}

static struct sockaddr_in loopback(int host, int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(0x7f000000 | host);
  return address;
}

void ask_upgrade(struct player *player, int port, int host, const char *path, const char *cookie) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  if (fd < 0) die("No more sockets: %s", strerror(errno));
  const struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  // The port is chosen at connecting, so each address has all of them.
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  const struct sockaddr_in from = loopback(host, 0), to = loopback(1, port);
  if (host > 1 && bind(fd, (const struct sockaddr *)&from, sizeof from) != 0)
    die("Can't use 127.0.0.%d: %s", host, strerror(errno));
  if (connect(fd, (const struct sockaddr *)&to, sizeof to) != 0)
    die("Can't connect: %s", strerror(errno));
  player->fd = fd;
  const int has_cookie = strcmp(cookie, "-") != 0;
  char request[MOST_SENT];
  const int length = snprintf(
      request, sizeof request,
      "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n%s%s%sConnection: Upgrade\r\n"
      "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
      path, port, port, has_cookie ? "Cookie: " : "", has_cookie ? cookie : "", has_cookie ? "\r\n" : "");
  if (send(fd, request, length, MSG_NOSIGNAL) != length) die("The request couldn't be sent.");
}

void await_upgrade(struct player *player) {
  size_t length = 0;
  for (;;) {
    const ssize_t got = recv(player->fd, input + length, sizeof input - 1 - length, 0);
    if (got <= 0) die("No answer to the upgrade of game %d.", player->game);
    length += got;
    input[length] = 0;
    const unsigned char *end = memmem(input, length, "\r\n\r\n", 4);
    if (!end) continue;
    if (strncmp((char *)input, "HTTP/1.1 101", 12) != 0) die("No upgrade: %.200s", (char *)input);
    // The first frames may have come with it.
    player->rest_length = input + length - (end + 4);
    if (player->rest_length > 0) {
      player->rest = malloc(player->rest_length);
      memcpy(player->rest, end + 4, player->rest_length);
    }
    fcntl(player->fd, F_SETFL, fcntl(player->fd, F_GETFL) | O_NONBLOCK);
    return;
  }
}

void send_frame(struct player *player, int opcode, const void *payload, size_t length) {
  static uint32_t seed = 2463534242;
  unsigned char frame[MOST_SENT + 8];
  if (length > MOST_SENT) die("A message of %zu bytes is too long.", length);
  size_t head = 2;
  frame[0] = 0x80 | opcode;
  if (length < 126) {
    frame[1] = 0x80 | length;
  } else {
    frame[1] = 0x80 | 126;
    frame[2] = length >> 8;
    frame[3] = length & 255;
    head = 4;
  }
  // A new mask each time (xorshift).
  seed ^= seed << 13, seed ^= seed >> 17, seed ^= seed << 5;
  memcpy(frame + head, &seed, 4);
  const unsigned char *mask = frame + head, *bytes = payload;
  for (size_t i = 0; i < length; i++) frame[head + 4 + i] = bytes[i] ^ mask[i & 3];
  const ssize_t whole = head + 4 + length;
  if (send(player->fd, frame, whole, MSG_NOSIGNAL) != whole)
    die("A frame of game %d couldn't be sent: %s", player->game, strerror(errno));
}

// The length of the frame at `at`, with its head; 0: unfinished. `payload` gets where its message begins.
static size_t frame_length(const unsigned char *at, size_t available, const char **payload) {
  if (available < 2) return 0;
  size_t length = at[1] & 127, head = 2;
  if (length == 126) {
    if (available < 4) return 0;
    length = at[2] << 8 | at[3];
    head = 4;
  } else if (length == 127) {
    if (available < 10) return 0;
    length = 0;
    for (int i = 2; i < 10; i++) length = length << 8 | at[i];
    head = 10;
    if (length > MOST_BYTES - head) die("A frame of %zu bytes is too long.", length);
  }
  *payload = (const char *)at + head;
  return available < head + length ? 0 : head + length;
}

void read_frames(struct player *player, void (*hear)(struct player *, const char *, size_t)) {
  size_t length = player->rest_length;
  if (length > 0) memcpy(input, player->rest, length);
  free(player->rest);
  player->rest = NULL;
  player->rest_length = 0;
  const ssize_t got = recv(player->fd, input + length, sizeof input - length, 0);
  if (got == 0) die("The server closed a connection of game %d.", player->game);
  if (got < 0 && errno != EAGAIN) die("A connection of game %d broke: %s", player->game, strerror(errno));
  if (got > 0) length += got;
  size_t at = 0;
  for (;;) {
    const char *payload = NULL;
    const size_t whole = frame_length(input + at, length - at, &payload);
    if (whole == 0) break;
    const int opcode = input[at] & 15;
    const size_t bytes = (const char *)input + at + whole - payload;
    if (opcode == TEXT || opcode == BINARY) hear(player, payload, bytes);
    else if (opcode == 9) send_frame(player, 10, payload, bytes);
    else if (opcode == 8)
      die("The server closed a connection of game %d: %.*s", player->game, bytes > 2 ? (int)bytes - 2 : 0, payload + 2);
    at += whole;
  }
  player->rest_length = length - at;
  if (player->rest_length == 0) return;
  player->rest = malloc(player->rest_length);
  memcpy(player->rest, input + at, player->rest_length);
}
