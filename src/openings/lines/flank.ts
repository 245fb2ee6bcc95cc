/** Everything but 1.e4 and 1.d4, except what usually leads to queen's pawn openings. */
export const flank = `
a3 | A00 Anderssen's Opening
a4 | A00 Ware Opening
b4 | A00 Polish Opening
 e5 Bb2 | A00 Polish Opening: Double Fianchetto
  Bxb4 Bxe5 Nf6 | A00 Polish Opening: Czermiak Attack
  f6 | A00 Polish Opening: Tuebingen Defense
 Nf6 Bb2 e6 | A00 Polish Opening: King's Indian Line
 d5 Bb2 | A00 Polish Opening: Queen's Pawn Line
 c6 | A00 Polish Opening: Outflank Defense
b3 | A01 Nimzo-Larsen Attack
 e5 | A01 Nimzo-Larsen Attack: Modern Variation
 d5 | A01 Nimzo-Larsen Attack: Classical Variation
 Nf6 | A01 Nimzo-Larsen Attack: Indian Variation
 c5 | A01 Nimzo-Larsen Attack: English Variation
 b6 | A01 Nimzo-Larsen Attack: Symmetrical Variation
 f5 | A01 Nimzo-Larsen Attack: Dutch Variation
c3 | A00 Saragossa Opening
d3 | A00 Mieses Opening
e3 | A00 Van't Kruijs Opening
f3 | A00 Barnes Opening
 e5 g4 | A00 Barnes Opening: Fool's Mate Line
f4 | A02 Bird Opening
 e5 | A02 Bird Opening: From's Gambit
  fxe5 d6 exd6 Bxd6 Nf3 g5 | A02 Bird Opening: From's Gambit, Lasker Variation
 d5 | A03 Bird Opening: Dutch Variation
  Nf3 Nf6 e3 | A03 Bird Opening: Lasker Variation
 Nf6 | A02 Bird Opening: Indian Variation
 f5 e4 | A02 Bird Opening: Swiss Gambit
 c5 | A02 Bird Opening: Sicilian Variation
g3 | A00 Hungarian Opening
 e5 | A00 Hungarian Opening: Reversed Alekhine
 d5 Bg2 | A00 Hungarian Opening: Catalan Formation
 g6 | A00 Hungarian Opening: Symmetrical Variation
g4 | A00 Grob Opening
 d5 Bg2 c6 | A00 Grob Opening: Spike Attack
 d5 Bg2 Bxg4 c4 | A00 Grob Opening: Fritz Gambit
 e5 | A00 Grob Opening: Keene Defense
h3 | A00 Clemenz Opening
h4 | A00 Kádas Opening
Na3 | A00 Sodium Attack
Nc3 | A00 Van Geet Opening
 d5 e4 | A00 Van Geet Opening: Scandinavian Line
 e5 | A00 Van Geet Opening: King's Pawn Line
 c5 | A00 Van Geet Opening: Sicilian Line
Nh3 | A00 Amar Opening
 d5 g3 e5 f4 | A00 Amar Opening: Paris Gambit
Nf3 | A04 Zukertort Opening
 b5 | A04 Zukertort Opening: Queen's Wing Defense
 c5 | A04 Zukertort Opening: Sicilian
 d6 | A04 Zukertort Opening: Pirc
 e6 | A04 Zukertort Opening: Queen's Pawn
 f5 | A04 Zukertort Opening: Dutch Variation
  e4 | A04 Zukertort Opening: Lisitsyn Gambit
 g5 | A04 Zukertort Opening: Herrström Gambit
 g6 | A04 Zukertort Opening: Kingside Fianchetto
 Nc6 | A04 Zukertort Opening: Black Mustang Defense
 Nf6 | A05 Zukertort Opening: Symmetrical Variation
  g3 | A05 King's Indian Attack
   b5 | A05 King's Indian Attack: Spassky Variation
   g6 | A05 King's Indian Attack: Symmetrical Defense
 d5 | A06 Zukertort Opening: Queen's Pawn Defense
  b3 | A06 Nimzo-Larsen Attack: Queen's Pawn Line
  e4 | A06 Zukertort Opening: Tennison Gambit
  g3 | A07 King's Indian Attack
   Nf6 Bg2 c6 | A07 King's Indian Attack: Yugoslav Variation
   Bg4 | A07 King's Indian Attack: Keres Variation
   c5 Bg2 | A08 King's Indian Attack: Sicilian Variation
    Nc6 d4 | A08 Reversed Grünfeld
  c4 | A09 Réti Opening
   d4 | A09 Réti Opening: Advance Variation
   dxc4 | A09 Réti Opening: Réti Accepted
   c6 | A11 English Opening: Caro-Kann Defensive System
    b3 | A12 Réti Opening: Anglo-Slav Variation
    g3 Nf6 Bg2 Bf5 | A11 Réti Opening: Anglo-Slav, Bled Variation
   e6 | A13 English Opening: Agincourt Defense
    g3 Nf6 Bg2 Be7 O-O | A14 English Opening: Neo-Catalan Declined
    g3 Nf6 Bg2 dxc4 | A13 English Opening: Neo-Catalan Accepted
c4 | A10 English Opening
 b6 | A10 English Opening: English Defense
 g6 | A10 English Opening: Great Snake Variation
 f5 | A10 English Opening: Anglo-Dutch Defense
 g5 | A10 English Opening: Myers Variation
 c6 | A11 English Opening: Slav
 e6 | A13 English Opening: Agincourt
  Nc3 d5 d4 Nf6 cxd5 exd5 Bg5 | D35 Queen's Gambit Declined: Exchange, Positional Line
 Nf6 | A15 English Opening: Anglo-Indian Defense
  Nf3 g6 | A15 English Opening: Anglo-Indian, King's Indian Formation
  Nf3 b6 | A15 English Opening: Anglo-Indian, Queen's Indian Formation
  Nc3 | A16 English Opening: Anglo-Indian, Queen's Knight Variation
   d5 | A16 English Opening: Anglo-Grünfeld Defense
    cxd5 Nxd5 g3 g6 Bg2 Nb6 | A16 English Opening: Anglo-Grünfeld, Czech Defense
    cxd5 Nxd5 Nf3 g6 e4 | A16 English Opening: Anglo-Grünfeld, Korchnoi Variation
   e6 | A17 English Opening: Anglo-Indian, Hedgehog System
    Nf3 Bb4 | A17 English Opening: Anglo-Indian, Nimzo-English
    e4 | A18 English Opening: Mikenas-Carls Variation
     Nc6 | A18 English Opening: Mikenas-Carls, Kevitz Variation
     d5 e5 | A18 English Opening: Mikenas-Carls, Flohr Variation
     c5 | A19 English Opening: Mikenas-Carls, Sicilian Variation
 e5 | A20 English Opening: King's English Variation
  Nf3 | A20 English Opening: King's English, Nimzowitsch Variation
   e4 | A20 English Opening: King's English, Nimzowitsch-Flohr Variation
  Nc3 | A21 English Opening: King's English, Reversed Sicilian
   Bb4 | A21 English Opening: King's English, Kramnik-Shirov Counterattack
   d6 Nf3 Bg4 | A21 English Opening: King's English, Smyslov Defense
   f5 | A21 English Opening: King's English, Reversed Closed Formation
   Nf6 | A22 English Opening: King's English, Two Knights Variation
    e4 | A22 English Opening: Carls-Bremen System
    g3 | A22 English Opening: King's English, Two Knights, Fianchetto Line
     d5 | A22 English Opening: King's English, Two Knights, Reversed Dragon
     c6 | A23 English Opening: King's English, Two Knights, Keres Variation
     g6 | A24 English Opening: King's English, Two Knights, Double Fianchetto
     Bb4 | A22 English Opening: King's English, Two Knights, Smyslov System
   Nc6 | A25 English Opening: King's English, Closed System
    g3 g6 Bg2 Bg7 d3 d6 | A26 English Opening: King's English, Botvinnik Preparation
     e4 | A26 English Opening: King's English, Botvinnik System
    g3 g6 Bg2 Bg7 e3 d6 Nge2 Be6 | A25 English Opening: King's English, Hort Variation
    Nf3 | A27 English Opening: King's English, Three Knights System
     Nf6 | A28 English Opening: King's English, Four Knights Variation
      d4 | A28 English Opening: King's English, Four Knights, Korchnoi Line
      e3 | A28 English Opening: King's English, Four Knights, Quiet Line
      e4 | A28 English Opening: King's English, Four Knights, Nimzowitsch Variation
      g3 | A29 English Opening: King's English, Four Knights, Fianchetto Line
     f5 | A27 English Opening: King's English, Three Knights, Dutch Line
 c5 | A30 English Opening: Symmetrical Variation
  Nf3 Nf6 d4 | A31 English Opening: Symmetrical, Anti-Benoni Variation
   cxd4 Nxd4 e6 | A32 English Opening: Symmetrical, Anti-Benoni, Spielmann Defense
    Nc3 Nc6 | A33 English Opening: Symmetrical, Anti-Benoni, Four Knights
     g3 Qb6 | A33 English Opening: Symmetrical, Anti-Benoni, Geller Variation
  Nf3 Nf6 g3 b6 Bg2 Bb7 O-O e6 Nc3 | A30 English Opening: Symmetrical, Hedgehog Defense
  Nc3 | A34 English Opening: Symmetrical, Normal Variation
   Nf6 g3 d5 cxd5 Nxd5 Bg2 Nc7 | A34 English Opening: Symmetrical, Rubinstein System
   Nc6 | A35 English Opening: Symmetrical, Two Knights Line
    Nf3 Nf6 | A35 English Opening: Symmetrical, Four Knights Variation
    g3 | A36 English Opening: Symmetrical, Fianchetto Variation
     g6 Bg2 Bg7 | A36 English Opening: Symmetrical, Double Fianchetto
      e4 | A36 English Opening: Symmetrical, Botvinnik System
      e3 | A36 English Opening: Symmetrical, Ultra-Symmetrical, Quiet Line
      Nf3 | A37 English Opening: Symmetrical, Two Knights, Fianchetto Line
       e5 | A37 English Opening: Symmetrical, Botvinnik System Reversed
       Nf6 O-O O-O | A38 English Opening: Symmetrical, Full Symmetry
        d3 | A38 English Opening: Symmetrical, Full Symmetry, Quiet Line
        d4 | A39 English Opening: Symmetrical, Mecking Variation
`;
