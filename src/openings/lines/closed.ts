/** 1.d4 without 1...Nf6, unless 2...d5 follows later */
export const closed = `
d4 | A40 Queen's Pawn Game
 a6 | A40 Australian Defense
 b5 | A40 Polish Defense
 b6 | A40 English Defense: Queen's Pawn Line
 c5 | A43 Benoni Defense: Old Benoni
  d5 e5 | A44 Benoni Defense: Old Benoni, Czech Line
  d5 f5 | A43 Benoni Defense: Clarendon Court
  dxc5 | A43 Benoni Defense: Benoni Gambit Accepted
 e5 | A40 Englund Gambit
  dxe5 Nc6 Nf3 Qe7 | A40 Englund Gambit: Main Line
  dxe5 d6 | A40 Englund Gambit: Hartlaub-Charlick Gambit
 Nc6 | A40 Queen's Knight Defense
 g6 | A40 Modern Defense: Queen's Pawn Line
 e6 | A40 Horwitz Defense
  c4 Bb4+ | A40 Keres Defense
 d6 | A41 Queen's Pawn Game: Rat Line
  Nf3 Bg4 | A41 Wade Defense
  c4 e5 | A41 Old Indian Defense: Rat Line
 f5 | A80 Dutch Defense
  Nc3 | A80 Dutch Defense: Raphael Variation
  Bg5 | A80 Dutch Defense: Hopton Attack
  g4 | A80 Dutch Defense: Krejcik Gambit
  e4 | A82 Dutch Defense: Staunton Gambit
   fxe4 Nc3 Nf6 Bg5 | A83 Dutch Defense: Staunton Gambit, Staunton Line
  g3 | A81 Dutch Defense: Fianchetto Attack
  c4 | A84 Dutch Defense: Queen's Pawn Advance
   Nf6 Nc3 | A85 Dutch Defense: Queen's Knight Variation
   Nf6 g3 | A86 Dutch Defense: Fianchetto Variation
    g6 Bg2 Bg7 | A86 Dutch Defense: Leningrad Setup
     Nf3 | A87 Dutch Defense: Leningrad, Main Variation
      O-O O-O d6 Nc3 c6 | A88 Dutch Defense: Leningrad, Warsaw Variation
      O-O O-O d6 Nc3 Nc6 | A89 Dutch Defense: Leningrad, Matulović Variation
    e6 Bg2 | A90 Dutch Defense: Classical, Fianchetto Line
     Be7 | A91 Dutch Defense: Classical, Bishop Line
      Nf3 O-O O-O d5 | A92 Dutch Defense: Stonewall Setup
       b3 | A93 Dutch Defense: Stonewall, Botvinnik Variation
       Nc3 c6 | A95 Dutch Defense: Stonewall, Main Line
      Nf3 O-O O-O d6 | A96 Dutch Defense: Classical Variation
       Nc3 Qe8 | A97 Dutch Defense: Classical, Ilyin-Zhenevsky System
 d5 | D00 Queen's Pawn Game: Closed Game
  e4 | D00 Blackmar-Diemer Gambit
   dxe4 Nc3 Nf6 f3 | D00 Blackmar-Diemer Gambit: Main Line
    exf3 Nxf3 | D00 Blackmar-Diemer Gambit Accepted
   e6 | C00 French Defense: Blackmar Transposition
  f4 | D00 Queen's Pawn Game: Stonewall Attack Line
  Bf4 | D00 London System: Accelerated
   Nf6 e3 c5 | D00 London System: Accelerated, Main Line
  e3 | D00 Queen's Pawn Game: Quiet Line
   Nf6 Bd3 | D00 Queen's Pawn Game: Stonewall Attack
  Bg5 | D00 Queen's Pawn Game: Levitsky Attack
  Nc3 | D00 Queen's Pawn Game: Chigorin Variation
   Nf6 Bg5 | D01 Richter-Veresov Attack
   Nf6 Bf4 | D01 Rapport-Jobava System
  Nf3 | D02 Queen's Pawn Game: Zukertort Variation
   Nc6 | D02 Queen's Pawn Game: Chigorin Line
   Nf6 Bf4 | D02 London System
   Nf6 g3 | D02 Queen's Pawn Game: Fianchetto Line
   Nf6 Bg5 | D03 Torre Attack: Queen's Pawn Line
   Nf6 e3 | D04 Colle System
    e6 Bd3 c5 c3 | D05 Colle System: Traditional Line
    e6 Bd3 c5 b3 | D05 Colle-Zukertort System
    g6 | D04 Colle System: Grünfeld Line
  c4 | D06 Queen's Gambit
   Bf5 | D06 Queen's Gambit Declined: Baltic Defense
   Nf6 | D06 Queen's Gambit Declined: Marshall Defense
   c5 | D06 Queen's Gambit Declined: Austrian Defense
   Nc6 | D07 Queen's Gambit Declined: Chigorin Defense
    Nc3 dxc4 | D07 Queen's Gambit Declined: Chigorin, Tartakower Gambit Line
    Nf3 Bg4 | D07 Queen's Gambit Declined: Chigorin, Main Line
   e5 | D08 Queen's Gambit Declined: Albin Countergambit
    dxe5 d4 | D08 Queen's Gambit Declined: Albin Countergambit, Normal Line
     e3 Bb4+ Bd2 dxe3 | D08 Queen's Gambit Declined: Albin Countergambit, Lasker Trap
     Nf3 Nc6 g3 | D09 Queen's Gambit Declined: Albin Countergambit, Fianchetto Variation
   dxc4 | D20 Queen's Gambit Accepted
    e4 | D20 Queen's Gambit Accepted: Central Variation
     e5 | D20 Queen's Gambit Accepted: Central, Rubinstein Variation
     c5 | D20 Queen's Gambit Accepted: Central, Greco Line
    e3 | D20 Queen's Gambit Accepted: Old Variation
    Nc3 | D20 Queen's Gambit Accepted: Accelerated Mannheim Line
    Nf3 | D21 Queen's Gambit Accepted: Normal Variation
     a6 | D22 Queen's Gambit Accepted: Alekhine Defense
     Nf6 | D23 Queen's Gambit Accepted: Knight Line
      Qa4+ | D23 Queen's Gambit Accepted: Mannheim Variation
      Nc3 | D24 Queen's Gambit Accepted: Two Knights Line
      e3 | D25 Queen's Gambit Accepted: Pawn Line
       Bg4 | D25 Queen's Gambit Accepted: Janowski-Larsen Variation
       g6 | D25 Queen's Gambit Accepted: Smyslov Variation
       e6 | D26 Queen's Gambit Accepted: Normal, e6 Line
        Bxc4 c5 O-O | D26 Queen's Gambit Accepted: Classical Defense
         a6 | D27 Queen's Gambit Accepted: Classical, Main Line
          Qe2 | D28 Queen's Gambit Accepted: Classical, Alekhine System
           b5 Bb3 Bb7 | D29 Queen's Gambit Accepted: Classical, Alekhine, Main Line
   c6 | D10 Slav Defense
    cxd5 cxd5 | D10 Slav Defense: Exchange Variation
    Nc3 e5 | D10 Slav Defense: Winawer Countergambit
    Nc3 Nf6 e3 | D10 Slav Defense: Slow Knight Line
     a6 | D10 Slav Defense: Slow Chebanenko Line
    Nf3 | D11 Slav Defense: Modern Line
     Nf6 | D11 Slav Defense: Three Knights
      e3 | D11 Slav Defense: Quiet Variation
       Bf5 | D12 Slav Defense: Quiet, Schallopp Defense
      cxd5 cxd5 Nc3 Nc6 Bf4 Bf5 | D14 Slav Defense: Exchange, Symmetrical Line
      Nc3 | D15 Slav Defense: Two Knights Line
       a6 | D15 Slav Defense: Chebanenko Variation
       g6 | D15 Slav Defense: Schlechter Variation
       dxc4 | D15 Slav Defense: Two Knights Attack
        e4 | D15 Slav Defense: Geller Gambit
        a4 | D16 Slav Defense: Alapin Variation
         Na6 | D16 Slav Defense: Smyslov Variation
         Bg4 | D16 Slav Defense: Steiner Variation
         Bf5 | D17 Slav Defense: Czech Variation
          Ne5 | D17 Slav Defense: Czech, Krause Attack
          e3 e6 Bxc4 Bb4 | D18 Slav Defense: Czech, Dutch Line
           O-O O-O Qe2 | D19 Slav Defense: Czech, Dutch, Main Line
       e6 | D43 Semi-Slav Defense
        Bg5 | D43 Semi-Slav Defense: Bishop Line
         h6 | D43 Semi-Slav Defense: Moscow Variation
         dxc4 | D44 Semi-Slav Defense: Botvinnik Gambit
          e4 b5 e5 h6 Bh4 g5 | D44 Semi-Slav Defense: Botvinnik Variation
        e3 | D45 Semi-Slav Defense: Main Line
         Nbd7 Qc2 | D45 Semi-Slav Defense: Anti-Meran
          Bd6 g4 | D45 Semi-Slav Defense: Shabalov-Shirov Attack
         Nbd7 Bd3 | D46 Semi-Slav Defense: Bishop Variation
          Bd6 | D46 Semi-Slav Defense: Chigorin Defense
          dxc4 Bxc4 b5 | D47 Semi-Slav Defense: Meran Variation
           Bd3 Bb7 | D47 Semi-Slav Defense: Meran, Wade Variation
           Bd3 a6 | D48 Semi-Slav Defense: Meran, Main Line
   e6 | D30 Queen's Gambit Declined
    Nf3 c6 | D30 Queen's Gambit Declined: Semi-Slav
    Nf3 Nf6 e3 c5 | D30 Queen's Gambit Declined: Quiet Tarrasch Line
    Nf3 Nf6 Bg5 Bb4+ | D30 Queen's Gambit Declined: Vienna Line
    Nc3 | D31 Queen's Gambit Declined: Queen's Knight Variation
     a6 | D31 Queen's Gambit Declined: Janowski Variation
     Be7 | D31 Queen's Gambit Declined: Charousek Variation
     c6 | D31 Semi-Slav Defense: Noteboom
      e4 | D31 Semi-Slav Defense: Marshall Gambit
      Nf3 dxc4 | D31 Semi-Slav Defense: Noteboom Variation
     c5 | D32 Tarrasch Defense
      cxd5 exd5 dxc5 d4 | D32 Tarrasch Defense: Tarrasch Gambit
      cxd5 cxd4 | D32 Tarrasch Defense: Schara Gambit
      cxd5 exd5 Nf3 Nc6 | D32 Tarrasch Defense: Two Knights Variation
       g3 | D33 Tarrasch Defense: Rubinstein System
        c4 | D33 Tarrasch Defense: Swedish Variation
        Nf6 Bg2 Be7 | D34 Tarrasch Defense: Classical Variation
     Nf6 | D35 Queen's Gambit Declined: Normal Defense
      cxd5 | D35 Queen's Gambit Declined: Exchange Variation
       exd5 Bg5 c6 Qc2 | D36 Queen's Gambit Declined: Exchange, Reshevsky Variation
      Nf3 | D37 Queen's Gambit Declined: Three Knights Variation
       Be7 Bf4 | D37 Queen's Gambit Declined: Harrwitz Attack
       Bb4 | D38 Queen's Gambit Declined: Ragozin Defense
       dxc4 Bg5 Bb4 | D39 Queen's Gambit Declined: Vienna Variation
       c5 | D40 Queen's Gambit Declined: Semi-Tarrasch Defense
        cxd5 Nxd5 | D41 Queen's Gambit Declined: Semi-Tarrasch, Main Line
         e3 Nc6 Bd3 | D42 Queen's Gambit Declined: Semi-Tarrasch, Bishop Line
      Bg5 | D50 Queen's Gambit Declined: Modern Variation
       Nbd7 | D51 Queen's Gambit Declined: Modern, Knight Defense
        cxd5 exd5 Nxd5 | D51 Queen's Gambit Declined: Elephant Trap
        Nf3 c6 e3 Qa5 | D52 Queen's Gambit Declined: Cambridge Springs Defense
       c5 | D50 Queen's Gambit Declined: Dutch-Peruvian Gambit
       Be7 | D53 Queen's Gambit Declined: Modern, Bishop Line
        e3 O-O Rc1 | D54 Queen's Gambit Declined: Anti-Orthodox Line
        e3 O-O Nf3 | D55 Queen's Gambit Declined: Neo-Orthodox
         h6 Bh4 Ne4 | D56 Queen's Gambit Declined: Lasker Defense
          Bxe7 Qxe7 cxd5 | D57 Queen's Gambit Declined: Lasker, Main Line
         h6 Bh4 b6 | D58 Queen's Gambit Declined: Tartakower Defense
          cxd5 Nxd5 | D59 Queen's Gambit Declined: Tartakower, Exchange Line
         Nbd7 | D60 Queen's Gambit Declined: Orthodox Defense
          Qc2 | D61 Queen's Gambit Declined: Orthodox, Rubinstein Variation
          Rc1 | D63 Queen's Gambit Declined: Orthodox, Rook Line
           c6 | D63 Queen's Gambit Declined: Orthodox, Rubinstein Line
            Bd3 | D66 Queen's Gambit Declined: Orthodox, Bishop Development
             dxc4 Bxc4 Nd5 | D67 Queen's Gambit Declined: Orthodox, Capablanca System
`;
