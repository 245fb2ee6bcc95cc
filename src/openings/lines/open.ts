/** 1.e4 e5 */
export const open = `
e4 e5 | C20 Open Game
 a3 | C20 King's Pawn Game: Mengarini's Opening
 c3 | C20 King's Pawn Game: MacLeod Attack
 d3 | C20 King's Pawn Game: Leonardis Variation
 Ne2 | C20 King's Pawn Game: Alapin Opening
 c4 | C20 English Opening: The Whale
 Ke2 | C20 Bongcloud Attack
 Qh5 | C20 King's Pawn Game: Wayward Queen Attack
  Nf6 | C20 King's Pawn Game: Wayward Queen Attack, Kiddie Countergambit
 Qf3 | C20 King's Pawn Game: Napoleon Attack
 f3 | C20 King's Pawn Game: King's Head Opening
 Bb5 | C20 Portuguese Opening
 d4 | C20 Center Game
  exd4 | C21 Center Game: Accepted
   Qxd4 | C21 Center Game: Normal Variation
    Nc6 Qe3 | C22 Center Game: Paulsen Attack
     Nf6 | C22 Center Game: Berger Variation
    Nc6 Qa4 | C22 Center Game: Hall Variation
   f4 | C21 Center Game: Halasz-McDonnell Gambit
   c3 | C21 Danish Gambit
    d5 | C21 Danish Gambit Declined: Sörensen Defense
    dxc3 Bc4 | C21 Danish Gambit Accepted
     cxb2 Bxb2 | C21 Danish Gambit Accepted: Copenhagen Defense
      d5 | C21 Danish Gambit Accepted: Schlechter Defense
 Bc4 | C23 Bishop's Opening
  Bc5 | C23 Bishop's Opening: Boi Variation
   b4 | C23 Bishop's Opening: Wing Gambit
   Qh5 | C23 Bishop's Opening: Scholar's Mate Line
   c3 | C23 Bishop's Opening: Philidor Variation
  c6 | C23 Bishop's Opening: Philidor Counterattack
  f5 | C23 Bishop's Opening: Calabrese Countergambit
  Nf6 | C24 Bishop's Opening: Berlin Defense
   d3 c6 | C24 Bishop's Opening: Paulsen Defense
   d4 | C24 Bishop's Opening: Ponziani Gambit
    exd4 Nf3 | C43 Bishop's Opening: Urusov Gambit
   f4 | C24 Bishop's Opening: Greco Gambit
   d3 Bc5 Nc3 | C26 Bishop's Opening: Vienna Hybrid, Spielmann Attack
 Nc3 | C25 Vienna Game
  Nc6 | C25 Vienna Game: Max Lange Defense
   f4 | C25 Vienna Game: Vienna Gambit
    exf4 d4 | C25 Vienna Game: Steinitz Gambit
    exf4 Nf3 g5 h4 g4 Ng5 | C25 Vienna Game: Hamppe-Allgaier Gambit
   g3 | C25 Vienna Game: Paulsen Variation
   Bc4 Bc5 | C25 Vienna Game: Giraffe Attack
  Bb4 | C25 Vienna Game: Zhuravlev Countergambit
  Bc5 | C25 Vienna Game: Anderssen Defense
  Nf6 | C26 Vienna Game: Falkbeer Variation
   a3 | C26 Vienna Game: Mengarini Variation
   g3 | C26 Vienna Game: Mieses Variation
   f4 | C29 Vienna Game: Vienna Gambit, Main Line
    d5 | C29 Vienna Game: Vienna Gambit, Falkbeer Line
     fxe5 Nxe4 Qf3 | C29 Vienna Game: Paulsen Attack
     fxe5 Nxe4 d3 | C29 Vienna Game: Oxford Variation
   Bc4 | C26 Vienna Game: Stanley Variation
    Nxe4 | C27 Vienna Game: Frankenstein-Dracula Variation
    Nc6 | C28 Vienna Game: Stanley, Three Knights Line
 f4 | C30 King's Gambit
  Bc5 | C30 King's Gambit Declined: Classical Variation
  Nf6 | C30 King's Gambit Declined: Petrov's Defense
  Qh4 g3 Qe7 | C30 King's Gambit Declined: Keene Defense
  Nc6 | C30 King's Gambit Declined: Queen's Knight Defense
  d6 | C30 King's Gambit Declined: Zilbermints Line
  f5 | C30 King's Gambit Declined: Panteldakis Countergambit
  d5 | C31 King's Gambit Declined: Falkbeer Countergambit
   exd5 e4 | C31 King's Gambit Declined: Falkbeer, Staunton Line
    d3 Nf6 | C32 King's Gambit Declined: Falkbeer, Main Line
   exd5 c6 | C31 King's Gambit Declined: Nimzowitsch-Marshall Countergambit
  exf4 | C33 King's Gambit Accepted
   Bc4 | C33 King's Gambit Accepted: Bishop's Gambit
    Qh4 Kf1 | C33 King's Gambit Accepted: Bishop's Gambit, Classical Defense
     b5 | C33 King's Gambit Accepted: Bryan Countergambit
    Nf6 | C33 King's Gambit Accepted: Bishop's Gambit, Cozio Defense
    d5 | C33 King's Gambit Accepted: Bishop's Gambit, Bledow Variation
    f5 | C33 King's Gambit Accepted: Lopez-Gianutio Countergambit
   Be2 | C33 King's Gambit Accepted: Tartakower Gambit
   Qf3 | C33 King's Gambit Accepted: Breyer Gambit
   Nc3 | C33 King's Gambit Accepted: Mason-Keres Gambit
   Nf3 | C34 King's Gambit Accepted: King's Knight's Gambit
    d6 | C34 King's Gambit Accepted: Fischer Defense
    h6 | C34 King's Gambit Accepted: Becker Defense
    Nf6 | C34 King's Gambit Accepted: Schallopp Defense
    Be7 | C35 King's Gambit Accepted: Cunningham Defense
     Bc4 Bh4 g3 | C35 King's Gambit Accepted: Bertin Gambit
    d5 | C36 King's Gambit Accepted: Modern Defense
    g5 | C37 King's Gambit Accepted: Classical Variation
     Bc4 g4 O-O | C37 King's Gambit Accepted: Muzio Gambit
     Bc4 g4 Ne5 | C37 King's Gambit Accepted: Salvio Gambit
     Bc4 Bg7 | C38 King's Gambit Accepted: Traditional Variation
      O-O | C38 King's Gambit Accepted: Hanstein Gambit
      h4 | C38 King's Gambit Accepted: Philidor Gambit
     h4 | C39 King's Gambit Accepted: Paris Attack
      g4 Ng5 | C39 King's Gambit Accepted: Allgaier Gambit
      g4 Ne5 | C39 King's Gambit Accepted: Kieseritzky Gambit
       Nf6 | C39 King's Gambit Accepted: Kieseritzky, Berlin Defense
 Nf3 | C40 King's Knight Opening
  d5 | C40 Elephant Gambit
  f5 | C40 Latvian Gambit
   Nxe5 Qf6 | C40 Latvian Gambit Accepted: Main Line
  f6 | C40 Damiano Defense
  Qe7 | C40 Gunderam Defense
  Qf6 | C40 Greco Defense
  d6 | C41 Philidor Defense
   Bc4 | C41 Philidor Defense: Bishop Attack
   d4 | C41 Philidor Defense: Center Line
    exd4 Nxd4 | C41 Philidor Defense: Exchange Variation
     g6 | C41 Philidor Defense: Larsen Variation
     Nf6 Nc3 Be7 | C41 Philidor Defense: Exchange, Antoshin Variation
    exd4 Qxd4 | C41 Philidor Defense: Morphy Variation
    f5 | C41 Philidor Defense: Philidor Countergambit
    Nd7 | C41 Philidor Defense: Hanham Variation
    Nf6 Nc3 Nbd7 | C41 Philidor Defense: Improved Hanham Line
     Bc4 Be7 | C41 Philidor Defense: Lion Variation
    Nf6 dxe5 | C41 Philidor Defense: Nimzowitsch, Rellstab Line
    Bg4 | C41 Philidor Defense: Albin-Blackburne Gambit
  Nf6 | C42 Russian Game
   d3 | C42 Russian Game: Modern Defensive Line
   Bc4 Nxe4 | C42 Russian Game: Italian Variation
    Nc3 | C27 Russian Game: Boden-Kieseritzky Gambit
   Nc3 | C42 Russian Game: Three Knights Game
   d4 | C43 Russian Game: Modern Attack
    Nxe4 | C43 Russian Game: Modern Attack, Symmetrical Line
     Bd3 Nc6 | C43 Russian Game: Modern Attack, Murrey Variation
    exd4 e5 Ne4 Qxd4 | C43 Russian Game: Modern Attack, Center Line
   Nxe5 Nxe4 | C42 Russian Game: Damiano Variation
   Nxe5 Nc6 | C42 Stafford Gambit
   Nxe5 d6 | C42 Russian Game: Classical Line
    Nxf7 | C42 Russian Game: Cochrane Gambit
    Nc4 | C42 Russian Game: Paulsen Attack
    Nd3 | C42 Russian Game: Karklins-Martinovsky Variation
    Nf3 Nxe4 | C42 Russian Game: Classical Attack
     d3 | C42 Russian Game: French Attack
     Qe2 | C42 Russian Game: Lasker Variation
     c4 | C42 Russian Game: Kaufmann Attack
     Nc3 | C42 Russian Game: Nimzowitsch Attack
     d4 | C42 Russian Game: Classical Attack
      d5 Bd3 Bd6 | C42 Russian Game: Classical, Marshall Variation
      d5 Bd3 Be7 O-O Nc6 | C42 Russian Game: Classical, Jaenisch Variation
  Nc6 | C44 King's Pawn Game: Open Position
   Be2 | C44 King's Pawn Game: Tayler Opening
   g3 | C44 King's Pawn Game: Konstantinopolsky Opening
   Nxe5 | C44 Irish Gambit
   c4 | C44 King's Pawn Game: Dresden Opening
   c3 | C44 Ponziani Opening
    d5 | C44 Ponziani Opening: Caro Variation
    Nf6 | C44 Ponziani Opening: Jaenisch Counterattack
    f5 | C44 Ponziani Opening: Ponziani Countergambit
   d4 | C44 Scotch Game
    Nxd4 | C44 Scotch Game: Lolli Variation
    exd4 c3 | C44 Scotch Game: Göring Gambit
    exd4 Bb5 | C44 Scotch Game: Relfsson Gambit
    exd4 Bc4 | C44 Scotch Game: Scotch Gambit
     Nf6 | C44 Scotch Game: Scotch Gambit, Dubois-Réti Defense
     Bc5 c3 | C44 Scotch Game: Scotch Gambit, Haxo Line
     Bb4+ | C44 Scotch Game: Scotch Gambit, London Defense
    exd4 Nxd4 | C45 Scotch Game: Open Variation
     Qh4 | C45 Scotch Game: Steinitz Variation
     Bc5 | C45 Scotch Game: Classical Variation
      Nxc6 Qf6 | C45 Scotch Game: Classical, Intermezzo Line
      Nb3 | C45 Scotch Game: Classical, Potter Variation
      Be3 Qf6 c3 | C45 Scotch Game: Classical, Blumenfeld Line
     Nf6 | C45 Scotch Game: Schmidt Variation
      Nxc6 bxc6 e5 | C45 Scotch Game: Mieses Variation
      Nc3 Bb4 | C47 Four Knights Game: Scotch Variation
     Qf6 | C45 Scotch Game: Queen's Scout Line
   Nc3 | C46 Three Knights Opening
    g6 | C46 Three Knights Opening: Steinitz Defense
    Bb4 | C46 Three Knights Opening: Schlechter Line
    f5 | C46 Three Knights Opening: Winawer Defense
    Nf6 | C47 Four Knights Game
     Nxe5 | C47 Four Knights Game: Halloween Gambit
     a3 | C47 Four Knights Game: Gunsberg Variation
     g3 | C47 Four Knights Game: Glek System
     Bc4 | C47 Four Knights Game: Italian Variation
     d4 exd4 Nd5 | C47 Four Knights Game: Belgrade Gambit
     Bb5 | C48 Four Knights Game: Spanish Variation
      Nd4 | C48 Four Knights Game: Spanish, Rubinstein Variation
      Bc5 | C48 Four Knights Game: Spanish, Classical Variation
      d6 | C48 Four Knights Game: Spanish, Spielmann Variation
      Bb4 | C49 Four Knights Game: Double Spanish
   Bc4 | C50 Italian Game
    d6 | C50 Italian Game: Paris Defense
    f5 | C50 Italian Game: Rousseau Gambit
    Be7 | C50 Italian Game: Hungarian Defense
    Nd4 | C50 Italian Game: Blackburne-Kostić Gambit
    g6 | C50 Italian Game: Blackburne Fianchetto Line
    Bc5 | C50 Italian Game: Giuoco Piano
     d3 | C50 Italian Game: Giuoco Pianissimo
      Nf6 Nc3 d6 Bg5 | C50 Italian Game: Canal Variation
     Nc3 Nf6 | C50 Italian Game: Four Knights Line
     Bxf7+ | C50 Italian Game: Jerome Gambit
     b4 | C51 Italian Game: Evans Gambit
      Bb6 | C51 Italian Game: Evans Gambit Declined
      Bxb4 c3 | C51 Italian Game: Evans Gambit Accepted
       Bc5 | C51 Italian Game: Evans Gambit, McDonnell Defense
       Be7 | C51 Italian Game: Evans Gambit, Anderssen Defense
       Bd6 | C51 Italian Game: Evans Gambit, Pierce Defense
       Ba5 | C52 Italian Game: Evans Gambit, Main Line
        d4 exd4 O-O | C52 Italian Game: Evans Gambit, Compromised Defense Line
     c3 | C53 Italian Game: Classical Variation
      Qe7 | C53 Italian Game: Classical, Closed Variation
      Nf6 | C54 Italian Game: Classical, Giuoco Piano Line
       b4 | C53 Italian Game: Bird's Attack
       d3 | C54 Italian Game: Classical, Giuoco Pianissimo
       d4 exd4 cxd4 | C54 Italian Game: Classical, Center Attack
        Bb4+ Bd2 | C54 Italian Game: Classical, Greco's Quiet Line
        Bb4+ Nc3 | C54 Italian Game: Classical, Greco Gambit
         Nxe4 O-O Bxc3 d5 | C54 Italian Game: Classical, Møller Attack
    Nf6 | C55 Italian Game: Two Knights Defense
     d3 | C55 Italian Game: Two Knights, Modern Bishop's Opening
     d4 exd4 O-O | C56 Italian Game: Two Knights, Perreux Line
      Bc5 e5 | C56 Italian Game: Max Lange Attack
      Nxe4 | C56 Italian Game: Two Knights, Open Line
     Ng5 | C57 Italian Game: Two Knights, Knight Attack
      Bc5 | C57 Italian Game: Two Knights, Traxler Counterattack
      d5 exd5 | C57 Italian Game: Two Knights, Normal Line
       Nd4 | C57 Italian Game: Two Knights, Fritz Variation
       b5 | C57 Italian Game: Two Knights, Ulvestad Variation
       Nxd5 Nxf7 | C57 Italian Game: Two Knights, Fried Liver Attack
       Nxd5 d4 | C57 Italian Game: Two Knights, Lolli Attack
       Na5 | C58 Italian Game: Two Knights, Polerio Defense
        Bb5+ c6 dxc6 bxc6 Be2 h6 | C59 Italian Game: Two Knights, Main Line
        d3 | C58 Italian Game: Two Knights, Kieseritzky Variation
   Bb5 | C60 Ruy Lopez
    g6 | C60 Ruy Lopez: Fianchetto Defense
    Nge7 | C60 Ruy Lopez: Cozio Defense
    Bb4 | C60 Ruy Lopez: Alapin Defense
    g5 | C60 Ruy Lopez: Brentano Gambit
    Qf6 | C60 Ruy Lopez: Retreat Line
    Nd4 | C61 Ruy Lopez: Bird Variation
    d6 | C62 Ruy Lopez: Steinitz Defense
    f5 | C63 Ruy Lopez: Schliemann Defense
     Nc3 | C63 Ruy Lopez: Schliemann, Dyckhoff Variation
     d4 | C63 Ruy Lopez: Schliemann, Jaenisch Gambit
    Bc5 | C64 Ruy Lopez: Classical Variation
     c3 Nf6 | C64 Ruy Lopez: Classical, Benelux Line
     c3 f5 | C64 Ruy Lopez: Classical, Cordel Gambit
    Nf6 | C65 Ruy Lopez: Berlin Defense
     d3 | C65 Ruy Lopez: Berlin, Anderssen Variation
     O-O | C65 Ruy Lopez: Berlin, Castling Line
      Bc5 | C65 Ruy Lopez: Berlin, Beverwijk Variation
      d6 | C66 Ruy Lopez: Berlin, Improved Steinitz Defense
      Nxe4 | C67 Ruy Lopez: Berlin, Rio Gambit Accepted
       d4 Be7 | C67 Ruy Lopez: Berlin, Rio de Janeiro Variation
       d4 Nd6 Bxc6 dxc6 dxe5 Nf5 | C67 Ruy Lopez: Berlin, Berlin Wall
       Re1 | C67 Ruy Lopez: Berlin, Rook Line
    a6 | C70 Ruy Lopez: Morphy Defense
     Bxc6 dxc6 | C68 Ruy Lopez: Exchange Variation
      Nc3 | C68 Ruy Lopez: Exchange, Keres Variation
      O-O | C69 Ruy Lopez: Exchange, Normal Line
       Bg4 | C69 Ruy Lopez: Exchange, Alapin Gambit
       f6 | C69 Ruy Lopez: Exchange, Gligorić Variation
      d4 exd4 Qxd4 | C68 Ruy Lopez: Exchange, Alekhine Variation
     Ba4 | C70 Ruy Lopez: Columbus Line
      Nge7 | C70 Ruy Lopez: Cozio Defense Deferred
      b5 | C70 Ruy Lopez: Caro Variation
      f5 | C70 Ruy Lopez: Schliemann Defense Deferred
      Bc5 | C70 Ruy Lopez: Classical Defense Deferred
      d6 | C71 Ruy Lopez: Modern Steinitz Defense
       O-O | C72 Ruy Lopez: Modern Steinitz, Castling Line
       Bxc6+ bxc6 | C73 Ruy Lopez: Modern Steinitz, Richter Line
       c3 | C74 Ruy Lopez: Modern Steinitz, Three-Pawn Line
        f5 | C74 Ruy Lopez: Modern Steinitz, Siesta Variation
        Bd7 | C75 Ruy Lopez: Modern Steinitz, Rubinstein Line
         d4 g6 | C76 Ruy Lopez: Modern Steinitz, Bronstein Variation
      Nf6 | C77 Ruy Lopez: Morphy, Main Line
       d3 | C77 Ruy Lopez: Morphy, Anderssen Variation
       Qe2 | C77 Ruy Lopez: Morphy, Wormald Attack
       d4 | C77 Ruy Lopez: Morphy, Mackenzie Variation
       Nc3 | C77 Ruy Lopez: Morphy, Tarrasch Variation
       O-O | C78 Ruy Lopez: Morphy, Castling Line
        b5 Bb3 Bb7 | C78 Ruy Lopez: Morphy, Arkhangelsk Defense
        b5 Bb3 Bc5 | C78 Ruy Lopez: Morphy, Neo-Arkhangelsk Defense
        Bc5 | C78 Ruy Lopez: Morphy, Møller Defense
        d6 | C79 Ruy Lopez: Morphy, Steinitz Deferred
        Nxe4 | C80 Ruy Lopez: Open Variation
         d4 b5 Bb3 d5 dxe5 Be6 | C80 Ruy Lopez: Open, Main Line
          Qe2 | C81 Ruy Lopez: Open, Howell Attack
          c3 | C82 Ruy Lopez: Open, Bernstein
           Bc5 | C82 Ruy Lopez: Open, Italian Variation
            Nbd2 O-O Bc2 Nxf2 | C82 Ruy Lopez: Open, Dilworth Attack
           Be7 | C83 Ruy Lopez: Open, Classical Defense
        Be7 | C84 Ruy Lopez: Closed
         d4 | C84 Ruy Lopez: Closed, Center Attack
         Bxc6 dxc6 | C85 Ruy Lopez: Closed, Delayed Exchange
         Qe2 | C86 Ruy Lopez: Closed, Worrall Attack
         Re1 | C87 Ruy Lopez: Closed, Rook Line
          d6 | C87 Ruy Lopez: Closed, Averbakh Variation
          b5 Bb3 | C88 Ruy Lopez: Closed, Normal Line
           O-O a4 | C88 Ruy Lopez: Closed, Anti-Marshall
           Bb7 | C88 Ruy Lopez: Closed, Trajković Counterattack
           O-O c3 d5 | C89 Ruy Lopez: Marshall Attack
            exd5 Nxd5 Nxe5 Nxe5 Rxe5 c6 | C89 Ruy Lopez: Marshall Attack, Main Line
           d6 c3 | C90 Ruy Lopez: Closed, Pilnik
            O-O d4 | C91 Ruy Lopez: Closed, Bogoljubow Variation
            O-O h3 | C92 Ruy Lopez: Closed, Main Line
             Nd7 | C92 Ruy Lopez: Closed, Karpov Variation
             Bb7 | C92 Ruy Lopez: Closed, Flohr System
             Be6 | C92 Ruy Lopez: Closed, Kholmov Variation
             h6 | C93 Ruy Lopez: Closed, Smyslov Defense
             Nb8 | C94 Ruy Lopez: Closed, Breyer Defense
              d4 Nbd7 | C95 Ruy Lopez: Closed, Breyer, Zaitsev Hybrid
             Na5 Bc2 | C96 Ruy Lopez: Closed, Chigorin Defense
              c5 d4 Qc7 | C97 Ruy Lopez: Closed, Chigorin, Main Line
               Nbd2 Nc6 | C98 Ruy Lopez: Closed, Chigorin, Rubinstein Variation
               Nbd2 cxd4 cxd4 | C99 Ruy Lopez: Closed, Chigorin, Panov Variation
`;
