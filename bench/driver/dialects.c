#define _GNU_SOURCE
#include "dialects.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int has(const char *message, size_t length, const char *what) {
  return memmem(message, length, what, strlen(what)) != NULL;
}

// The number after `key`; -1: the message doesn't have it.
static int number_after(const char *message, size_t length, const char *key) {
  const char *at = memmem(message, length, key, strlen(key));
  if (!at) return -1;
  int number = 0;
  for (at += strlen(key); at < message + length && *at >= '0' && *at <= '9'; at++) number = number * 10 + *at - '0';
  return number;
}

static void say(struct player *player, const char *text, int length) { send_frame(player, TEXT, text, length); }

// Rookery, by tRPC's protocol: each player follows the game from the second seat on. That event comes when the server
// has read the game, so that none of this work is left when the play begins.

static void rookery_greet(struct player *player) {
  char text[256];
  player->event = 2;
  say(player, text,
      snprintf(text, sizeof text,
               "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"subscription\",\"params\":{\"path\":\"game.events\","
               "\"input\":{\"gameID\":%d,\"lastEventId\":\"1\"}}}",
               ++player->request, player->game + 1));
}

static int rookery_hear(struct player *player, const char *message, size_t length) {
  if (has(message, length, "\"type\":\"moved\"")) {
    player->event = number_after(message, length, "\"number\":");
    return number_after(message, length, "\"ply\":");
  }
  if (length == 4 && memcmp(message, "PING", 4) == 0) say(player, "PONG", 4);
  else if (has(message, length, "\"error\":{")) {
    static int told = 0;
    if (!told++) fprintf(stderr, "Refused: %.*s\n", (int)length, message);
    return REFUSED;
  } else if (has(message, length, "\"type\":\"seatTaken\"")) player->started = 1;
  return 0;
}

static void rookery_move(struct player *player, int ply, const char *uci) {
  char text[256];
  say(player, text,
      snprintf(text, sizeof text,
               "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"mutation\",\"params\":{\"path\":\"game.move\","
               "\"input\":{\"gameID\":%d,\"ply\":%d,\"uci\":\"%s\",\"lastEvent\":%d}}}",
               ++player->request, player->game + 1, ply, uci, player->event));
}

// A relay, which passes each message on as it is.

static void relay_greet(struct player *player) { player->started = 1; }

static int relay_hear(struct player *player, const char *message, size_t length) {
  (void)player;
  return number_after(message, length, "\"ply\":") + 1;
}

static void relay_move(struct player *player, int ply, const char *uci) {
  char text[128];
  say(player, text,
      snprintf(text, sizeof text, "{\"gameID\":%d,\"ply\":%d,\"uci\":\"%s\"}", player->game + 1, ply, uci));
}

// Colyseus 0.18: a byte for the kind of message, its type as a string, and its content, both by MessagePack.
// The join is complete when the client has answered the server's one with the same byte.

enum { JOIN_ROOM = 10, FAILED = 11, ROOM_DATA = 13 };

static void colyseus_greet(struct player *player) { (void)player; }

static int colyseus_hear(struct player *player, const char *message, size_t length) {
  const unsigned char code = length > 0 ? message[0] : 0;
  if (code == JOIN_ROOM) {
    const unsigned char joined = JOIN_ROOM;
    send_frame(player, BINARY, &joined, 1);
    player->started = 1;
  }
  if (code == FAILED || (code == ROOM_DATA && has(message, length, "\xa7refused"))) return REFUSED;
  if (code != ROOM_DATA) return 0;
  const unsigned char *at = memmem(message, length, "\xa3ply", 4), *end = (const unsigned char *)message + length;
  if (!at || at + 7 > end) return 0;
  return at[4] < 0x80 ? at[4] : at[4] == 0xcc ? at[5] : at[5] << 8 | at[6];
}

// {ply, uci} as the message "move".
static void colyseus_move(struct player *player, int ply, const char *uci) {
  unsigned char bytes[32];
  const int length = strlen(uci);
  const char head[] = "\x0d\xa4move\x82\xa3ply\xcd";
  int at = sizeof head - 1;
  memcpy(bytes, head, at);
  bytes[at++] = ply >> 8;
  bytes[at++] = ply & 255;
  memcpy(bytes + at, "\xa3uci", 4);
  at += 4;
  bytes[at++] = 0xa0 | length;
  memcpy(bytes + at, uci, length);
  send_frame(player, BINARY, bytes, at + length);
}

static const struct dialect dialects[] = {
    {"rookery", rookery_greet, rookery_hear, rookery_move},
    {"relay", relay_greet, relay_hear, relay_move},
    {"colyseus", colyseus_greet, colyseus_hear, colyseus_move},
};

const struct dialect *dialect_of(const char *name) {
  for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
    if (strcmp(dialects[i].name, name) == 0) return &dialects[i];
  die("There is no dialect %s.", name);
}
