/** 1.d4 Nf6 without 2...d5 */
export const indian = `
d4 Nf6 | A45 Indian Defense
 g4 | A45 Indian Defense: Gibbins-Weidenhagen Gambit
 e4 | A45 Indian Defense: Omega Gambit
 f3 | A45 Paleface Attack
 Bf4 | A45 London System: Indian Line
 Bg5 | A45 Trompowsky Attack
  Ne4 | A45 Trompowsky Attack: Raptor
   h4 | A45 Trompowsky Attack: Raptor Variation
  e6 | A45 Trompowsky Attack: Classical Defense
  c5 | A45 Trompowsky Attack: Poisoned Pawn Line
  g6 | A45 Trompowsky Attack: Fianchetto Line
 Nc3 | A45 Indian Defense: Queen's Knight Line
 Nf3 | A46 Indian Defense: Knights Variation
  b5 | A46 Indian Defense: Polish Variation
  c5 | A46 Indian Defense: Spielmann Line
  d6 | A46 Indian Defense: Czech-Indian Line
  b6 | A47 Indian Defense: Queen's Indian
  e6 Bg5 | A46 Torre Attack
   c5 e4 | A46 Torre Attack: Wagner Gambit
  e6 e3 | A46 Yusupov-Rubinstein System
  e6 Bf4 | A46 London System: Classical Line
  g6 | A48 Indian Defense: East Indian Line
   Bf4 | A48 London System: King's Indian Line
   Bg5 | A48 Torre Attack: Fianchetto Defense
   g3 | A49 Indian Defense: Przepiórka Variation
 c4 | A50 Indian Defense: Normal Variation
  Nc6 | A50 Mexican Defense
  b6 | A50 Indian Defense: Accelerated Queen's Indian
  g5 | A50 Indian Defense: Medusa Gambit
  e5 | A51 Budapest Defense
   dxe5 Ne4 | A51 Budapest Defense: Fajarowicz Variation
   dxe5 Ng4 | A52 Budapest Defense: Main Line
    Bf4 | A52 Budapest Defense: Rubinstein Variation
    e4 | A52 Budapest Defense: Alekhine Variation
    Nf3 Bc5 | A52 Budapest Defense: Adler Variation
  d6 | A53 Old Indian Defense
   Nc3 e5 | A54 Old Indian Defense: Central Line
    Nf3 | A54 Old Indian Defense: Ukrainian Line
     Nbd7 e4 | A55 Old Indian Defense: Normal Variation
   Nc3 Bf5 | A53 Old Indian Defense: Janowski Variation
  c5 | A56 Benoni Defense
   d5 | A56 Benoni Defense: Advance Line
    Ne4 | A56 Vulture Defense
    e5 | A56 Benoni Defense: Czech Benoni
    d6 Nc3 g6 | A56 Benoni Defense: King's Indian Formation
    b5 | A57 Benko Gambit
     Nf3 | A57 Benko Gambit: Quiet Line
     a4 | A57 Benko Gambit Declined: Main Line
     cxb5 a6 | A57 Benko Gambit: Half-Accepted
      e3 | A57 Benko Gambit Accepted: Modern Variation
      b6 | A57 Benko Gambit Accepted: Pawn Return Variation
      bxa6 | A58 Benko Gambit Accepted: Fully Accepted Variation
       Bxa6 Nc3 d6 e4 | A59 Benko Gambit Accepted: King Walk Line
       Bxa6 Nc3 d6 Nf3 g6 g3 | A58 Benko Gambit Accepted: Fianchetto Variation
    e6 | A60 Benoni Defense: Modern Variation
     Nc3 exd5 cxd5 d6 | A60 Benoni Defense: Modern
      Nf3 g6 | A61 Benoni Defense: Modern, Knight Line
       g3 Bg7 Bg2 O-O | A62 Benoni Defense: Fianchetto Variation
        O-O Nbd7 | A63 Benoni Defense: Fianchetto, Hastings Defense
        O-O a6 a4 Nbd7 | A63 Benoni Defense: Fianchetto, Main Line
       Nd2 | A61 Benoni Defense: Knight's Tour Variation
      e4 | A65 Benoni Defense: Modern, King's Pawn Line
       g6 f4 | A66 Benoni Defense: Pawn Storm Variation
        Bg7 Bb5+ | A67 Benoni Defense: Taimanov Variation
        Bg7 Nf3 O-O Be2 | A68 Benoni Defense: Four Pawns Attack
       g6 Nf3 | A70 Benoni Defense: Classical Variation
        Bg7 Be2 O-O O-O | A73 Benoni Defense: Classical, Castling Line
         Re8 | A76 Benoni Defense: Classical, Czerniak Line
        Bg7 Bg5 | A71 Benoni Defense: Classical, Averbakh Attack
  g6 | E60 King's Indian Defense
   g3 | E60 King's Indian Defense: Fianchetto
   d5 | E60 King's Indian Defense: Early Advance Line
   f3 d5 | D70 Neo-Grünfeld Defense: Goglidze Attack
   g3 Bg7 Bg2 d5 | E60 Neo-Grünfeld Defense
    cxd5 Nxd5 e4 | D72 Neo-Grünfeld Defense: Exchange, Main Line
    Nf3 O-O O-O | D77 Neo-Grünfeld Defense: Classical Line
   Nc3 d5 | D80 Grünfeld Defense
    Bg5 | D80 Grünfeld Defense: Stockholm Variation
    g4 | D80 Grünfeld Defense: Gibbon Gambit
    Qb3 | D81 Grünfeld Defense: Accelerated Russian Variation
    Bf4 | D82 Grünfeld Defense: Brinckmann Attack
     Bg7 e3 O-O | D83 Grünfeld Defense: Grünfeld Gambit
      cxd5 Nxd5 Nxd5 Qxd5 Bxc7 | D84 Grünfeld Defense: Grünfeld Gambit Accepted
    cxd5 Nxd5 | D85 Grünfeld Defense: Exchange Variation
     e4 Nxc3 bxc3 Bg7 | D85 Grünfeld Defense: Exchange
      Bc4 | D86 Grünfeld Defense: Exchange, Classical Variation
       O-O Ne2 c5 O-O Nc6 Be3 | D87 Grünfeld Defense: Exchange, Spassky Variation
      Nf3 | D85 Grünfeld Defense: Exchange, Modern Variation
      Be3 | D85 Grünfeld Defense: Exchange, Larsen Line
     Bd2 | D85 Grünfeld Defense: Exchange, Bishop Line
     Na4 | D85 Grünfeld Defense: Exchange, Nadanian Attack
    Nf3 | D90 Grünfeld Defense: Three Knights Variation
     Bg7 Bg5 | D91 Grünfeld Defense: Three Knights, Petrosian System
     Bg7 Bf4 | D92 Grünfeld Defense: Three Knights, Hungarian Attack
     Bg7 e3 | D94 Grünfeld Defense: Three Knights, Burille Variation
     Bg7 Qb3 | D96 Grünfeld Defense: Three Knights, Russian Variation
      dxc4 Qxc4 O-O e4 | D97 Grünfeld Defense: Russian, Main Line
       a6 | D97 Grünfeld Defense: Russian, Hungarian Variation
       Bg4 | D98 Grünfeld Defense: Russian, Smyslov Variation
       Na6 | D97 Grünfeld Defense: Russian, Prins Variation
   Nc3 Bg7 | E61 King's Indian Defense
    Nf3 O-O g3 d6 Bg2 | E62 King's Indian Defense: Fianchetto Variation
     Nc6 | E62 King's Indian Defense: Fianchetto, Uhlmann Line
     c5 | E64 King's Indian Defense: Fianchetto, Yugoslav Line
     Nbd7 O-O e5 | E67 King's Indian Defense: Fianchetto, Classical Line
      e4 | E68 King's Indian Defense: Fianchetto, Classical Main Line
    e4 | E70 King's Indian Defense: Normal Variation
     O-O e5 | E70 King's Indian Defense: Early Push Line
     d6 h3 | E71 King's Indian Defense: Makogonov Variation
     d6 g3 | E72 King's Indian Defense: Pomar System Line
     d6 Be2 | E73 King's Indian Defense: Bishop Line
      O-O Bg5 | E73 King's Indian Defense: Averbakh Variation
       c5 | E74 King's Indian Defense: Averbakh, Benoni Defense
     d6 f4 | E76 King's Indian Defense: Four Pawns Attack
      O-O Nf3 c5 | E77 King's Indian Defense: Four Pawns Attack, Dynamic Attack Line
     d6 f3 | E80 King's Indian Defense: Sämisch Variation
      O-O | E81 King's Indian Defense: Sämisch, Normal Defense
       Be3 c5 | E81 King's Indian Defense: Sämisch, Benoni Gambit
       Be3 b6 | E82 King's Indian Defense: Sämisch, Double Fianchetto
       Be3 Nc6 | E83 King's Indian Defense: Sämisch, Panno Line
       Be3 e5 | E85 King's Indian Defense: Sämisch, Orthodox Variation
        d5 | E87 King's Indian Defense: Sämisch, Orthodox, Bronstein Line
     d6 Nf3 | E90 King's Indian Defense: Classical Variation
      O-O Be2 | E91 King's Indian Defense: Classical, Bishop Line
       Bg4 | E91 King's Indian Defense: Kazakh Variation
       e5 | E92 King's Indian Defense: Classical Variation
        dxe5 | E92 King's Indian Defense: Exchange Variation
        Be3 | E92 King's Indian Defense: Gligorić-Taimanov System
        d5 | E92 King's Indian Defense: Petrosian Variation
         Nbd7 | E93 King's Indian Defense: Petrosian, Main Line
        O-O | E94 King's Indian Defense: Orthodox Variation
         Na6 | E94 King's Indian Defense: Orthodox, Glek Defense
         Nbd7 | E94 King's Indian Defense: Orthodox, Donner Defense
          Re1 | E95 King's Indian Defense: Orthodox, Rook Line
         Nc6 | E97 King's Indian Defense: Orthodox, Aronin-Taimanov Defense
          d5 Ne7 b4 | E97 King's Indian Defense: Orthodox, Bayonet Attack
          d5 Ne7 Ne1 | E98 King's Indian Defense: Orthodox, Classical System
           Nd7 f3 | E99 King's Indian Defense: Orthodox, Benko Attack Line
          d5 Ne7 Nd2 | E97 King's Indian Defense: Orthodox, Korchnoi Attack
  e6 | E00 Indian Defense: Queen's Pawn
   Bg5 | E00 Indian Defense: Seirawan Attack
   g3 | E00 Catalan Opening
    c5 | E00 Catalan Opening: Hungarian Gambit Line
    Bb4+ | E00 Bogo-Indian Defense: Catalan Line
    d5 | E00 Catalan Opening
     Bg2 | E01 Catalan Opening: Closed
      dxc4 | E02 Catalan Opening: Open Defense
       Qa4+ | E02 Catalan Opening: Open, Old Line
        Nbd7 Qxc4 | E03 Catalan Opening: Open, Alekhine Variation
       Nf3 | E04 Catalan Opening: Open, Modern Sharp Variation
        Be7 | E05 Catalan Opening: Open, Classical Line
      Be7 Nf3 | E06 Catalan Opening: Closed, Main Line
       O-O O-O Nbd7 | E07 Catalan Opening: Closed, Knight Line
        Qc2 | E08 Catalan Opening: Closed, Queen Line
   Nf3 | E10 Indian Defense: Anti-Nimzo-Indian
    a6 | E10 Dzindzi-Indian Defense
    Ne4 | E10 Döry Defense
    c5 d5 b5 | E10 Blumenfeld Countergambit
     dxe6 fxe6 cxb5 d5 | E10 Blumenfeld Countergambit Accepted
     Bg5 | E10 Blumenfeld Countergambit: Duz-Khotimirsky Variation
    Bb4+ | E11 Bogo-Indian Defense
     Bd2 Bxd2+ Qxd2 | E11 Bogo-Indian Defense: Exchange Line
     Bd2 Qe7 | E11 Bogo-Indian Defense: Nimzowitsch Variation
     Bd2 c5 | E11 Bogo-Indian Defense: Vitolins Variation
     Bd2 a5 | E11 Bogo-Indian Defense: Retreat Line
     Nbd2 | E11 Bogo-Indian Defense: Grünfeld Variation
    b6 | E12 Queen's Indian Defense
     Bf4 | E12 Queen's Indian Defense: Miles Variation
     a3 | E12 Queen's Indian Defense: Petrosian Line
      Bb7 Nc3 | E12 Queen's Indian Defense: Kasparov-Petrosian Variation
     Nc3 | E12 Queen's Indian Defense: Kasparov Line
      Bb7 Bg5 h6 Bh4 Bb4 | E13 Queen's Indian Defense: Kasparov, Main Line
     e3 | E14 Queen's Indian Defense: Spassky System
     g3 | E15 Queen's Indian Defense: Fianchetto
      Ba6 | E15 Queen's Indian Defense: Fianchetto, Nimzowitsch Variation
       b3 Bb4+ Bd2 | E15 Queen's Indian Defense: Fianchetto, Check Line
      Bb7 Bg2 Bb4+ | E16 Queen's Indian Defense: Capablanca Variation
      Bb7 Bg2 c5 | E15 Queen's Indian Defense: Fianchetto, Rubinstein Line
      Bb7 Bg2 Be7 | E17 Queen's Indian Defense: Classical Line
       O-O O-O Nc3 | E18 Queen's Indian Defense: Classical, Traditional
        Ne4 Qc2 Nxc3 Qxc3 | E19 Queen's Indian Defense: Classical, Main Line
       O-O O-O d5 | E17 Queen's Indian Defense: Classical, Polugaevsky Gambit
   Nc3 Bb4 | E20 Nimzo-Indian Defense
    g3 | E20 Nimzo-Indian Defense: Romanishin Variation
    f3 | E20 Nimzo-Indian Defense: Kmoch Variation
    Bd2 | E20 Nimzo-Indian Defense: Bishop Line
    Nf3 | E21 Nimzo-Indian Defense: Three Knights Variation
     c5 d5 | E21 Nimzo-Indian Defense: Three Knights, Korchnoi Variation
    Qb3 | E22 Nimzo-Indian Defense: Spielmann Variation
     c5 dxc5 Nc6 | E23 Nimzo-Indian Defense: Spielmann, Main Line
    a3 | E24 Nimzo-Indian Defense: Sämisch
     Bxc3+ bxc3 | E24 Nimzo-Indian Defense: Sämisch Variation
      c5 f3 d5 | E25 Nimzo-Indian Defense: Sämisch, Keres Line
      c5 e3 | E26 Nimzo-Indian Defense: Sämisch, Accelerated Line
      O-O | E27 Nimzo-Indian Defense: Sämisch, Castling Line
       e3 | E28 Nimzo-Indian Defense: Sämisch, Quiet Line
        c5 Bd3 Nc6 | E29 Nimzo-Indian Defense: Sämisch, Main Line
    Bg5 | E30 Nimzo-Indian Defense: Leningrad Variation
     h6 Bh4 c5 d5 d6 | E31 Nimzo-Indian Defense: Leningrad, Benoni Defense
    Qc2 | E32 Nimzo-Indian Defense: Classical Variation
     Nc6 | E33 Nimzo-Indian Defense: Classical, Zurich Variation
     d5 | E34 Nimzo-Indian Defense: Classical, Noa Variation
      cxd5 exd5 | E35 Nimzo-Indian Defense: Classical, Noa, Exchange Line
      a3 | E36 Nimzo-Indian Defense: Classical, Noa, Main Line
     c5 | E38 Nimzo-Indian Defense: Classical, Berlin Variation
      dxc5 O-O | E39 Nimzo-Indian Defense: Classical, Berlin, Pirc Variation
     O-O a3 Bxc3+ Qxc3 | E32 Nimzo-Indian Defense: Classical, Castling Main Line
    e3 | E40 Nimzo-Indian Defense: Normal Line
     Nc6 | E40 Nimzo-Indian Defense: Normal, Taimanov Line
     c5 | E41 Nimzo-Indian Defense: Normal, Pawn Line
      Ne2 | E42 Nimzo-Indian Defense: Normal, Rubinstein Line
      Bd3 Nc6 Nf3 Bxc3+ | E41 Nimzo-Indian Defense: Hübner Variation
     b6 | E43 Nimzo-Indian Defense: Fischer Variation
      Ne2 | E44 Nimzo-Indian Defense: Fischer, Reshevsky Line
       Ba6 | E45 Nimzo-Indian Defense: Fischer, Bronstein Variation
     O-O | E46 Nimzo-Indian Defense: Castling Variation
      Ne2 | E46 Nimzo-Indian Defense: Reshevsky Variation
      Bd3 | E47 Nimzo-Indian Defense: Bishop Attack
       d5 | E48 Nimzo-Indian Defense: Bishop Attack, Classical Defense
        a3 Bxc3+ bxc3 | E49 Nimzo-Indian Defense: Botvinnik System
      Nf3 | E50 Nimzo-Indian Defense: Knight Line
       d5 | E51 Nimzo-Indian Defense: Ragozin Line
        Bd3 b6 | E52 Nimzo-Indian Defense: Main Line, Schlechter Defense
        Bd3 c5 | E53 Nimzo-Indian Defense: Main Line
         O-O Nc6 | E56 Nimzo-Indian Defense: Main Line, Gligorić System
`;
