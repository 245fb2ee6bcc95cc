/** The statements of the bare servers: the same tables as Rookery, one statement per request. */

export const session = `SELECT "username" FROM "auth" WHERE "tokenDigest" = ?`;

/** A page of games after a gameID: the games as the inside of a JSON array, and the last gameID. */
export const list = `SELECT group_concat(json_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
    'blackUsername', "blackUsername", 'gameName', "gameName"), ',') AS "json", max("gameID") AS "last"
  FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData"
    WHERE "gameID" > ? ORDER BY "gameID" LIMIT ?)`;

const newest = (status: string) => `SELECT * FROM (
  SELECT * FROM "gameData" WHERE "status" = '${status}' ORDER BY "changedAtMs" DESC, "gameID" DESC LIMIT 50)`;

/** The 50 newest games of each kind, as one JSON array. */
export const lobby = `SELECT json_group_array(json_object('gameID', "gameID", 'gameName', "gameName",
    'whiteUsername', "whiteUsername", 'blackUsername', "blackUsername", 'status', "status", 'ply', "ply", 'fen', "fen",
    'lastMove', "lastMove", 'endReason', "endReason", 'winner', "winner", 'changedAtMs', "changedAtMs")) AS "json"
  FROM (${['open', 'playing', 'finished'].map(newest).join(' UNION ALL ')})`;

export const create = `INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen")
  VALUES (?, 'open', 1, 1, '', '') RETURNING "gameID"`;

const seat = (
  column: string,
) => `UPDATE "gameData" SET "${column}" = 'player0', "lastEvent" = "lastEvent" + 1
  WHERE "gameID" = ? AND "${column}" IS NULL`;

/** Takes the white and the black seat. */
export const join = [seat('whiteUsername'), seat('blackUsername')] as const;
