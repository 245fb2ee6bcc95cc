/** 1.e4 without 1...e5 */
export const semiOpen = `
e4 | B00 King's Pawn Opening
 a6 | B00 St. George Defense
 b6 | B00 Owen Defense
 h6 | B00 Carr Defense
 g5 | B00 Borg Defense
 f6 | B00 Barnes Defense
 f5 | B00 Fred Defense
 a5 | B00 Corn Stalk Defense
 Na6 | B00 Lemming Defense
 Nh6 | B00 Hippopotamus Defense: Knight Line
 Nc6 | B00 Nimzowitsch Defense
  Nf3 | B00 Nimzowitsch Defense: Declined Variation
  d4 d5 | B00 Nimzowitsch Defense: Kennedy
   e5 | B00 Nimzowitsch Defense: Scandinavian, Advance Line
  d4 e5 | B00 Nimzowitsch Defense: Kennedy Variation
 d5 | B01 Scandinavian Defense
  e5 | B01 Scandinavian Defense: Closed Line
  exd5 Nf6 | B01 Scandinavian Defense: Modern Variation
   d4 Bg4 | B01 Scandinavian Defense: Portuguese Gambit
   d4 Nxd5 | B01 Scandinavian Defense: Marshall Variation
   c4 e6 | B01 Scandinavian Defense: Icelandic-Palme Gambit
   c4 c6 | B01 Scandinavian Defense: Blackburne Gambit
  exd5 Qxd5 Nc3 | B01 Scandinavian Defense: Mieses-Kotroč Variation
   Qa5 | B01 Scandinavian Defense: Main Line
    d4 e5 | B01 Scandinavian Defense: Anderssen Counterattack
    b4 | B01 Scandinavian Defense: Mieses Gambit
   Qd6 | B01 Scandinavian Defense: Gubinsky-Melts Defense
   Qd8 | B01 Scandinavian Defense: Valencian Variation
 Nf6 | B02 Alekhine Defense
  Nc3 | B02 Alekhine Defense: Scandinavian
   d5 | B02 Alekhine Defense: Scandinavian Variation
  Bc4 | B02 Alekhine Defense: Krejcik Variation
  d3 | B02 Alekhine Defense: Maróczy Variation
  e5 Ng8 | B02 Alekhine Defense: Brooklyn Variation
  e5 Nd5 | B02 Alekhine Defense: Normal Variation
   Nc3 | B02 Alekhine Defense: Sämisch Attack
   Bc4 | B02 Alekhine Defense: Steiner Line
   c4 Nb6 c5 | B02 Alekhine Defense: Hunt Variation
   d4 | B03 Alekhine Defense: Central Line
    d6 c4 Nb6 exd6 | B03 Alekhine Defense: Exchange Variation
    d6 c4 Nb6 f4 | B03 Alekhine Defense: Four Pawns Attack
    d6 Nf3 | B04 Alekhine Defense: Modern Variation
     g6 | B04 Alekhine Defense: Modern, Alburt Variation
     dxe5 | B04 Alekhine Defense: Modern, Larsen Line
     Bg4 | B05 Alekhine Defense: Modern, Main Line
 g6 | B06 Modern Defense
  d4 Bg7 | B06 Modern Defense: Bishop Line
   Nc3 | B06 Modern Defense: Standard Line
    d6 f4 | B06 Modern Defense: Pseudo-Austrian Attack
    d6 Nf3 | B06 Modern Defense: Two Knights Variation
   f4 | B06 Modern Defense: Three Pawns Attack
   c4 d6 Nc3 | A42 Modern Defense: Averbakh System
  f4 | B06 Modern Defense: Westermann Gambit Line
 d6 | B00 Pirc Defense
  d4 Nf6 | B00 Pirc Defense: Center Line
   Bd3 | B07 Pirc Defense: Roscher Line
   Nc3 | B07 Pirc Defense: Knight Line
    c6 | B07 Czech Defense
    e5 | B07 Lion Defense: Anti-Philidor
    g6 | B07 Pirc Defense: Main Line
     Bg5 | B07 Pirc Defense: Byrne Variation
     Be3 | B07 Pirc Defense: 150 Attack Line
     Bc4 | B07 Pirc Defense: Kholmov System
     g3 | B07 Pirc Defense: Sveshnikov System
     Nf3 | B08 Pirc Defense: Classical Line
      Bg7 Be2 | B08 Pirc Defense: Classical, Quiet System
      Bg7 h3 | B08 Pirc Defense: Classical, Schlechter Line
     f4 | B09 Pirc Defense: Austrian Attack
      Bg7 Nf3 c5 | B09 Pirc Defense: Austrian, Dragon Formation
      Bg7 Nf3 O-O Bd3 | B09 Pirc Defense: Austrian, Weiss Variation
  d4 f5 | A82 Balogh Defense
  d4 e5 dxe5 dxe5 Qxd8+ | B07 Rat Defense: Queen Exchange Line
 c6 | B10 Caro-Kann Defense
  Ne2 | B10 Caro-Kann Defense: Goldman Line
  d3 | B10 Caro-Kann Defense: Breyer Variation
  c4 | B10 Caro-Kann Defense: Accelerated Panov Attack
  Nc3 d5 Qf3 | B10 Caro-Kann Defense: Goldman Variation
  Nc3 d5 Nf3 | B10 Caro-Kann Defense: Two Knights Attack
   Bg4 h3 | B11 Caro-Kann Defense: Two Knights, Mindeno Line
  d4 | B12 Caro-Kann Defense: Center Line
   d5 Nd2 g6 | B15 Caro-Kann Defense: Gurgenidze Line
   d5 f3 | B12 Caro-Kann Defense: Maróczy Variation
   d5 e5 | B12 Caro-Kann Defense: Advance Variation
    Bf5 Nf3 e6 Be2 | B12 Caro-Kann Defense: Advance, Short Variation
    Bf5 h4 | B12 Caro-Kann Defense: Advance, Tal Variation
    Bf5 g4 | B12 Caro-Kann Defense: Advance, Bayonet Attack
    Bf5 Nc3 e6 g4 | B12 Caro-Kann Defense: Advance, Van der Wiel Attack
    c5 | B12 Caro-Kann Defense: Advance, Botvinnik-Carls Defense
   d5 exd5 cxd5 | B13 Caro-Kann Defense: Exchange Variation
    Bd3 Nc6 c3 Nf6 Bf4 | B13 Caro-Kann Defense: Exchange, Rubinstein Variation
    c4 | B13 Caro-Kann Defense: Panov Attack
     Nf6 Nc3 Nc6 Bg5 | B13 Caro-Kann Defense: Panov, Modern Defense
     Nf6 Nc3 e6 | B14 Caro-Kann Defense: Panov, Main Line
     Nf6 Nc3 g6 | B14 Caro-Kann Defense: Panov, Fianchetto Defense
     Nf6 c5 | B13 Caro-Kann Defense: Panov, Gunderam Attack
   d5 Nc3 | B15 Caro-Kann Defense: Classical
    g6 | B15 Caro-Kann Defense: Gurgenidze System
    dxe4 Nxe4 | B15 Caro-Kann Defense: Knight Line
     Nf6 Nxf6+ exf6 | B15 Caro-Kann Defense: Tartakower Variation
     Nf6 Nxf6+ gxf6 | B16 Caro-Kann Defense: Bronstein-Larsen Variation
     Nd7 | B17 Caro-Kann Defense: Karpov Variation
      Bc4 Ngf6 Ng5 | B17 Caro-Kann Defense: Karpov, Smyslov Line
     Bf5 | B18 Caro-Kann Defense: Classical Variation
      Ng3 Bg6 f4 | B18 Caro-Kann Defense: Classical, Maróczy Attack
      Ng3 Bg6 h4 h6 Nf3 Nd7 | B19 Caro-Kann Defense: Classical, Main Line
       h5 | B19 Caro-Kann Defense: Classical, Spassky Variation
 c5 | B20 Sicilian Defense
  b3 | B20 Sicilian Defense: Snyder Variation
  b4 | B20 Sicilian Defense: Wing Gambit
  Bc4 | B20 Sicilian Defense: Bowdler Attack
  d3 | B20 Sicilian Defense: Big Clamp Line
  g3 | B20 Sicilian Defense: Lasker-Dunne Attack
  Ne2 | B20 Sicilian Defense: Keres Variation
  f4 | B21 Sicilian Defense: McDonnell Attack
   d5 exd5 Nf6 | B21 Sicilian Defense: McDonnell, Tal Gambit
  d4 | B21 Sicilian Defense: Smith-Morra
   cxd4 c3 | B21 Sicilian Defense: Smith-Morra Gambit
    d3 | B21 Sicilian Defense: Smith-Morra Gambit Declined, Push Variation
    dxc3 Nxc3 | B21 Sicilian Defense: Smith-Morra Gambit Accepted
  c3 | B22 Sicilian Defense: Alapin Variation
   d5 exd5 Qxd5 | B22 Sicilian Defense: Alapin, Barmen Defense
   Nf6 e5 Nd5 | B22 Sicilian Defense: Alapin, Stoltz Line
  Nc3 | B23 Sicilian Defense: Closed
   d6 f4 | B23 Sicilian Defense: Closed, Grand Prix Line
   Nc6 f4 | B23 Sicilian Defense: Grand Prix Attack
   Nc6 g3 | B24 Sicilian Defense: Closed, Fianchetto Variation
    g6 Bg2 Bg7 d3 d6 | B25 Sicilian Defense: Closed, Main Line
     f4 | B25 Sicilian Defense: Closed, Smyslov Variation
     Be3 | B26 Sicilian Defense: Closed, Spassky Line
  Nf3 | B27 Sicilian Defense: Open
   g6 | B27 Sicilian Defense: Hyperaccelerated Dragon
   b6 | B27 Sicilian Defense: Katalimov Variation
   Qc7 | B27 Sicilian Defense: Quinteros Variation
   a6 | B28 Sicilian Defense: O'Kelly Variation
   Nf6 | B29 Sicilian Defense: Nimzowitsch Variation
    e5 Nd5 Nc3 e6 | B29 Sicilian Defense: Nimzowitsch, Rubinstein Line
   Nc6 | B30 Sicilian Defense: Old Sicilian
    Bb5 | B30 Sicilian Defense: Rossolimo Variation
     g6 | B31 Sicilian Defense: Rossolimo, Fianchetto Variation
     e6 | B30 Sicilian Defense: Rossolimo, Modern Line
    d4 cxd4 Nxd4 | B32 Sicilian Defense: Open, Knight Line
     e5 Nb5 d6 | B32 Sicilian Defense: Kalashnikov Variation
     e5 Nb5 a6 | B32 Sicilian Defense: Löwenthal Variation
     Qb6 | B32 Sicilian Defense: Godiva Variation
     Nf6 Nc3 | B33 Sicilian Defense: Open, Four Knights Line
      e5 | B33 Sicilian Defense: Lasker-Pelikan Variation
       Ndb5 d6 Bg5 a6 Na3 b5 | B33 Sicilian Defense: Sveshnikov Variation
        Nd5 | B33 Sicilian Defense: Sveshnikov, Positional Line
        Bxf6 gxf6 | B33 Sicilian Defense: Sveshnikov, Chelyabinsk Line
     g6 | B32 Sicilian Defense: Accelerated Dragon
      Nc3 Bg7 Be3 Nf6 Bc4 | B35 Sicilian Defense: Accelerated Dragon, Modern Bc4 Line
      c4 | B36 Sicilian Defense: Accelerated Dragon, Maróczy Bind
       Nf6 Nc3 d6 | B36 Sicilian Defense: Accelerated Dragon, Gurgenidze Line
       Bg7 Be3 | B38 Sicilian Defense: Accelerated Dragon, Maróczy, Main Line
        Nf6 Nc3 Ng4 | B39 Sicilian Defense: Accelerated Dragon, Breyer Line
   e6 | B40 Sicilian Defense: French Variation
    b3 | B40 Sicilian Defense: Westerinen Attack
    d3 | B40 Sicilian Defense: King's Indian Attack Line
    d4 cxd4 Nxd4 a6 | B41 Sicilian Defense: Kan Variation
     c4 | B41 Sicilian Defense: Kan, Maróczy Bind
     Bd3 | B42 Sicilian Defense: Kan, Modern Variation
     Nc3 | B43 Sicilian Defense: Kan, Knight Variation
    d4 cxd4 Nxd4 Nf6 Nc3 Bb4 | B40 Sicilian Defense: Pin Variation
    d4 cxd4 Nxd4 Nc6 | B44 Sicilian Defense: Taimanov Variation
     Nb5 d6 c4 | B44 Sicilian Defense: Taimanov, Szén Variation
     Nc3 | B45 Sicilian Defense: Taimanov, Normal Line
      Nf6 | B45 Sicilian Defense: Four Knights Variation
      a6 | B46 Sicilian Defense: Taimanov, a6 Line
      Qc7 | B47 Sicilian Defense: Taimanov, Bastrikov Variation
       Be3 | B48 Sicilian Defense: Taimanov, English Line
        a6 Be2 | B49 Sicilian Defense: Taimanov, Classical Bastrikov Line
   d6 | B50 Sicilian Defense: Modern Variations
    c3 | B50 Sicilian Defense: Delayed Alapin
    Bb5+ | B51 Sicilian Defense: Moscow Variation
     Bd7 | B52 Sicilian Defense: Canal Attack
      Bxd7+ Qxd7 c4 | B52 Sicilian Defense: Canal, Sokolsky Line
    d4 cxd4 Qxd4 | B53 Sicilian Defense: Chekhover Variation
    d4 cxd4 Nxd4 | B54 Sicilian Defense: Modern, Open Line
     Nf6 f3 | B54 Sicilian Defense: Prins Variation
      e5 Bb5+ | B55 Sicilian Defense: Prins, Venice Attack
     Nf6 Nc3 | B56 Sicilian Defense: Classical Variation
      Nc6 | B56 Sicilian Defense: Classical Variation
       f3 | B56 Sicilian Defense: Classical, Short Castle Line
       Bc4 | B57 Sicilian Defense: Classical, Fischer-Sozin Attack
        Qb6 | B57 Sicilian Defense: Classical, Benko Variation
        e6 Be3 Be7 Qe2 | B89 Sicilian Defense: Velimirović Attack
       Be2 | B58 Sicilian Defense: Boleslavsky
        e5 | B58 Sicilian Defense: Boleslavsky Variation
       Bg5 | B60 Sicilian Defense: Richter-Rauzer Variation
        Bd7 | B60 Sicilian Defense: Richter-Rauzer, Modern Variation
        e6 | B62 Sicilian Defense: Richter-Rauzer, Main Line
         Qd2 | B63 Sicilian Defense: Richter-Rauzer, Rauzer Attack
          a6 O-O-O h6 | B66 Sicilian Defense: Richter-Rauzer, Neo-Modern Line
      g6 | B70 Sicilian Defense: Dragon Variation
       f4 | B71 Sicilian Defense: Dragon, Levenfish Attack
       Be3 | B72 Sicilian Defense: Dragon, Classical Attack Line
        Bg7 f3 | B75 Sicilian Defense: Dragon, Yugoslav Attack
         O-O | B76 Sicilian Defense: Dragon, Yugoslav, Castling Line
          Qd2 Nc6 Bc4 | B77 Sicilian Defense: Dragon, Yugoslav, Main Line
           Bd7 O-O-O | B78 Sicilian Defense: Dragon, Yugoslav, Old Line
      e6 | B80 Sicilian Defense: Scheveningen Variation
       g4 | B81 Sicilian Defense: Scheveningen, Keres Attack
       f4 | B82 Sicilian Defense: Scheveningen, Matanović Attack
       Be2 | B83 Sicilian Defense: Scheveningen, Modern Line
        a6 | B84 Sicilian Defense: Scheveningen, Classical Variation
         O-O Nc6 f4 | B85 Sicilian Defense: Scheveningen, Classical Main Line
       Bc4 | B86 Sicilian Defense: Sozin Attack
        a6 Bb3 b5 | B87 Sicilian Defense: Sozin, Flank Variation
        Nc6 Be3 | B89 Sicilian Defense: Sozin, Leonhardt Variation
      a6 | B90 Sicilian Defense: Najdorf Variation
       Be3 | B90 Sicilian Defense: Najdorf, English Attack
        Ng4 | B90 Sicilian Defense: Najdorf, English Attack, Anti-English
       h3 | B90 Sicilian Defense: Najdorf, Adams Attack
       Bc4 | B90 Sicilian Defense: Najdorf, Lipnitsky Attack
       f3 | B90 Sicilian Defense: Najdorf, English Attack, f3 Line
       g3 | B91 Sicilian Defense: Najdorf, Zagreb Variation
       Be2 | B92 Sicilian Defense: Najdorf, Opočenský Variation
       f4 | B93 Sicilian Defense: Najdorf, Amsterdam Variation
       Bg5 | B94 Sicilian Defense: Najdorf, Bishop Attack
        e6 | B95 Sicilian Defense: Najdorf, Bishop Attack, Main Line
         f4 | B96 Sicilian Defense: Najdorf, Bishop Attack, Pawn Line
          b5 | B96 Sicilian Defense: Najdorf, Polugaevsky Variation
          Qb6 | B97 Sicilian Defense: Najdorf, Poisoned Pawn
           Qd2 Qxb2 | B97 Sicilian Defense: Najdorf, Poisoned Pawn Accepted
          Be7 | B98 Sicilian Defense: Najdorf, Browne Line
           Qf3 Qc7 O-O-O Nbd7 | B99 Sicilian Defense: Najdorf, Modern Main Line
 e6 | C00 French Defense
  b3 | C00 French Defense: Réti Line
  d3 | C00 French Defense: King's Indian Attack
  Qe2 | C00 French Defense: Chigorin Variation
  f4 | C00 French Defense: La Bourdonnais Variation
  Nf3 d5 Nc3 | C00 French Defense: Two Knights Variation
  d4 | C00 French Defense: Normal Variation
   d5 c4 | C00 French Defense: Diemer-Duhm Gambit
   d5 exd5 | C01 French Defense: Exchange Variation
    exd5 Nc3 Nf6 Bg5 | C01 French Defense: Exchange, Svenonius Variation
    exd5 c4 | C01 French Defense: Exchange, Monte Carlo Variation
   d5 e5 | C02 French Defense: Advance Variation
    c5 c3 Nc6 Nf3 | C02 French Defense: Advance, Paulsen Attack
     Qb6 a3 | C02 French Defense: Advance, Lputian Line
     Bd7 | C02 French Defense: Advance, Euwe Variation
    c5 Nf3 | C02 French Defense: Advance, Nimzowitsch System
    c5 Qg4 | C02 French Defense: Advance, Nimzowitsch Attack
   d5 Nd2 | C03 French Defense: Tarrasch Variation
    a6 | C03 French Defense: Tarrasch, Haberditz Line
    Be7 | C03 French Defense: Tarrasch, Morozevich Variation
    Nc6 | C03 French Defense: Tarrasch, Guimard Line
    Nf6 | C05 French Defense: Tarrasch, Closed Variation
     e5 Nfd7 Bd3 c5 c3 Nc6 Ne2 | C06 French Defense: Tarrasch, Closed, Main Line
    c5 | C07 French Defense: Tarrasch, Open System
     exd5 exd5 | C08 French Defense: Tarrasch, Open, Isolated Pawn Line
      Ngf3 Nc6 | C09 French Defense: Tarrasch, Open, Main Line
     exd5 Qxd5 | C07 French Defense: Tarrasch, Chistyakov Defense
   d5 Nc3 | C10 French Defense: Paulsen Variation
    dxe4 Nxe4 | C10 French Defense: Rubinstein Variation
     Bd7 | C10 French Defense: Rubinstein, Fort Knox Variation
     Nd7 | C10 French Defense: Rubinstein, Blackburne Defense
    Nf6 | C11 French Defense: Classical Variation
     e5 | C11 French Defense: Steinitz Variation
      Nfd7 f4 | C11 French Defense: Steinitz, Boleslavsky Line
     exd5 | C11 French Defense: Classical, Exchange Line
     Bg5 | C11 French Defense: Classical, Bishop Line
      dxe4 | C11 French Defense: Burn Variation
      Bb4 | C12 French Defense: MacCutcheon Variation
      Be7 e5 Nfd7 | C13 French Defense: Classical, Normal Line
       h4 | C13 French Defense: Alekhine-Chatard Attack
       Bxe7 Qxe7 | C14 French Defense: Classical, Exchange of Bishops
        f4 | C14 French Defense: Classical, Steinitz Line
        Nb5 | C14 French Defense: Classical, Alapin Line
    Bb4 | C15 French Defense: Winawer Variation
     Ne2 | C15 French Defense: Winawer, Alekhine-Maróczy Gambit
     a3 Bxc3+ | C15 French Defense: Winawer, Fingerslip Variation
     e5 | C16 French Defense: Winawer, Advance Variation
      b6 | C16 French Defense: Winawer, Petrosian Variation
      c5 | C17 French Defense: Winawer
       Bd2 | C17 French Defense: Winawer, Bogoljubow Variation
       Qg4 | C17 French Defense: Winawer, Dubrovnik Line
       a3 Bxc3+ bxc3 | C18 French Defense: Winawer, Main Line
        Ne7 Qg4 Qc7 | C18 French Defense: Winawer, Poisoned Pawn Variation
        Ne7 Nf3 | C19 French Defense: Winawer, Positional Variation
`;
