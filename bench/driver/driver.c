// Plays chess games over WebSocket as fast as the server allows, or at a pace, and prints what it measured as JSON.
// Each game has two sockets; a move's latency is the time from sending it to its arrival at the opponent, who answers
// at once, or when the game's next move is due. Polls without sleeping, so that it is ready when the server is.
// usage: driver DIALECT PORT SEATS SCRIPTS WARM-UP SECONDS RATE
//   SEATS    file: for each socket (game 0 White, game 0 Black, …) a line "PATH COOKIE"
//   SCRIPTS  file: a legal game on each line, as UCI moves; the games take them in turn
//   RATE     moves a second over all games; 0: every game always has a move in flight
// Prints "playing" when the window begins, and the JSON when it ends; then it keeps the connections until its input ends.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "dialects.h"

enum { MOST_SCRIPTS = 64, MOST_PLIES = 2000, GROUP = 100, PER_ADDRESS = 10000, EVENTS = 1024 };

struct script {
  int plies;
  char uci[MOST_PLIES][6];
};

struct match {
  const struct script *script;
  int ply, flying;
  // Its move is due, but the one before hasn't arrived.
  int late;
  double sent_at;
};

static const struct dialect *dialect;
static struct script scripts[MOST_SCRIPTS];
static struct player *players;
static struct match *matches;
static int games;
static double rate;

static int playing, measuring;
static float *latencies;
static size_t moves, room;
static int refused;

// In seconds.
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void next_move(int game) {
  struct match *match = &matches[game];
  if (!playing || match->ply >= match->script->plies) return;
  match->flying = 1;
  match->sent_at = now();
  dialect->move(&players[2 * game + match->ply % 2], match->ply, match->script->uci[match->ply]);
}

static void record(double seconds) {
  if (moves == room) {
    room = room ? 2 * room : 65536;
    latencies = realloc(latencies, room * sizeof *latencies);
    if (!latencies) die("No memory is left.");
  }
  latencies[moves++] = seconds;
}

static void hear(struct player *player, const char *message, size_t length) {
  const int plies = dialect->hear(player, message, length);
  if (plies == REFUSED) refused++;
  struct match *match = &matches[player->game];
  // Each hears its own moves too; the opponent's counts.
  if (plies <= 0 || plies % 2 != player->side || plies != match->ply + 1) return;
  if (measuring) record(now() - match->sent_at);
  match->ply = plies;
  match->flying = 0;
  if (rate == 0 || match->late) next_move(player->game);
  match->late = 0;
}

static void read_scripts(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) die("Can't read %s.", path);
  char *line = NULL;
  size_t size = 0;
  int count = 0;
  while (count < MOST_SCRIPTS && getline(&line, &size, file) > 0) {
    struct script *script = &scripts[count++];
    for (char *uci = strtok(line, " \n"); uci && script->plies < MOST_PLIES; uci = strtok(NULL, " \n"))
      strncpy(script->uci[script->plies++], uci, 5);
  }
  fclose(file);
  free(line);
  if (count == 0) die("There are no scripts.");
  for (int game = 0; game < games; game++) matches[game].script = &scripts[game % count];
}

// The lines of the file; sets `games`.
static char **read_seats(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) die("Can't read %s.", path);
  char **lines = NULL, *line = NULL;
  size_t size = 0;
  int count = 0;
  while (getline(&line, &size, file) > 0) {
    if (count % 1024 == 0) lines = realloc(lines, (count + 1024) * sizeof *lines);
    line[strcspn(line, "\n")] = 0;
    lines[count++] = strdup(line);
  }
  fclose(file);
  free(line);
  games = count / 2;
  if (games == 0) die("There are no seats.");
  return lines;
}

// Reads what arrives within so many milliseconds. @returns how many sockets had something
static int listen_for(int poll, int patience_ms) {
  struct epoll_event events[EVENTS];
  const int count = epoll_wait(poll, events, EVENTS, patience_ms);
  for (int i = 0; i < count; i++) read_frames(events[i].data.ptr, hear);
  return count;
}

static void connect_player(int poll, struct player *player) {
  await_upgrade(player);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = player};
  if (epoll_ctl(poll, EPOLL_CTL_ADD, player->fd, &event) != 0) die("Can't watch a socket.");
  dialect->greet(player);
  // What came with the upgrade.
  read_frames(player, hear);
}

// In groups: a listening socket's queue is short. Meanwhile the pings of those that are connected are answered.
// @returns the epoll instance
static int connect_all(int port, char **seats) {
  const int poll = epoll_create1(0);
  players = calloc(2 * games, sizeof *players);
  for (int from = 0; from < 2 * games; from += GROUP) {
    const int to = from + GROUP < 2 * games ? from + GROUP : 2 * games;
    for (int i = from; i < to; i++) {
      char path[256], cookie[256];
      if (sscanf(seats[i], "%255s %255s", path, cookie) != 2) die("Not a seat: %s", seats[i]);
      players[i].game = i / 2;
      players[i].side = i % 2;
      ask_upgrade(&players[i], port, 1 + i / PER_ADDRESS, path, cookie);
    }
    for (int i = from; i < to; i++) connect_player(poll, &players[i]);
    const double late = now() + PATIENCE_SECONDS;
    for (int i = from; i < to; i++)
      while (!players[i].started) {
        listen_for(poll, 100);
        if (now() > late) die("Game %d could not be joined within %d s.", i / 2, PATIENCE_SECONDS);
      }
  }
  return poll;
}

// Sends the moves that are due: the games take turns, evenly.
static void send_due(double began, long *slot) {
  for (const double time = now(); began + *slot / rate <= time; ++*slot) {
    struct match *match = &matches[*slot % games];
    if (match->flying) match->late = 1;
    else next_move(*slot % games);
  }
}

// Plays for so long. @returns the share of the time in which it had something to do
static double play(int poll, double seconds, double began, long *slot) {
  const double start = now(), end = start + seconds;
  double busy = 0;
  for (double before = start; before < end;) {
    const int count = listen_for(poll, 0);
    const long sent = *slot;
    if (rate > 0) send_due(began, slot);
    const double after = now();
    if (count > 0 || *slot != sent) busy += after - before;
    before = after;
  }
  return busy / (now() - start);
}

static int ascending(const void *a, const void *b) {
  const float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

// In milliseconds; -1: there was no move.
static double quantile(double q) {
  return moves == 0 ? -1 : 1000.0 * latencies[(size_t)(moves * q) < moves ? (size_t)(moves * q) : moves - 1];
}

int main(int count, char **arguments) {
  if (count != 8) die("usage: driver DIALECT PORT SEATS SCRIPTS WARM-UP SECONDS RATE");
  dialect = dialect_of(arguments[1]);
  char **seats = read_seats(arguments[3]);
  matches = calloc(games, sizeof *matches);
  read_scripts(arguments[4]);
  const int poll = connect_all(atoi(arguments[2]), seats);
  rate = atof(arguments[7]);
  long slot = 0;
  playing = 1;
  const double began = now();
  for (int game = 0; rate == 0 && game < games; game++) next_move(game);
  play(poll, atof(arguments[5]), began, &slot);
  puts("playing");
  fflush(stdout);
  measuring = 1;
  const double start = now(), cpu = cpu_seconds();
  const double busy = play(poll, atof(arguments[6]), began, &slot);
  const double seconds = now() - start, own = cpu_seconds() - cpu;
  int finished = 0;
  for (int game = 0; game < games; game++) finished += matches[game].ply >= matches[game].script->plies;
  qsort(latencies, moves, sizeof *latencies, ascending);
  printf("{\"moves\":%zu,\"seconds\":%.3f,\"p50Ms\":%.3f,\"p99Ms\":%.3f,\"p999Ms\":%.3f,\"refused\":%d,"
         "\"finished\":%d,\"cpuSeconds\":%.3f,\"busy\":%.3f}\n",
         moves, seconds, quantile(.5), quantile(.99), quantile(.999), refused, finished, own, busy);
  fflush(stdout);
  char byte;
  while (read(0, &byte, 1) > 0) continue;
  return 0;
}
